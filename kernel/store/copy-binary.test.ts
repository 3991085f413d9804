import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { buildHouse } from '../domain/registry.ts'
import { openTestDatabase } from '../testing/database.ts'
import type { Database } from './connection.ts'
import { binaryCopyChunks } from './copy-binary.ts'
import { copyChunks, type CopyValue } from './copy-format.ts'

const COLUMNS = {
  text: 'text',
  json: 'jsonb',
  key: 'uuid',
  flag: 'boolean',
  whole: 'integer',
  long: 'bigint',
  amount: 'numeric',
  day: 'date',
  moment: 'timestamp with time zone',
  bytes: 'bytea',
}
const names = Object.keys(COLUMNS)
const types = Object.values(COLUMNS)
let database: Database

before(async () => {
  database = await openTestDatabase(buildHouse([], []))
  const columns = Object.entries(COLUMNS).map(([name, type]) => `"${name}" ${type}`)
  for (const table of ['copied_text', 'copied_binary'])
    await database.execute(`create table ${table} (nr integer, ${columns.join(', ')})`)
})
after(() => database.close())

const words = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', ''))
const isoDay = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.stringMatching(/^\d{0,9}$/))
  .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`)
const row = fc.tuple(
  fc.option(words),
  fc.option(fc.dictionary(fc.constantFrom('甲', 'b', 'c'), words, { maxKeys: 3 })),
  fc.option(fc.uuid()),
  fc.option(fc.boolean()),
  fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.option(fc.integer({ min: -(2 ** 50), max: 2 ** 50 })),
  fc.option(decimal),
  fc.option(isoDay),
  fc.option(isoDay.map((day) => `${day} 18:00:00+08`)),
  fc.option(fc.uint8Array({ maxLength: 20 })),
)

test('what is no UUID is refused', () => {
  const write = (text: string) => [...binaryCopyChunks(['uuid'], [[text]])].length
  assert.equal(write('018CC251-f400-7000-8000-28709e3779b1'), 1)
  assert.equal(write('018cc251f40070008000' + '28709e3779b1'), 1)
  for (const text of [
    '',
    '018cc251-f400-7000-8000-28709e3779b',
    '018cc251-f400-7000-8000-28709e3779b12',
    '018cc251-f400-7000-8000-28709e3779bg',
    '018cc251-f400-7000-8000-28709e3779b一',
    '018cc2510f40007000080000287' + '09e3779b1',
  ])
    assert.throws(() => write(text), /is not a UUID/, text)
})

test('binary COPY stores what text COPY stores', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
      const numbered = rows.map((values, index): CopyValue[] => [index, ...values])
      await database.execute('truncate copied_text, copied_binary')
      await database.copyIn('copied_text', ['nr', ...names], copyChunks(numbered))
      // Small chunks, so that there are several.
      const chunks = [...binaryCopyChunks(['integer', ...types], numbered, 400)]
      assert.equal(chunks.at(-1)!.rows, rows.length)
      const bytes = chunks.map((chunk) => chunk.bytes)
      assert.equal(await database.copyIn('copied_binary', ['nr', ...names], bytes, 'binary'), rows.length)
      const stored = (table: string) => database.query(`select * from ${table} order by nr`)
      assert.deepEqual(await stored('copied_binary'), await stored('copied_text'))
    }),
    { numRuns: 30 },
  )
})

test('a value that is not of its type is named', () => {
  const make = (type: string, value: CopyValue) => [...binaryCopyChunks([type], [[value]])]
  assert.throws(() => make('date', '2025-13-40'), /2025-13-40/)
  assert.throws(() => make('numeric(10, 2)', '1,5'), /1,5 is not a decimal number/)
  assert.throws(() => make('uuid', 'x'), /x is not a UUID/)
  assert.throws(() => make('point', '(1,2)'), /point/)
})
