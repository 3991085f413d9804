import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildFigures } from '../../indicator/engine.ts'
import { horizonOf } from '../../indicator/horizon.ts'
import { findFigure } from '../../indicator/read-figures.ts'
import { defineUserIndicator, loadUserIndicators, userIndicatorSchema } from '../../indicator/user-indicator.ts'
import { listRows, returnedRows } from '../import-jobs.ts'
import { readWorkbook } from '../workbook-reader.ts'
import { workbookBytes } from '../workbook-writer.ts'
import { lend } from '../../testing/umbrella-library/actions.ts'
import { personId } from '../../testing/small-county.ts'
import { returnedActionRows } from './returned.ts'
import { columnsOfAction, importActionFile } from './run.ts'
import { actionTemplate } from './template.ts'
import { numberOf, openImportCounty, type ImportCounty } from './testing.ts'

const HEADER = ['姓名', '证件号码', '伞号', '借期', '借出日期']
let county: ImportCounty

before(async () => {
  county = await openImportCounty()
})
after(() => county?.close())

const loans = () =>
  county.database.query<{ umbrella: string; person: string; extra: Record<string, unknown>; on: string }>(
    'select umbrella, person, extra, happened_on as "on" from umbrella_loan order by umbrella',
  )
const count = async () => (await loans()).length
const reasons = (outcome: Awaited<ReturnType<ImportCounty['send']>>) =>
  outcome.report!.rows.map((row) => row.reasons.map((reason) => `${reason.column?.zh ?? ''}：${reason.text.zh}`))

describe('an action imported from a workbook', () => {
  const rows = [
    ['测试0', numberOf(0), 'U101', 7, '2025-06-01'],
    ['测试4', numberOf(4), 'u102', '3天', '2025年6月2日'],
    ['测试1', numberOf(5), 'U103', 3, null],
    [null, numberOf(8), 'U104', 99, '20250603'],
    ['测试12', numberOf(12), 'U101', 3, '2025-06-04'],
    ['测试2', numberOf(2), 'U105', 3, '2025-06-04'],
  ]

  test('is previewed: what would be written, what is refused and why; nothing is written', async () => {
    const outcome = await county.send(HEADER, rows, { preview: true })
    assert.equal(outcome.job.state, 'preview')
    assert.equal(await count(), 0)
    assert.equal((await county.database.query('select 1 from journal')).length, 0)
    assert.deepEqual(
      outcome.report!.rows.map((row) => row.outcome),
      ['accepted', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected'],
    )
    assert.match(reasons(outcome)[1]!.join(), /^伞号：格式不对/)
    assert.match(reasons(outcome)[2]!.join(), /^姓名：姓名与证件号码不是同一人/)
    assert.match(reasons(outcome)[3]!.join(), /^借期：不能大于14/)
    assert.match(reasons(outcome)[4]!.join(), /^伞号：这把伞自2025-06-01起已借出/, 'an earlier row of the file is seen')
    assert.match(
      reasons(outcome)[5]!.join(),
      /^证件号码：查无此人，或不在您的管辖范围内/,
      'somebody of the next township',
    )
  })

  test('is applied by the pipeline, row by row; the same file twice changes nothing', async () => {
    const outcome = await county.send(HEADER, rows)
    assert.equal(outcome.job.state, 'done')
    assert.deepEqual(
      [outcome.job.counts['added'], outcome.job.counts['rejected'], outcome.job.counts['known']],
      [1, 5, 0],
    )
    const [entry] = await county.database.query<{ action: string; account: string }>('select * from journal')
    assert.equal(entry!.action, 'umbrella.loan.lend')
    assert.equal((await county.database.query('select 1 from stale_mark')).length > 0, true)
    const again = await county.send(HEADER, rows)
    assert.deepEqual([again.job.counts['added'], again.job.counts['known']], [0, 1])
    const colleague = await county.send(HEADER, rows, {
      actor: { ...county.clerk, account: '00000000-0000-7000-8000-0000000000aa' },
    })
    assert.deepEqual([colleague.job.counts['added'], colleague.job.counts['known']], [0, 1])
    assert.equal(await count(), 1)
  })

  test('refused rows come back with their reasons, are corrected, and imported again', async () => {
    const outcome = await county.send(HEADER, rows)
    const kept = await listRows(county.database, county.county, outcome.job.id, { outcome: 'rejected', limit: 100 })
    assert.equal((await returnedRows(county.database, county.county, outcome.job.id)).length, 5)
    const [sheet] = readWorkbook(await returnedActionRows(outcome.job.sheets, kept))
    const cells = [...sheet!.rows].map((row) => row.cells)
    const text = (row: number, column: number) => (cells[row]![column] as { value?: unknown }).value
    assert.deepEqual([text(1, 0), text(1, 5), text(1, 6)], ['姓名', '退回原因', '原表位置'])
    assert.match(String(text(2, 5)), /伞号/)
    const corrected = cells.slice(2).map((row, index) => row.map((cell, at) => (at === 2 ? `U11${index}` : cell)))
    const again = await county.send([...HEADER, '退回原因', '原表位置'], corrected as never)
    assert.deepEqual([again.job.counts['added'], again.job.counts['rejected']], [2, 3])
    assert.deepEqual(again.job.counts['unknown_columns'], [])
  })

  test('columns it does not know are told, and a file without its header is refused with the columns it needs', async () => {
    const outcome = await county.send([...HEADER, '颜色'], [['测试16', numberOf(16), 'U120', 1, null, '红']], {
      preview: true,
    })
    assert.deepEqual(outcome.job.counts['unknown_columns'], ['颜色'])
    await assert.rejects(county.send(['姓名', '颜色'], [['测试0', '红']]), /There is no header row/)
    const [failed] = await county.database.query<{ problem: { zh: string } }>(
      `select problem from import_job where state = 'failed'`,
    )
    assert.match(failed!.problem.zh, /“证件号码”“伞号”“借期”/)
  })
})

test('a template that was filled in gives the records it says, with fields the county added', async () => {
  for (const [key, zh, kind, options] of [
    ['colour', '颜色', 'choice', ['red', 'blue']],
    ['dry', '是否晾干', 'yes-no', []],
    ['weight', '重量', 'number', []],
  ] as const)
    await county.database.query(
      `insert into extension_field (county, record, key, version, title_zh, title_en, kind, options, option_titles, unit)
       values ('530721', 'umbrella.loan', $1, 1, $2, $1, $3, $4::jsonb, '{"red": {"zh": "红", "en": "Red"}, "blue": {"zh": "蓝", "en": "Blue"}}', $5::jsonb)`,
      [key, zh, kind, JSON.stringify(options), key === 'weight' ? '{"zh":"克","en":"g"}' : null],
    )
  const columns = await columnsOfAction(county, lend)
  const [sheet, ...others] = actionTemplate(lend, columns, 'zh')
  assert.deepEqual(
    sheet!.columns.map((column) => column.title),
    ['姓名', '证件号码*', '伞号*', '借期*', '押金', '借出日期', '颜色', '是否晾干', '重量'],
  )
  const filled = [
    ['测试20', numberOf(20), 'U201', 7, 5, '2025-06-01', '红', '是', 420],
    ['测试24', numberOf(24), 'U202', 7, null, '2025-06-02', 'Blue', null, null],
    ['测试28', numberOf(28), 'U203', 7, null, null, '绿', '也许', null],
  ]
  const bytes = await workbookBytes([{ ...sheet!, rows: filled }, ...others])
  const outcome = await importActionFile(county, lend, county.clerk, { bytes, name: 'x.xlsx' }, { withReport: true })
  assert.deepEqual(outcome.job.counts['skipped_sheets'], [])
  assert.deepEqual([outcome.job.counts['data_rows'], outcome.job.counts['added']], [3, 2])
  assert.deepEqual(
    outcome.report!.rows[2]!.reasons.map((reason) => reason.column?.zh),
    ['颜色', '是否晾干'],
  )
  const written = (await loans()).filter((row) => row.umbrella.startsWith('U20'))
  assert.deepEqual(
    written.map(({ umbrella, person, extra, on }) => [umbrella, person, extra, on]),
    [
      ['U201', personId(20), { colour: 'red', dry: true, weight: 420 }, '2025-06-01'],
      ['U202', personId(24), { colour: 'blue' }, '2025-06-02'],
    ],
  )
})

test('an imported value of an added field is counted by an indicator of the county’s own', async () => {
  const definition = userIndicatorSchema.parse({
    id: 'user.red-umbrellas',
    title: { zh: '红伞借出', en: 'Red umbrellas lent' },
    unit: '把',
    basis: { zh: '借用人所在地', en: 'by division' },
    record: 'umbrella.loan',
    kind: 'quantity',
    numerator: { conditions: [{ field: 'colour', op: '=', value: 'red' }] },
  })
  const { database, house, clerk } = county
  await database.transaction((connection) =>
    defineUserIndicator(connection, house, clerk, '530721', { requestId: 'define-red', definition }),
  )
  const indicators = await loadUserIndicators(database, house, '530721')
  await buildFigures(database, { county: '530721', indicators, horizon: horizonOf('2025-01', '2025-06-15') })
  const figure = await findFigure(database, '530721', 'user.red-umbrellas', '530721', '2025-06')
  assert.equal(figure?.value, '1')
})

test('an import that was cut off goes on where it was, and tells what it wrote before', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => ['', numberOf(36), `U3${String(index + 10)}`, 3, null])
  const before = await count()
  const stop = (_step: string, done: number) => {
    if (done >= 20) throw new Error('the power went')
  }
  await assert.rejects(county.send(HEADER, rows, { chunk: 10, onProgress: stop }), /power/)
  assert.equal(await count(), before + 20)
  const outcome = await county.send(HEADER, rows, { chunk: 10 })
  assert.equal(await count(), before + 30)
  assert.deepEqual([outcome.job.counts['added'], outcome.job.counts['known']], [30, 0])
})

test('an account that was disabled meanwhile writes nothing more', async () => {
  const account = '00000000-0000-7000-8000-0000000000bb'
  await county.database.query(
    `insert into account (county, id, username, name, role, division, password_hash, disabled) values ('530721', $1, 'gone', 'gone', 'librarian', '530721001', 'x', true)`,
    [account],
  )
  const sent = county.send(HEADER, [['', numberOf(0), 'U400', 1, null]], { actor: { ...county.clerk, account } })
  await assert.rejects(sent, /disabled/)
  await assert.rejects(
    county.send(HEADER, [['', numberOf(0), 'U401', 1, null]], { actor: { ...county.clerk, role: 'visitor' } }),
    /may not do this/,
  )
})

test('a thousand rows', async (context) => {
  const rows = Array.from({ length: 1000 }, (_, index) => [
    '',
    numberOf(36),
    `U${String(index)}`.padEnd(4, 'x'),
    3,
    null,
  ])
  const good = rows.map((row, index) => [...row.slice(0, 2), `U${500 + (index % 500)}`, ...row.slice(3)])
  const time = async (preview: boolean) => {
    const start = performance.now()
    const { job } = await county.send(HEADER, good, { preview })
    const seconds = (performance.now() - start) / 1000
    context.diagnostic(
      `${preview ? 'previewed' : 'applied'}: ${Math.round(1000 / seconds)} rows/s on ${county.database.engine}`,
    )
    return job.counts
  }
  await time(true)
  const counts = await time(false)
  assert.deepEqual([counts['added'], counts['rejected']], [500, 500])
})
