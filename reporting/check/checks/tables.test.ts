import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDocument } from '../index.ts'

const markdown = (rows: readonly (readonly string[])[]): Uint8Array => {
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
  return new TextEncoder().encode(['某县工作总结', '', head, '|---|---|---|---|', ...body].join('\n'))
}

const TABLE = [
  ['单位', '服务人口（人）', '签约（人）', '签约率（%）'],
  ['甲镇', '10000', '4500', '45.0'],
  ['乙镇', '20000', '9100', '45.5'],
  ['丙乡', '8000', '4000', '50.0'],
  ['丁乡', '5000', '2600', '52.0'],
  ['合计', '43000', '20200', '47.0'],
]

const changed = (row: number, column: number, value: string): string[][] =>
  TABLE.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell)))

test('a table takes its units from the heads', async () => {
  const { claims } = await checkDocument(markdown(TABLE), 'a.md')
  assert.equal(claims.length, 15)
  assert.deepEqual(
    [claims[0]?.unit, claims[0]?.subject.what, claims[2]?.unit, claims[2]?.kind],
    ['人', '甲镇服务人口', '%', 'rate'],
  )
})

test('a correct table gives no finding', async () => {
  assert.deepEqual((await checkDocument(markdown(TABLE), 'a.md')).findings, [])
})

test('a wrong total and a wrong rate are found', async () => {
  const total = await checkDocument(markdown(changed(5, 2, '20300')), 'a.md')
  assert.ok(
    total.findings.some(
      (finding) => finding.type === 'sum' && finding.printed === '20300' && finding.computed === '20200',
    ),
  )
  const rate = await checkDocument(markdown(changed(2, 3, '54.5')), 'a.md')
  assert.deepEqual(
    rate.findings.map((finding) => [finding.type, finding.printed]),
    [['ratio', '54.5']],
  )
})
