import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { findDisease } from '../notifiable/list.ts'
import { eventThresholds } from './event-thresholds.ts'
import { type ClusterCase, findThresholdAlarms } from './sliding-window.ts'

const threshold = (id: string) => eventThresholds.find((each) => each.id === id)!
let next = 0
const sick = (
  on: string,
  disease: string,
  places: ClusterCase['places'],
  rest: Partial<ClusterCase> = {},
): ClusterCase => ({
  id: String(++next),
  on,
  disease,
  places,
  ...rest,
})
const many = (count: number, on: string, disease: string, places: ClusterCase['places']) =>
  Array.from({ length: count }, () => sick(on, disease, places))

test('the window slides: nine cases before the weekend and one after it are ten in a week', () => {
  const cases = [...many(9, '2025-11-07', 'measles', { unit: 'S1' }), sick('2025-11-13', 'measles', { unit: 'S1' })]
  const [alarm, ...more] = findThresholdAlarms(cases, threshold('measles'))
  assert.deepEqual(
    [alarm?.level, alarm?.place, alarm?.from, alarm?.reachedOn],
    ['unit', 'S1', '2025-11-07', '2025-11-13'],
  )
  assert.equal(alarm?.cases.length, 10)
  assert.equal(more.length, 0)
  assert.deepEqual(
    findThresholdAlarms([...cases.slice(0, 9), sick('2025-11-14', 'measles', { unit: 'S1' })], threshold('measles')),
    [],
  )
})

test('dysentery is counted over three days', () => {
  const spread = (last: string) => [
    ...many(9, '2025-07-01', 'dysentery', { village: 'V' }),
    sick(last, 'dysentery', { village: 'V' }),
  ]
  assert.equal(findThresholdAlarms(spread('2025-07-03'), threshold('dysentery')).length, 1)
  assert.equal(findThresholdAlarms(spread('2025-07-04'), threshold('dysentery')).length, 0)
})

test('one case is enough where the law says so, and only of that subtype', () => {
  const anthrax = (subtype: string) => [sick('2025-06-01', 'anthrax', { county: '530721' }, { subtype })]
  assert.equal(findThresholdAlarms(anthrax('anthrax-pulmonary'), threshold('pulmonary-anthrax')).length, 1)
  assert.equal(findThresholdAlarms(anthrax('anthrax-cutaneous'), threshold('pulmonary-anthrax')).length, 0)
  assert.equal(
    findThresholdAlarms([sick('2025-06-01', 'cholera', { county: '530721' })], threshold('cholera')).length,
    1,
  )
})

test('deaths count by themselves, on the day of death', () => {
  const dead = sick('2025-08-01', 'japanese-encephalitis', { township: 'T' }, { diedOn: '2025-08-20' })
  const [alarm] = findThresholdAlarms([dead], threshold('japanese-encephalitis'))
  assert.equal(alarm?.reachedOn, '2025-08-20')
})

test('places do not mix, and windows that touch are one alarm', () => {
  const cases = [
    ...many(3, '2025-03-01', 'hemorrhagic-conjunctivitis', { unit: 'S1' }),
    ...many(3, '2025-03-05', 'hemorrhagic-conjunctivitis', { unit: 'S1' }),
    ...many(2, '2025-03-05', 'hemorrhagic-conjunctivitis', { unit: 'S2' }),
    ...many(3, '2025-06-05', 'hemorrhagic-conjunctivitis', { unit: 'S1' }),
  ]
  const alarms = findThresholdAlarms(cases, threshold('school-hemorrhagic-conjunctivitis'))
  assert.deepEqual(
    alarms.map((alarm) => [alarm.place, alarm.reachedOn, alarm.until, alarm.cases.length]),
    [
      ['S1', '2025-03-01', '2025-03-05', 6],
      ['S1', '2025-06-05', '2025-06-05', 3],
    ],
  )
})

test('every rule names diseases and subtypes of the list', () => {
  for (const rule of eventThresholds)
    for (const each of rule.diseases) {
      const [disease, subtype] = each.split('/')
      const found = findDisease(disease!)
      assert.ok(found, `${rule.id}: ${disease}`)
      if (subtype)
        assert.ok(
          found.subtypes.some((kind) => kind.id === subtype),
          `${rule.id}: ${subtype}`,
        )
    }
  assert.equal(new Set(eventThresholds.map((rule) => rule.id)).size, eventThresholds.length)
})

test('an alarm is found exactly when some week holds enough cases', () => {
  const rule = threshold('rubella')
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 60 }), (days) => {
      const cases = days.map((day) => sick(addDays('2025-01-01', day), 'rubella', { unit: 'S' }))
      const reached = days.some((day) => days.filter((other) => other <= day && other > day - 7).length >= 10)
      return findThresholdAlarms(cases, rule).length > 0 === reached
    }),
  )
})
