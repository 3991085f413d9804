import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { olderPeople } from './index.ts'

const village = actors.village()
const township = actors.township(TOWNSHIP)
let county: FamilyDoctorCounty

/** A whole form, as the norm asks for it. */
const form = {
  ...{ exercise: 'daily', smoking: 'never', drinking: 'never', systolicLeft: 130, diastolicLeft: 80, height: 160 },
  ...{ weight: 60, haemoglobin: 140, whiteCells: 6, platelets: 200, urineProtein: 'negative', creatinine: 70, urea: 5 },
  ...{ alanineTransaminase: 20, bilirubin: 12, fastingGlucose: 5.5, cholesterol: 4.5, triglycerides: 1.2 },
  ...{ ecg: 'normal', ultrasound: 'normal', guidance: ['none'] },
}
const independent = { eating: '0', grooming: '1', dressing: '0', toileting: '0', moving: '0' }

async function enter(birth: string): Promise<string> {
  const person = await county.enter(birth)
  await county.act(township, 'health-record.record.open', { person, happenedOn: '2024-01-02' })
  return person
}
const examine = (person: string, happenedOn: string, more: object = {}) =>
  county.act(township, 'health-record.examination.record', { person, happenedOn, ...form, ...more })
const assess = (person: string, happenedOn: string, more: object = {}) =>
  county.act(village, 'older-people.assessment.record', { person, happenedOn, ...independent, ...more })

async function numerators(indicator: string, periods: string[]): Promise<string[]> {
  await buildFigures(county.database, {
    county: county.county,
    indicators: olderPeople.indicators,
    horizon: horizonOf('2024-12', county.today),
  })
  const figures = await Promise.all(
    periods.map((period) => county.figure(`older-people.${indicator}`, TOWNSHIP, period)),
  )
  return figures.map(({ numerator, denominator }) => `${numerator}/${denominator}`)
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [olderPeople])
})
after(() => county.close())

test('who counts as managed: record, complete form, self-care score and guidance in the year', async () => {
  const [whole, split, incomplete, unadvised, lastYear, younger] = await Promise.all(
    ['1950-01-01', '1951-01-01', '1952-01-01', '1953-01-01', '1954-01-01', '1960-10-15'].map(enter),
  )
  await examine(whole!, '2025-03-10', { selfCareScore: 0 })
  await examine(split!, '2025-04-10')
  await assess(split!, '2025-06-10')
  await examine(incomplete!, '2025-05-10', { selfCareScore: 0, ultrasound: undefined })
  await examine(unadvised!, '2025-05-10', { selfCareScore: 0, guidance: [] })
  await examine(lastYear!, '2024-12-10', { selfCareScore: 0 })
  // 65 in October: the examination of spring counts from the birthday on.
  await examine(younger!, '2025-05-20')
  await assess(younger!, '2025-11-02')
  const months = ['2024-12', '2025-01', '2025-03', '2025-04', '2025-06', '2025-10', '2025-11', '2025']
  assert.deepEqual(await numerators('management-rate', months), [
    ...['1/5', '0/5', '1/5', '1/5', '2/5', '2/6', '3/6', '3/6'],
  ])
  assert.deepEqual(await numerators('examination-rate', ['2025-05', '2025-10', '2025']), ['4/5', '5/6', '5/6'])
})

test('scores, grades and what is refused', async () => {
  const person = await enter('1950-01-01')
  await assess(person, '2025-02-01', {
    ...{ eating: '3', moving: '10', depressionScale: 'gds-15', depressionScore: 9 },
    ...{ education: 'primary', cognitionScore: 20 },
  })
  const [row] = await county.database.query(
    'select self_care_score, self_care_grade, depression_grade, cognition_impaired from older_assessment where person = $1',
    [person],
  )
  assert.deepEqual(row, {
    self_care_score: 14,
    self_care_grade: 'medium',
    depression_grade: 'moderate',
    cognition_impaired: true,
  })
  const bad = (more: object) => assess(person, '2025-03-01', more)
  await assert.rejects(bad({ depressionScore: 3 }), refusal('invalid', 'depressionScale'))
  await assert.rejects(bad({ depressionScale: 'gds-15', depressionScore: 16 }), refusal('invalid', 'depressionScore'))
  await assert.rejects(bad({ cognitionScore: 20 }), refusal('invalid', 'education'))
  await assert.rejects(bad({ eating: '4' }), refusal('invalid', 'eating'))
  await assert.rejects(assess(await enter('1970-01-01'), '2025-03-01'), refusal('invalid', 'person'))
})

test('work falls due: the examination of the year, then the assessment that is missing', async () => {
  const person = await enter('1949-01-01')
  const due = async () => {
    const { rows } = await asActor(county.database, county.house, township, (connection) =>
      listTasks(connection, county, olderPeople.tasks, { unmasked: true, limit: 1000 }),
    )
    return rows.filter((row) => row.person === person).map((row) => [row.task, row.dueOn])
  }
  assert.deepEqual(await due(), [['older-people.examination-due', '2025-12-31']])
  await examine(person, '2025-12-10')
  assert.deepEqual(await due(), [['older-people.assessment-due', '2026-01-09']])
  const { id } = await assess(person, '2025-12-12')
  assert.deepEqual(await due(), [])
  await county.act(village, 'older-people.assessment.void', { reason: '录入错误' }, { id: id! })
  assert.deepEqual(await due(), [['older-people.assessment-due', '2026-01-09']])
})
