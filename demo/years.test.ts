import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { keepYears, LEAST_YEARS } from './days.ts'
import { planDemo } from './index.ts'
import { stagesOf } from './stages.ts'

const seal = openVault(new Uint8Array(32).fill(5))

/** Rows of a table by the year in which they happened, of a demo of so many years. */
function rowsByYear(years: number): Map<string, Map<number, number>> {
  const model = planDemo({ scale: 0.01, seed: 3, years })
  const tables = new Map<string, Map<number, number>>()
  for (const stage of stagesOf(model, seal))
    for (const { name, columns, rows } of stage.tables()) {
      const at = columns.indexOf('happened_on')
      const counts = tables.get(name) ?? new Map<number, number>()
      tables.set(name, counts)
      for (const row of rows) {
        const year = Number(String(row[at]).slice(0, 4))
        counts.set(year, (counts.get(year) ?? 0) + 1)
      }
    }
  return tables
}

/** Lines of business whose records begin with the demo's years; the others have beginnings of their own (README). */
const FOLLOWING = [
  ...['hypertension_visit', 'health_examination', 'maternal_antenatal_visit', 'mental_visit', 'health_record_use'],
  ...['health_education_activity', 'resident_birth', 'death_certificate', 'poverty_visit'],
]

describe('a demo of more years', () => {
  after(() => keepYears(LEAST_YEARS))

  for (const years of [3, 5])
    test(`of ${years} has records in each of them`, () => {
      const tables = rowsByYear(years)
      for (const table of FOLLOWING)
        for (let year = 2025; year > 2025 - years; year -= 1)
          assert.ok((tables.get(table)?.get(year) ?? 0) > 0, `${table} has rows in ${year}`)
      const visits = tables.get('hypertension_visit')!
      // Visits begin a quarter before the records.
      assert.equal(visits.get(2025 - years - 1), undefined)
      assert.ok((visits.get(2025 - years) ?? 0) < (visits.get(2025 - years + 1) ?? 0))
    })

  test('has two years again when no more is said of the next', () => {
    assert.deepEqual([...rowsByYear(2)].sort(), [...rowsByYear(2)].sort())
    const deaths = rowsByYear(2).get('death_certificate')!
    assert.deepEqual([...deaths.keys()].sort(), [2024, 2025])
  })
})
