import { readFileSync } from 'node:fs'

/** The rows of a table of test data, by column. */
export function testTable(name: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  return rows.map((row) => Object.fromEntries(head!.map((column, index) => [column, row[index] ?? ''])))
}

/** The weekly test series by name. */
export function testSeries(): ReadonlyMap<string, readonly number[]> {
  return new Map(testTable('r-series').map((row) => [row['name']!, row['counts']!.split(' ').map(Number)]))
}

/** A number of a table; NA and an empty cell are none. */
export const numberOrNull = (text: string | undefined) => (text === 'NA' || text === '' ? null : Number(text))
