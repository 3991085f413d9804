import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DetectOptions, judgePoint, type Method } from './detect.ts'
import { numberOrNull, testSeries, testTable } from './testing/tables.ts'

const series = testSeries()

/** `years=5;trend=0;transform=2/3` as options. */
function optionsOf(settings: string): DetectOptions {
  const pairs = settings.split(';').map((pair) => pair.split('=') as [string, string])
  return Object.fromEntries(
    pairs
      .filter(([, value]) => value !== '')
      .map(([name, value]) => {
        if (name === 'reweight' || name === 'trend') return [name, value === '1']
        return [name, name === 'threshold' || name === 'transform' ? value : Number(value)]
      }),
  )
}

const runs = Map.groupBy(testTable('r-points'), (row) => `${row['method']} ${row['series']} ${row['settings']}`)

for (const [name, points] of runs) {
  test(`as R’s surveillance: ${name}`, () => {
    const counts = series.get(points[0]!['series']!)!
    for (const row of points) {
      const at = Number(row['position']) - 1
      const found = judgePoint({ frequency: 52, counts }, at, row['method'] as Method, optionsOf(row['settings']!))
      const stopped = row['upper'] === '-1' || row['alarm'] === 'NA'
      const wanted = stopped ? null : numberOrNull(row['upper'])
      assert.equal(found.observed, counts[at])
      assertClose(found.upper, wanted, `upper at ${row['position']}`)
      assert.equal(
        found.alarm,
        stopped || row['alarm'] === 'NA' ? null : row['alarm'] === '1',
        `alarm at ${row['position']}`,
      )
      if (row['expected'] && !stopped) assertClose(found.expected, numberOrNull(row['expected']), 'expected')
    }
  })
}

function assertClose(found: number | null, wanted: number | null, what: string): void {
  if (wanted === null || found === null) return assert.equal(found, wanted, what)
  const error = Math.abs(found - wanted) / Math.max(1, Math.abs(wanted))
  assert.ok(error < 1e-9, `${what}: ${found} instead of ${wanted}`)
}
