import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { importFile } from '@kangheng/kernel/exchange/staged-import.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase, testActor } from '@kangheng/kernel/testing/database.ts'
import { residentImport } from './importable.ts'
import { importHouse } from './testing/import-house.ts'
import { idNumber } from './testing/residents.ts'

let database: Database

before(async () => {
  setVault(openVault(new Uint8Array(32).fill(7)))
  database = await openTestDatabase(importHouse)
  await loadPlaces(database, '530721')
  for (const [key, zh, kind, options] of [
    ['water', '饮水类型', 'choice', ['tap', 'well']],
    ['pets', '养犬只数', 'number', []],
    ['remark', '备注', 'text', []],
  ] as const)
    await database.query(
      `insert into extension_field (county, record, key, version, title_zh, title_en, kind, options, option_titles)
       values ('530721', 'resident.registration', $1, 1, $2, $1, $3, $4::jsonb, '{"tap": {"zh": "自来水", "en": "Tap"}}')`,
      [key, zh, kind, JSON.stringify(options)],
    )
})
after(() => database?.close())

const HEADER = ['姓名', '身份证号', '乡镇', '村(社区)', '饮水类型', '养犬只数', '备注']
async function send(rows: readonly (readonly string[])[], header = HEADER) {
  const columns = header.map((title) => ({ title, kind: 'text' as const }))
  const bytes = await workbookBytes([{ name: '名单', columns, rows }])
  const setting = { database, house: importHouse, county: '530721', today: () => '2025-12-31' }
  return importFile(setting, residentImport, testActor('importer'), { bytes, name: 'a.xlsx' }, { withReport: true })
}
const place = ['黄山街道', '白马社区居委会']
const one = ['和文军', idNumber('1965-03-08'), ...place]
const other = ['和文英', idNumber('1970-05-01', '802'), ...place]
const kept = async () =>
  (await database.query<{ name: string; extra: unknown }>('select name, extra from person order by name')).map(
    ({ name, extra }) => [name, extra],
  )

test('columns the county has added are read by their kind and kept with the person; what does not fit is told', async () => {
  const { job, report } = await send([
    [...one, '自来水', '2', '母亲：无'],
    [...other, '泉水', '两只', ''],
  ])
  assert.equal(job.counts['added'], 2)
  assert.deepEqual(job.counts['warnings_on_accepted'], { ADDED_FIELD_UNREADABLE: 2 })
  const rows = report!.rows as unknown as { values: Record<string, unknown>; warnings?: string[] }[]
  assert.deepEqual([rows[0]!.values['extra.water'], rows[0]!.values['extra.pets']], ['tap', 2])
  assert.deepEqual(rows[1]!.warnings, ['ADDED_FIELD_UNREADABLE', 'ADDED_FIELD_UNREADABLE'])
  assert.deepEqual(await kept(), [
    ['和文军', { fields: { water: 'tap', pets: 2 } }],
    ['和文英', {}],
  ])
})

test('a later register fills in what is missing, in the same file and of known people, and replaces nothing', async () => {
  await send([
    [...one, 'well', '3', ''],
    [...other, 'well', '', ''],
    [...other, '', '1', ''],
  ])
  assert.deepEqual(await kept(), [
    ['和文军', { fields: { water: 'tap', pets: 2 } }],
    ['和文英', { fields: { water: 'well', pets: 1 } }],
  ])
  const again = await send([
    [...one, 'well', '3', ''],
    [...other, 'well', '', ''],
    [...other, '', '1', ''],
  ])
  assert.equal(again.job.counts['to_fill'], 0)
})

test('the empty workbook has a column for each added field, and what is filled in there is read', async () => {
  const [sheet] = residentImport.template(await residentImport.given!(database, '530721'))
  const titles = sheet!.columns.map(({ title }) => title)
  assert.deepEqual(titles.slice(-3), ['养犬只数', '备注', '饮水类型'])
  const filled: Record<string, string> = {
    姓名: '和文秀',
    身份证号: idNumber('1972-02-09', '804'),
    乡镇: place[0]!,
    '村(社区)': place[1]!,
    饮水类型: '自来水',
  }
  assert.ok(Object.keys(filled).every((title) => titles.includes(title)))
  await send([titles.map((title) => filled[title] ?? '')], titles)
  assert.deepEqual(
    (await kept()).find(([name]) => name === '和文秀'),
    ['和文秀', { fields: { water: 'tap' } }],
  )
})
