import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { buildHouse, type House } from '@kangheng/kernel/domain/registry.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { renderSql } from '@kangheng/kernel/store/orm.ts'
import { openTestDatabase } from '@kangheng/kernel/testing/database.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { domains } from '@kangheng/domains/index.ts'
import { communicableDiseasePolicies } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { familyDoctorPolicies } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { demoCounty, loadDemo } from './index.ts'
import { countyTruth, linesOf } from './truth.ts'

const SCALE = 0.01
const truth = countyTruth(SCALE)
const house: House = buildHouse(domains, roles)
const vault = openVault(new Uint8Array(32).fill(42))
const county = demoCounty.code
let database: Database
const progress: [string, number, number][] = []

before(async () => {
  setVault(vault)
  database = await openTestDatabase(house, [familyDoctorPolicies, communicableDiseasePolicies])
  await loadPlaces(database, county)
  const onProgress = (...step: [string, number, number]) => progress.push(step)
  await loadDemo({ database, house, county, vault }, { scale: SCALE, seed: 1, onProgress })
})
after(() => database.close())

async function figures(ids: readonly string[]) {
  const indicators = ids.map((id) => house.indicators.get(id)!)
  await buildFigures(database, { county, indicators, horizon: horizonOf('2025-12', demoCounty.today) })
  const rows = await database.query<{
    indicator: string
    value: string
    numerator: string
    denominator: string | null
  }>(`select indicator, value, numerator, denominator from figure where place = $1 and period = '2025-12'`, [
    demoCounty.code,
  ])
  return new Map(rows.map((row) => [row.indicator, row]))
}

describe('the demo on a database', () => {
  test('figures computed from the loaded rows are the truth at this scale', async () => {
    const { monitored, 'out-of-poverty': out } = truth.register
    const due = monitored.due + out.due
    const wanted: Record<string, [number, number | null]> = {
      'resident.usual-population': [truth.residents, null],
      'family-doctor.coverage': [truth.signed, truth.residents],
      'family-doctor.key-coverage': [truth.keySigned, truth.key],
      'family-doctor.special-family-coverage': [truth.specialFamilies, truth.specialFamilies],
      'family-doctor.out-of-poverty-coverage': [due, due],
      'family-doctor.teams': [89, null],
      'family-doctor.doctors': [412, null],
      'poverty-relief.registered': [linesOf(monitored) + linesOf(out), null],
      'poverty-relief.registered-monitored': [linesOf(monitored), null],
      'poverty-relief.died': [monitored.died + out.died, null],
      'poverty-relief.duplicate': [monitored.duplicate, null],
      'poverty-relief.other-out-of-poverty': [out.other, null],
      'poverty-relief.not-due': [linesOf(monitored) + linesOf(out) - due, null],
      'poverty-relief.contract-coverage': [due, due],
      'poverty-relief.contract-coverage-monitored': [monitored.due, monitored.due],
    }
    const made = await figures(Object.keys(wanted))
    for (const [id, [numerator, denominator]] of Object.entries(wanted)) {
      const figure = made.get(id)!
      assert.deepEqual(
        [id, Number(figure.numerator), figure.denominator === null ? null : Number(figure.denominator)],
        [id, numerator, denominator],
      )
    }
  })

  test('a changed record changes the figure', async () => {
    const [row] = await database.query<{ id: string }>(
      `update family_doctor_contract set ends_on = '2025-12-31', state = 'terminated' where starts_on <= '2025-12-31' and ends_on > '2025-12-31' and id =
       (select id from family_doctor_contract where starts_on < '2025-12-01' and ends_on > '2025-12-31' order by id limit 1) returning id`,
    )
    assert.ok(row)
    const made = await figures(['family-doctor.coverage'])
    assert.equal(Number(made.get('family-doctor.coverage')!.numerator), truth.signed - 1)
  })

  test('every delivery rests on a record that exists', async () => {
    const [missing] = await database.query<{ count: number }>(
      `select count(*)::int as count from family_doctor_delivery d
       where not exists (select 1 from family_doctor_service s where s.id = d.evidence_id and s.person = d.person)
         and not exists (select 1 from health_record_use u where u.id = d.evidence_id and u.person = d.person)
         and not exists (select 1 from health_examination e where e.id = d.evidence_id and e.person = d.person)`,
    )
    assert.equal(missing!.count, 0)
  })

  test('there is work: tasks of every kind, some of it overdue', async () => {
    for (const task of domains.flatMap((domain) => domain.tasks)) {
      const { text, params } = renderSql(task.query({ county, today: demoCounty.today }))
      const rows = await database.query<{ id: string; due_on: string; division: string }>(text, params)
      assert.ok(house.records.has(task.record), task.id)
      for (const row of rows) assert.match(row.due_on, /^\d{4}-\d{2}-\d{2}$/)
      if (
        [
          'family-doctor.contract-expiring',
          'family-doctor.annual-visit-due',
          'poverty-relief.visit-due',
          'hypertension.visit-due',
        ].includes(task.id)
      )
        assert.ok(
          rows.some((row) => row.due_on < demoCounty.today),
          task.id,
        )
    }
  })

  test('indexes are back, progress was told, accounts are there, a second load is refused', async () => {
    const [indexes] = await database.query<{ count: number }>(
      `select count(*)::int as count from pg_indexes where tablename = 'person'`,
    )
    assert.ok(indexes!.count >= 7)
    assert.ok(progress.every(([, done, total]) => done <= total) && progress.some(([step]) => step === '签约和履约'))
    const roles = await database.query<{ role: string }>('select distinct role from account')
    assert.equal(roles.length, house.roles.size)
    const again = loadDemo({ database, house, county, vault }, { scale: SCALE, seed: 2, onProgress: () => {} })
    await assert.rejects(again, /empty county only/)
  })
})
