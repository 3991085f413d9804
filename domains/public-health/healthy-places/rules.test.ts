import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { faultOf, judge, totalOf } from './score.ts'
import { checkOf, stageAfter, type Stage, type Step } from './stages.ts'
import { shippedStandards } from './standards/index.ts'
import {
  editionOn,
  gradeOf,
  isSurveyMonth,
  readingText,
  vectors,
  type Counts,
  type Grade,
  type Vector,
} from './vectors.ts'

const ITEMS = [
  { code: '1.1', points: '40.0', decisive: false },
  { code: '1.2', points: '30.5', decisive: true },
  { code: '2.1', points: '29.5', decisive: false },
]

test('a check is passed from the standard’s score on, and not where points of a decisive item were lost', () => {
  const lose = (...losses: [string, string][]) => losses.map(([code, points]) => ({ code, points }))
  assert.equal(totalOf(ITEMS), '100.0')
  assert.deepEqual(judge(ITEMS, [], '85'), { score: '100.0', decisive: [], passed: true })
  assert.deepEqual(judge(ITEMS, lose(['1.1', '15']), '85'), { score: '85.0', decisive: [], passed: true })
  assert.deepEqual(judge(ITEMS, lose(['1.1', '15.5']), '85'), { score: '84.5', decisive: [], passed: false })
  assert.deepEqual(judge(ITEMS, lose(['1.2', '0.5']), '85'), { score: '99.5', decisive: ['1.2'], passed: false })
  assert.deepEqual(
    [lose(['3.1', '1']), lose(['1.1', '1'], ['1.1', '2']), lose(['1.2', '31'])].map((losses) => faultOf(ITEMS, losses)),
    [
      { fault: 'unknown', code: '3.1' },
      { fault: 'twice', code: '1.1' },
      { fault: 'too-many', code: '1.2' },
    ],
  )
})

test('every shipped standard adds up to 100 points, and names where it comes from', () => {
  for (const [id, { items, source, passFrom }] of Object.entries(shippedStandards)) {
    assert.equal(totalOf(items.map(({ points }) => ({ points: String(points) }))), '100.0', id)
    assert.equal(new Set(items.map(({ code }) => code)).size, items.length, id)
    assert.ok(source.length > 4 && passFrom <= 100)
  }
})

const steps: Step[] = [
  { kind: 'check', passed: true },
  { kind: 'check', passed: false },
  ...(['mended', 'name', 'decline', 'revoke', 'withdraw'] as const).map((kind) => ({ kind })),
]

test('the way from application to name leads through self-check and assessment, and back after a failure', () => {
  const pass = steps[0]!
  const fail = steps[1]!
  const walk = (...taken: Step[]) =>
    taken.reduce<Stage | undefined>((stage, step) => stage && stageAfter(stage, step), 'applied')
  assert.equal(walk(pass, pass, { kind: 'name' }), 'named')
  assert.equal(walk(fail, pass, fail, { kind: 'mended' }, pass, { kind: 'name' }, fail, pass), 'named')
  assert.equal(walk(pass, { kind: 'name' }), undefined)
  assert.equal(walk(pass, pass, { kind: 'withdraw' }), undefined)
  assert.deepEqual(
    (['applied', 'self-checked', 'mending', 'recommended', 'named', 'suspended', 'revoked'] as const).map(checkOf),
    ['self', 'county', undefined, undefined, 'recheck', 'recheck', undefined],
  )
})

test('whatever is tried, nobody is named without two checks passed before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 25 }), (tried) => {
      let stage: Stage = 'applied'
      let passed = 0
      for (const step of tried) {
        const next = stageAfter(stage, step)
        if (!next) continue
        if (step.kind === 'check' && step.passed) passed += 1
        stage = next
      }
      if (stage === 'named') assert.ok(passed >= 2)
    }),
  )
})

const density: [Vector, Counts, Grade][] = [
  // 2.20 % of 3,504 rooms, 0.39 traces a kilometre, 97.17 % of the facilities: published as grade B of a city.
  [
    'rodent',
    { rooms: 3504, positiveRooms: 77, metres: 100_000, traces: 39, facilities: 3214, goodFacilities: 3123 },
    'B',
  ],
  ['rodent', { rooms: 100, positiveRooms: 1, metres: 1000, traces: 1, facilities: 100, goodFacilities: 97 }, 'A'],
  ['rodent', { rooms: 100, positiveRooms: 5, metres: 1000, traces: 5, facilities: 100, goodFacilities: 93 }, 'C'],
  ['rodent', { rooms: 100, positiveRooms: 6, metres: 1000, traces: 0, facilities: 100, goodFacilities: 97 }, 'below'],
  ['rodent', { rooms: 100, positiveRooms: 0 }, 'incomplete'],
  ['rodent', { rooms: 100, positiveRooms: 6 }, 'below'],
  ['mosquito', { metres: 5000, traces: 4, dips: 100, positiveDips: 5, larvae: 39, catches: 10, landed: 15 }, 'C'],
  ['mosquito', { metres: 5000, traces: 4, dips: 100, positiveDips: 5, larvae: 40, catches: 10, landed: 15 }, 'below'],
  ['mosquito', { metres: 10_000, traces: 1, dips: 100, positiveDips: 0, larvae: 0, catches: 2, landed: 1 }, 'A'],
  [
    'fly',
    { rooms: 100, positiveRooms: 9, insects: 27, sites: 20, positiveSites: 1, facilities: 20, goodFacilities: 17 },
    'C',
  ],
  [
    'fly',
    { rooms: 100, positiveRooms: 3, insects: 10, sites: 20, positiveSites: 0, facilities: 20, goodFacilities: 19 },
    'below',
  ],
  ['cockroach', { rooms: 200, positiveRooms: 6, eggRooms: 4, traceRooms: 10 }, 'B'],
  ['cockroach', { rooms: 200, positiveRooms: 2, eggRooms: 2, traceRooms: 15 }, 'below'],
]
for (const [vector, counts, grade] of density)
  test(`${vector} ${JSON.stringify(counts)} is ${grade}`, () => assert.equal(gradeOf(vector, counts).grade, grade))

test('flies where food is sold that is eaten as it is fail every grade', () => {
  const counts = { rooms: 10, positiveRooms: 0, sites: 10, positiveSites: 0, facilities: 10, goodFacilities: 10 }
  assert.equal(gradeOf('fly', counts).grade, 'A')
  assert.equal(gradeOf('fly', counts, true).grade, 'below')
})

test('one more positive never makes a grade better', () => {
  const order: Grade[] = ['A', 'B', 'C', 'below']
  fc.assert(
    fc.property(fc.constantFrom(...(['rodent', 'cockroach'] as const)), fc.nat(99), (vector, found) => {
      const of = (positiveRooms: number) =>
        order.indexOf(
          gradeOf(vector, {
            ...{ rooms: 100, positiveRooms, eggRooms: 0, traceRooms: 0, metres: 1000, traces: 0 },
            ...{ facilities: 1, goodFacilities: 1 },
          }).grade,
        )
      assert.ok(of(found + 1) >= of(found))
    }),
  )
})

test('readings in a line; the text by which flies are graded is marked from its new edition on', () => {
  const { readings } = gradeOf('rodent', { rooms: 3504, positiveRooms: 77 })
  assert.equal(readingText(readings), '室内鼠迹阳性率2.20%（B级）')
  assert.deepEqual(
    [editionOn('fly', '2025-10-31'), editionOn('fly', '2025-11-01'), editionOn('rodent', '2025-11-01')],
    ['2011', '2011-to-verify', '2011'],
  )
})

test('mosquitoes and flies in the warm months, rodents and cockroaches every odd month', () => {
  const months = (vector: Vector) =>
    Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => isSurveyMonth(vector, month))
  assert.deepEqual((Object.keys(vectors) as Vector[]).map(months), [
    [1, 3, 5, 7, 9, 11],
    [4, 5, 6, 7, 8, 9, 10, 11],
    [4, 5, 6, 7, 8, 9, 10, 11],
    [1, 3, 5, 7, 9, 11],
  ])
})
