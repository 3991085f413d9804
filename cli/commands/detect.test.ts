import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testSeries } from '@kangheng/domains/public-health/communicable-disease/warning/testing/tables.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const counts = testSeries().get('agona')!
const agona = `week,count\n${counts
  .map((count, index) => `${1990 + Math.floor(index / 52)}-W${String((index % 52) + 1).padStart(2, '0')},${count}`)
  .join('\n')}\n`

function detect(input: string, ...options: string[]) {
  const argv = [main, 'detect', '--series', '-', '--lang', 'en', ...options]
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('gives one object per point, in order, null where the history is too short', () => {
  const { status, stdout } = detect(agona, '--method', 'farrington', '--json')
  const points = JSON.parse(stdout) as { observed: number; expected: number; upper: number; alarm: boolean }[]
  assert.equal(status, 0)
  assert.equal(points.length, 312)
  assert.deepEqual(points[0], { observed: 1, expected: null, upper: null, alarm: null })
  assert.ok(Math.abs(points[311]!.upper - 13.272_442_637) < 1e-5)
})

test('a range may be given as positions or weeks', () => {
  const judged = (range: string) =>
    (
      JSON.parse(detect(agona, '--method', 'ears-c1', '--json', '--range', range).stdout) as { alarm: unknown }[]
    ).flatMap((point, index) => (point.alarm === null ? [] : [index + 1]))
  assert.deepEqual(judged('300:302'), [300, 301, 302])
  assert.deepEqual(judged('310:'), [310, 311, 312])
  assert.deepEqual(judged('1995-W51:1995-W52'), [311, 312])
})

test('says what is wrong and what to do, with exit code 2', () => {
  for (const [options, words] of [
    [['--method', 'farringdon'], /no method “farringdon”. Methods: farrington, /],
    [['--method', 'farrington', '--alpha', '2'], /--alpha must be a number between 0 and 1/],
    [['--method', 'ears-c1', '--years', '5'], /ears-c1 has no setting --years/],
    [['--method', 'farrington', '--range', '5:900'], /positions from 1 to 312/],
    [['--method', 'farrington', '--reference', 'date'], /needs a calendar/],
    [['--method', 'farrington', '--half-width', '30'], /too large/],
  ] as const) {
    const { status, stderr } = detect(agona, ...options)
    assert.equal(status, 2)
    assert.match(stderr, words)
  }
  assert.match(detect('week,count\n1,x\n', '--method', 'ears-c1').stderr, /Line 2: the count “x”/)
})
