import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '../access/scope.ts'
import { buildHouse } from '../domain/registry.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty } from '../testing/small-county.ts'
import { loan } from '../testing/umbrella-library/actions.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { holderCount, loansMade, overdueRate } from '../testing/umbrella-library/indicators.ts'
import { readFigures, type FigureReading } from './read-figures.ts'

const BELOW = 5
const guarded = { ...holderCount, guard: { record: loan, below: BELOW } }
const rate = { ...overdueRate, guard: { record: loan, below: BELOW } }
const house = buildHouse(
  [{ ...umbrellaLibrary, indicators: [guarded, rate, loansMade], paragraphs: [] }],
  [librarian, visitor],
)
const TOWNSHIP = '530721001'
const villages = Array.from({ length: 6 }, (_, number) => `${TOWNSHIP}${String(100 + number)}`)
let database: Database

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database)
  for (const code of villages) {
    await database.query(
      `insert into division (code, parent, level, name, short_name, english_name) values ($1, $2, 'village', $1, $1, $1)`,
      [code, TOWNSHIP],
    )
  }
})
after(() => database.close())

/** Stores figures of villages: their numerators, with a denominator for a rate. */
async function store(
  indicator: string,
  period: string,
  counts: readonly (readonly [number, number | null])[],
): Promise<void> {
  await database.query(`delete from figure where indicator = $1 and period = $2`, [indicator, period])
  for (const [index, [numerator, denominator]] of counts.entries())
    await database.query(
      `insert into figure (county, indicator, place, period, definition_version, value, numerator, denominator, rank, ranked_of, computed_at)
       values ('530721', $1, $2, $3, 1, $4, $4, $5, 1, 6, now())`,
      [indicator, villages[index], period, numerator, denominator],
    )
}

const read = (role: string, indicator: string, period: string, places: readonly string[] = villages) =>
  asActor(database, house, testActor(role, '530721'), (connection) =>
    readFigures(connection, { county: '530721', indicators: [indicator], places, periods: [period] }),
  )
const told = (readings: readonly FigureReading[]) =>
  readings.map(({ value }) => (value === null ? null : Number(value)))

test('of villages: small counts are withheld, and others with them, so that none follows from the sum', async () => {
  const cases: readonly (readonly [counts: readonly number[], told: readonly (number | null)[]])[] = [
    [
      [5, 6, 7],
      [5, 6, 7],
    ],
    // One alone would follow from the township’s figure: the next smallest goes with it. Nothing is told of nobody.
    [
      [4, 0, 9, 20],
      [null, 0, null, 20],
    ],
    // Two that are one together with the other say what each is: a third goes with them.
    [
      [1, 1, 12, 30],
      [null, null, null, 30],
    ],
    [
      [2, 3, 12, 30],
      [null, null, 12, 30],
    ],
    [[3], [null]],
  ]
  for (const [counts, expected] of cases) {
    await store(
      guarded.id,
      '2025-03',
      counts.map((count) => [count, null]),
    )
    assert.deepEqual(told(await read('visitor', guarded.id, '2025-03', villages.slice(0, counts.length))), expected)
    // Who sees the record is told every figure, and so is the house itself.
    assert.deepEqual(told(await read('librarian', guarded.id, '2025-03', villages.slice(0, counts.length))), counts)
  }
  const own = await readFigures(database, {
    ...{ county: '530721', indicators: [guarded.id], places: [villages[0]!], periods: ['2025-03'] },
  })
  assert.deepEqual(told(own), [3])
})

test('one that is read alone is withheld as it is among the others', async () => {
  await store(guarded.id, '2025-03', [
    [4, null],
    [9, null],
    [20, null],
  ])
  const [second] = await read('visitor', guarded.id, '2025-03', [villages[1]!])
  assert.deepEqual(
    [second!.withheld, second!.value, second!.numerator, second!.rank, second!.rankedOf],
    [true, null, null, null, null],
  )
  const [third] = await read('visitor', guarded.id, '2025-03', [villages[2]!])
  assert.deepEqual([third!.withheld, third!.value], [false, '20'])
})

test('a rate is withheld by the smaller of its terms; comparisons with a period that is withheld are not told', async () => {
  await store(rate.id, '2025-02', [
    [6, 9],
    [7, 30],
  ])
  await store(rate.id, '2025-03', [
    [0, 3],
    [8, 40],
    [9, 50],
  ])
  const march = await read('visitor', rate.id, '2025-03', villages.slice(0, 3))
  assert.deepEqual(
    march.map(({ withheld }) => withheld),
    [true, true, false],
  )
  await store(rate.id, '2025-02', [[2, 9]])
  await store(rate.id, '2025-03', [[6, 9]])
  const [now] = await read('visitor', rate.id, '2025-03', [villages[0]!])
  assert.deepEqual([now!.value, now!.previous], ['6', null])
  assert.equal((await read('librarian', rate.id, '2025-03', [villages[0]!]))[0]!.previous, '2')
})

test('where the figure of a township is withheld, so are those of its villages', async () => {
  await store(guarded.id, '2025-05', [[9, null]])
  const townships: readonly (readonly [string, number])[] = [
    [TOWNSHIP, 9],
    ['530721102', 3],
  ]
  for (const [place, count] of townships)
    await database.query(
      `insert into figure (county, indicator, place, period, definition_version, value, numerator, computed_at) values ('530721', $1, $2, '2025-05', 1, $3, $3, now())`,
      [guarded.id, place, count],
    )
  const places = [TOWNSHIP, '530721102', villages[0]!]
  assert.deepEqual(told(await read('visitor', guarded.id, '2025-05', places)), [null, null, null])
})

test('property: what is told together with the township’s sum never says a small count', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 6 }), async (counts) => {
      await store(
        guarded.id,
        '2025-04',
        counts.map((count) => [count, null]),
      )
      const readings = await read('visitor', guarded.id, '2025-04', villages.slice(0, counts.length))
      const hidden = counts.filter((_, index) => readings[index]!.withheld)
      const rest = counts.filter((count) => count > 0)
      for (const [index, { withheld }] of readings.entries())
        if (counts[index]! > 0 && counts[index]! < BELOW) assert.ok(withheld)
      // All that is not nobody is withheld, or two at least whose sum is not small.
      if (hidden.length > 0 && hidden.length < rest.length) {
        assert.ok(hidden.length >= 2)
        assert.ok(hidden.reduce((sum, count) => sum + count, 0) >= BELOW)
      }
    }),
    { numRuns: 40 },
  )
})
