import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Card, cardFaults, maybeSameIllness } from './card-rules.ts'
import { reportDue, reportingHours, reviewDue } from './clocks.ts'
import { gradeEvent } from './grading.ts'
import { addHours, addMinutes, minutesBetween, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { findDisease } from './notifiable/list.ts'

const disease = (id: string) => findDisease(id)!

test('two hours for class A and what is managed as such, otherwise twenty-four, nights and holidays included', () => {
  assert.equal(reportingHours(disease('cholera')), 2)
  assert.equal(reportingHours(disease('sars')), 2)
  assert.equal(reportingHours(disease('anthrax'), 'anthrax-pulmonary'), 2)
  assert.equal(reportingHours(disease('anthrax'), 'anthrax-cutaneous'), 24)
  assert.equal(reportingHours(disease('influenza')), 24)
  assert.equal(reportDue(disease('cholera'), null, '2025-12-31 23:30'), '2026-01-01 01:30')
  assert.equal(reportDue(disease('measles'), null, '2025-02-28 17:00'), '2025-03-01 17:00')
  assert.equal(reviewDue(disease('plague'), 'plague-bubonic', '2025-10-01 08:05'), '2025-10-01 10:05')
})

test('moments can be added to and subtracted', () => {
  assert.equal(addMinutes('2024-02-28 23:59', 1), '2024-02-29 00:00')
  assert.equal(addMinutes('2024-03-01 00:00', -1), '2024-02-29 23:59')
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (minutes) => {
      const from = '2025-06-15 10:20'
      return minutesBetween(from, addMinutes(from, minutes)) === minutes
    }),
  )
  assert.equal(addHours('2025-06-15 10:20', 24), '2025-06-16 10:20')
})

test('the present moment is China’s time of day on the business date', () => {
  assert.equal(presentMoment('2025-12-31', new Date('2026-11-23T17:45:10Z')), '2025-12-31 01:45')
})

const card: Card = {
  disease: 'measles',
  category: 'confirmed',
  onsetOn: '2025-03-01',
  diagnosedAt: '2025-03-03 09:00',
  group: 'farmer',
  birth: '1980-05-05',
}
const now = '2025-03-03 18:00'
const faulty = (changes: Partial<Card>) => cardFaults({ ...card, ...changes }, now).map((each) => each.field)

test('a card that is right has no faults', () => assert.deepEqual(faulty({}), []))

for (const [name, changes, fields] of [
  ['onset after diagnosis', { onsetOn: '2025-03-04' }, ['onsetOn']],
  ['diagnosis in the future', { diagnosedAt: '2025-03-03 18:01' }, ['diagnosedTime']],
  ['death before onset', { diedOn: '2025-02-27' }, ['diedOn']],
  ['death in the future', { diedOn: '2025-03-04' }, ['diedOn']],
  ['a pupil without school and class', { group: 'pupil' }, ['workplace', 'schoolClass']],
  ['a kindergarten child without kindergarten', { group: 'nursery' }, ['workplace']],
  ['a child without guardian', { birth: '2018-01-01' }, ['guardian']],
  ['onset before birth', { birth: '2025-03-02', guardian: '木某' }, ['onsetOn']],
  ['hepatitis without subtype', { disease: 'viral-hepatitis' }, ['subtype']],
  ['hepatitis B without course', { disease: 'viral-hepatitis', subtype: 'hepatitis-b' }, ['course']],
  ['hepatitis A needs no course', { disease: 'viral-hepatitis', subtype: 'hepatitis-a' }, []],
  ['schistosomiasis without course', { disease: 'schistosomiasis' }, ['course']],
  ['a subtype where there is none', { subtype: 'hepatitis-a' }, ['subtype']],
  ['a disease that is none', { disease: 'common-cold' }, ['disease']],
  ['a disease that is not yet on the list', { disease: 'chikungunya' }, ['disease']],
  ['novel influenza before the law of 2025', { disease: 'novel-influenza', subtype: 'h7n9' }, ['disease']],
] as const satisfies readonly (readonly [string, Partial<Card>, readonly string[]])[]) {
  test(`a card with a fault: ${name}`, () => assert.deepEqual(faulty(changes), fields))
}

test('a second card of the same illness is noticed', () => {
  const illness = (id: string, onset: number, subtype: string | null = null) => ({ disease: id, subtype, onset })
  assert.equal(maybeSameIllness(illness('influenza', 0), illness('influenza', 20)), true)
  assert.equal(maybeSameIllness(illness('influenza', 0), illness('influenza', 31)), false)
  assert.equal(maybeSameIllness(illness('tuberculosis', 0), illness('tuberculosis', 900)), true)
  assert.equal(maybeSameIllness(illness('influenza', 0), illness('measles', 0)), false)
  const hepatitis = (subtype: string) => illness('viral-hepatitis', 0, subtype)
  assert.equal(maybeSameIllness(hepatitis('hepatitis-b'), hepatitis('hepatitis-c')), false)
})

for (const [facts, grade] of [
  [{ disease: 'plague', subtype: 'plague-pneumonic', cases: 1 }, 'III'],
  [{ disease: 'plague', subtype: 'plague-pneumonic', cases: 5 }, 'II'],
  [{ disease: 'plague', subtype: 'plague-pneumonic', cases: 1, counties: 2 }, 'II'],
  [{ disease: 'plague', subtype: 'plague-bubonic', cases: 9 }, 'IV'],
  [{ disease: 'plague', subtype: 'plague-bubonic', cases: 10 }, 'III'],
  [{ disease: 'plague', subtype: 'plague-bubonic', cases: 20 }, 'II'],
  [{ disease: 'anthrax', subtype: 'anthrax-pulmonary', cases: 1 }, 'III'],
  [{ disease: 'cholera', cases: 9 }, 'IV'],
  [{ disease: 'cholera', cases: 10 }, 'III'],
  [{ disease: 'cholera', cases: 29 }, 'III'],
  [{ disease: 'cholera', cases: 30 }, 'II'],
  [{ disease: 'sars', cases: 1 }, 'II'],
  [{ disease: 'measles', cases: 12 }, 'IV'],
  [{ disease: 'measles', cases: 40, timesUsual: 1.5 }, 'III'],
  [{ disease: 'measles', cases: 40, timesUsual: 2.5, counties: 2 }, 'II'],
  [{ disease: 'measles', cases: 0 }, 'ungraded'],
  [{ disease: 'cholera', cases: 30, on: '2000-01-01' }, 'ungraded'],
] as const) {
  test(`an event of ${JSON.stringify(facts)} is of grade ${grade}`, () => {
    assert.equal(gradeEvent({ on: '2025-06-01', deaths: 0, counties: 1, ...facts }).grade, grade)
  })
}
