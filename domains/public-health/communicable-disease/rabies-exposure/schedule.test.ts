import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '@kangheng/kernel/period/date.ts'
import {
  earlierCourse,
  gradeOf,
  immunoglobulinUnits,
  immunoglobulinUntil,
  nextDose,
  type Schedule,
  schedules,
} from './schedule.ts'

const ON = '2025-06-01'

test('the grade follows from the contact; impaired immunity lifts II to III', () => {
  for (const [contact, immunodeficient, grade] of [
    ['intact-skin', true, 'I'],
    ['minor-scratch', false, 'II'],
    ['minor-scratch', true, 'III'],
    ['transdermal-bite', false, 'III'],
    ['broken-skin', false, 'III'],
    ['bat', false, 'III'],
  ] as const)
    assert.equal(gradeOf(contact, immunodeficient), grade)
})

/** The days of a course whose doses come on the due day, put off by `late` days each. */
function course(schedule: Schedule, late: readonly number[] = []): string[] {
  const given: string[] = []
  for (let due = nextDose(schedule, ON, given); due; due = nextDose(schedule, ON, given))
    given.push(addDays(due.dueOn, late[given.length] ?? 0))
  return given
}
const offsets = (given: readonly string[]) => given.map((day) => daysBetween(ON, day))

test('five doses on 0, 3, 7, 14, 28; Zagreb two at once, then 7 and 21; boosters on 0 and 3', () => {
  assert.deepEqual(offsets(course('essen')), [0, 3, 7, 14, 28])
  assert.deepEqual(offsets(course('zagreb')), [0, 0, 7, 21])
  assert.deepEqual(offsets(course('booster')), [0, 3])
})

test('a late dose puts the later ones off by as many days', () => {
  assert.deepEqual(offsets(course('essen', [0, 2])), [0, 5, 9, 16, 30])
  assert.deepEqual(offsets(course('zagreb', [0, 0, 4])), [0, 0, 11, 25])
})

test('property: no interval is ever shorter than the schedule’s', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Schedule>('essen', 'zagreb', 'booster'),
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }),
      (schedule, late) => {
        const given = course(schedule, late)
        const days: readonly number[] = schedules[schedule].days
        for (let dose = 1; dose < days.length; dose += 1)
          assert.ok(daysBetween(given[dose - 1]!, given[dose]!) >= days[dose]! - days[dose - 1]!)
      },
    ),
  )
})

test('after a full course: three months without a dose, then boosters', () => {
  assert.equal(earlierCourse(null, ON), 'none')
  assert.equal(earlierCourse('2025-03-02', ON), 'protected')
  assert.equal(earlierCourse('2025-03-01', ON), 'booster')
})

test('immunoglobulin by weight, until the seventh day', () => {
  assert.equal(immunoglobulinUnits('human', 60), 1200)
  assert.equal(immunoglobulinUnits('equine', 12.5), 500)
  assert.equal(immunoglobulinUntil(ON), '2025-06-08')
})
