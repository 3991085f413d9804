import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind } from '@kangheng/kernel/wording/bound.ts'
import type { Inline, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { sampleFigure, sampleRate } from '@kangheng/kernel/testing/figures.ts'
import { numberFigures, quotedFigures, tablesOf, tableStatus } from './figures.ts'
import { sampleBulletin } from './testing/bulletin.ts'

const signed = bind(sampleFigure(), { sameTimeLastYear: sampleFigure({ value: '100000' }) })
const coverage = bind(sampleRate('48.39'))

function documentOf(...paragraphs: (readonly Inline[])[]): ReportDocument {
  const opening = paragraphs.map((parts) => ({ kind: 'paragraph', parts }) as const)
  return sampleBulletin({ opening, sections: [] })
}

const numbers = (document: ReportDocument) => quotedFigures(document).map((part) => `${part.figure.key} ${part.text}`)

test('figures are numbered in reading order, and one that is said twice has one number', () => {
  const document = numberFigures(
    documentOf(zh`签约${signed}，${signed.sameTimeLastYear}。`, zh`覆盖率${coverage}，签约${signed}。`),
  )
  assert.deepEqual(numbers(document), ['F001 106351人', 'F002 增长6.4%', 'F003 48.39%', 'F001 106351人'])
})

test('numbers stay with their figures when a paragraph is put in front', () => {
  const first = numberFigures(documentOf(zh`签约${signed}。`))
  const second = numberFigures({
    ...first,
    opening: [...documentOf(zh`覆盖率${coverage}。`).opening, ...first.opening],
  })
  assert.deepEqual(numbers(second), ['F002 48.39%', 'F001 106351人'])
  assert.deepEqual(numberFigures(second), second)
})

test('a copied paragraph does not bring the number of another figure', () => {
  const first = numberFigures(documentOf(zh`签约${signed}。`))
  const other = numberFigures(documentOf(zh`覆盖率${coverage}。`))
  const both = numberFigures({ ...first, opening: [...first.opening, ...other.opening] })
  assert.deepEqual(numbers(both), ['F001 106351人', 'F002 48.39%'])
})

test('a table is as settled as its least settled figure', () => {
  const [table] = tablesOf(sampleBulletin())
  assert.deepEqual(tableStatus(table!), { status: 'closed', closedOn: '2025-12-05', partly: false })
  const open = sampleFigure({ status: 'provisional', closedOn: null })
  const rows = [...table!.rows, { kind: 'body' as const, cells: [{ kind: 'figure' as const, figure: open }] }]
  assert.deepEqual(tableStatus({ ...table!, rows }), { status: 'provisional', closedOn: null, partly: true })
})
