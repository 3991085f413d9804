import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { OTHER_VILLAGE, TOWNSHIP, VILLAGE } from '../family-doctor/testing.ts'
import { tuberculosis } from './index.ts'
import { openTuberculosisCounty, type TuberculosisCounty } from './testing.ts'

const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })
let county: TuberculosisCounty
let person = ''

before(async () => {
  county = await openTuberculosisCounty('2025-12-20')
  person = await county.enter('1980-01-01')
  await county.firstVisit(await county.notify(person, '2025-01-10'), '2025-01-12')
  await county.visit(person, '2025-01-22')
  const suspect = { person, happenedOn: '2025-12-01', symptoms: ['cough'], referredTo: '县人民医院' }
  await county.act(actors.township(TOWNSHIP), 'tuberculosis.suspect.refer', suspect)
})
after(() => county.close())

test('patients are seen by those who treat, supervise and control, and by nobody else', async () => {
  const seen = (actor: Actor) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const counts = []
      for (const table of ['patient', 'visit', 'suspect'])
        counts.push((await connection.query(`select 1 from tuberculosis_${table}`)).length)
      return counts
    })
  for (const actor of [actors.village(VILLAGE), actors.township(TOWNSHIP), testActor('disease-control')])
    assert.deepEqual(await seen(actor), [1, 1, 1], actor.role)
  assert.deepEqual(await seen(hospital), [1, 0, 1])
  const strangers = ['bureau-section', 'bureau-leader', 'upper-level', 'administrator', 'mental-health-officer']
  for (const role of strangers) assert.deepEqual(await seen(testActor(role)), [0, 0, 0], role)
  for (const actor of [actors.village(OTHER_VILLAGE), actors.township('530721103')])
    assert.deepEqual(await seen(actor), [0, 0, 0], actor.division)
})

test('who may do what', async () => {
  const visit = (actor: Actor) =>
    county.act(actor, 'tuberculosis.visit.record', { person, happenedOn: '2025-03-01', mode: 'home', missedDoses: 0 })
  for (const actor of [hospital, actors.bureau, actors.leader, actors.administrator])
    await assert.rejects(visit(actor), refusal('forbidden'))
  await assert.rejects(visit(actors.village(OTHER_VILLAGE)), refusal('not-found'))
  await assert.rejects(county.act(actors.village(VILLAGE), 'tuberculosis.patient.notify', {}), refusal('forbidden'))
})

test('figures: by day of the notice, of closing, and of the cohort a year later', async () => {
  const patient = async (notifiedOn: string, visitedOn: string, close?: object) => {
    const who = await county.enter('1980-01-01')
    const id = await county.notify(who, notifiedOn)
    if (visitedOn) await county.firstVisit(id, visitedOn)
    if (close) await county.act(actors.township(TOWNSHIP), 'tuberculosis.patient.close', close, { id })
  }
  const doses = { dosesDue: 180, dosesTaken: 175 }
  await patient('2024-06-03', '2024-06-04', { on: '2024-12-10', outcome: 'cured', ...doses })
  await patient('2024-06-03', '2024-06-07', { on: '2025-01-10', outcome: 'completed', dosesDue: 180, dosesTaken: 150 })
  await patient('2024-06-03', '', { on: '2024-08-01', outcome: 'lost' })
  await patient('2024-06-03', '', { on: '2024-08-01', outcome: 'no-disease' })
  await county.act(
    hospital,
    'tuberculosis.suspect.follow',
    { on: '2025-12-08', result: 'waiting', arrivedOn: '2025-12-05' },
    {
      id: String((await county.database.query('select id from tuberculosis_suspect'))[0]!['id']),
    },
  )
  const indicators = tuberculosis.indicators
  await buildFigures(county.database, {
    county: county.county,
    indicators,
    horizon: horizonOf('2024-01', county.today),
  })
  const figure = async (indicator: string, period: string) => {
    const { value, numerator, denominator } = await county.figure(`tuberculosis.${indicator}`, TOWNSHIP, period)
    return denominator === null ? value : `${numerator}/${denominator}`
  }
  const rates = ['management-rate', 'first-visit-rate', 'regular-rate']
  assert.deepEqual(await Promise.all(rates.map((rate) => figure(rate, '2024'))), ['2/4', '1/4', '1/1'])
  const year = ['management-rate', 'first-visit-rate', 'regular-rate', 'success-rate', 'follow-rate', 'in-treatment']
  assert.deepEqual(await Promise.all(year.map((each) => figure(each, each === 'in-treatment' ? '2025-12' : '2025'))), [
    ...['1/1', '1/1', '0/1', '2/3', '1/1', '1'],
  ])
})
