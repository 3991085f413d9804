import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMinutes } from '@kangheng/kernel/period/moment.ts'
import {
  excursionsOf,
  mergeReadings,
  readReadings,
  sideOf,
  summaryOf,
  writeReadings,
  type Reading,
} from './readings.ts'

const DAY = '2025-11-20'
/** Readings from eight o'clock, one each ten minutes. */
const from8 = (...values: number[]): Reading[] =>
  values.map((celsius, index) => ({ at: addMinutes(`${DAY} 08:00`, index * 10), celsius }))

test('2 and 8 degrees are inside, a tenth further is not', () => {
  const rows: [number, ReturnType<typeof sideOf>][] = [
    ...([
      [2, null],
      [8, null],
      [1.9, 'cold'],
      [8.1, 'warm'],
      [-0.1, 'cold'],
    ] as [number, ReturnType<typeof sideOf>][]),
  ]
  for (const [celsius, side] of rows) assert.equal(sideOf(celsius), side, String(celsius))
})

test('a day is written and read back whatever the readings; of one minute the later one holds', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const degrees = fc.integer({ min: -400, max: 600 }).map((tenths) => tenths / 10)
  fc.assert(
    fc.property(fc.array(fc.tuple(minute, degrees)), (pairs) => {
      const readings = mergeReadings(
        [],
        pairs.map(([at, celsius]) => ({ at: addMinutes(`${DAY} 00:00`, at), celsius })),
      )
      assert.deepEqual(
        readReadings(writeReadings(readings), DAY).map(({ at, celsius }) => [at, celsius + 0]),
        readings.map(({ at, celsius }) => [at, celsius + 0]),
      )
    }),
  )
  assert.deepEqual(mergeReadings(from8(4), from8(5)), from8(5))
})

test('an alarm after thirty minutes outside, at once below zero, none for a door', () => {
  const kinds = (...values: number[]) =>
    excursionsOf(from8(...values)).map(({ kind, startedAt, endedAt, extreme }) => [
      kind,
      startedAt.slice(11),
      endedAt?.slice(11) ?? null,
      extreme,
    ])
  assert.deepEqual(kinds(4, 9, 9.5, 5), [])
  assert.deepEqual(kinds(4, 9, 9.5, 10, 5), [['warm', '08:10', '08:40', 10]])
  assert.deepEqual(kinds(4, 9, 9.5, 10, 9), [['warm', '08:10', null, 10]])
  assert.deepEqual(kinds(4, 1.5, -0.4, 3), [['cold', '08:10', '08:30', -0.4]])
  assert.deepEqual(kinds(1, 1, 1, 9, 9, 9, 9), [
    ['cold', '08:00', '08:30', 1],
    ['warm', '08:30', null, 9],
  ])
})

test('a day’s summary: extremes, minutes outside, and whether it was read enough', () => {
  assert.deepEqual(summaryOf(from8(4, 9, 5), false), {
    ...{ count: 3, lowest: 4, highest: 9, mean: 6, minutesOut: 10, complete: false },
  })
  const byHand = (...times: string[]) =>
    summaryOf(
      times.map((time) => ({ at: `${DAY} ${time}`, celsius: 4 })),
      false,
    ).complete
  assert.deepEqual(
    [byHand('08:30', '14:30'), byHand('08:30', '14:29'), byHand('08:30'), byHand('13:00', '19:30'), byHand()],
    [true, false, false, false, false],
  )
  const byLogger = (count: number) =>
    summaryOf(
      Array.from({ length: count }, (_, index) => ({ at: addMinutes(`${DAY} 00:00`, index * 10), celsius: 4 })),
      true,
    ).complete
  assert.deepEqual([byLogger(130), byLogger(129)], [true, false])
})
