import ExcelJS from 'exceljs'
import {
  parseExpression,
  readyRuleSet,
  type Item,
  type RuleSet,
  type ScoredSheet,
} from '@kangheng/domains/administration/appraisal/index.ts'
import { excelExpression, excelItem, NOT_APPLICABLE, type Cells } from './formula.ts'

/** A unit of a finished (or running) appraisal, with everything its score was made from. */
export interface AppraisedUnit {
  readonly name: string
  /** Values by the keys of the formulas; null where the question does not arise, left out where it is still to be answered. */
  readonly values: Readonly<Record<string, string | null>>
  readonly samples: Readonly<Record<string, { drawn: number; judged: number; qualified: number }>>
  /** Scores by decision on an objection. */
  readonly decided: Readonly<Record<string, string>>
  readonly sheet: Pick<ScoredSheet, 'lines' | 'base' | 'total'>
  readonly rank: number | null
}

/** What the workbook is about. */
export interface AppraisalBook {
  readonly title: string
  readonly period: string
  readonly rules: RuleSet
  readonly units: readonly AppraisedUnit[]
  /** What a key of a formula is called. */
  readonly titleOf: (key: string) => string
  readonly synthetic: boolean
}

const READINGS = '读数'
const SCORES = '评分'
const RULES = '细则'
const AWAITING = '待查'
/** Rows of the sheet of scores above the units: title, groups, items, full score, and what becomes of an item that does not apply. */
const HEAD = 7
const BOLD = { bold: true } as const

const column = (number: number): string => {
  let [text, left] = ['', number]
  while (left > 0) {
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text
    left = Math.floor((left - 1) / 26)
  }
  return text
}

/** Where everything stands: columns of the readings, and of the scores. */
function layoutOf(rules: RuleSet) {
  const terms = readyRuleSet(rules).terms
  const sampled = rules.items.filter((item) => item.sample).map((item) => item.code)
  const ordered = [...rules.items.filter((item) => !item.bonus), ...rules.items.filter((item) => item.bonus)]
  const scored = ordered.filter((item) => !item.bonus).length
  return {
    terms,
    sampled,
    ordered,
    scored,
    termColumn: (key: string) => column(2 + terms.indexOf(key)),
    sampleColumn: (item: string) => 2 + terms.length + 2 * sampled.indexOf(item),
    baseColumn: 2 + ordered.length,
  }
}
type Layout = ReturnType<typeof layoutOf>

const rowOf = (unit: number) => HEAD + 1 + unit

function cellsOf(layout: Layout, unit: number): Cells {
  const at = (name: string) => `${READINGS}!$${name}$${rowOf(unit)}`
  return {
    term: (key) => at(layout.termColumn(key)),
    samples: (item) => ({
      drawn: at(column(layout.sampleColumn(item))),
      qualified: at(column(layout.sampleColumn(item) + 1)),
    }),
  }
}

function addReadings(book: ExcelJS.Workbook, given: AppraisalBook, layout: Layout): void {
  const sheet = book.addWorksheet(READINGS, { views: [{ state: 'frozen', xSplit: 1, ySplit: HEAD }] })
  sheet.getCell('A1').value =
    `${given.title}　读数（已关账的数、已签字的现场考核、已核查的样本）${given.synthetic ? '　演示数据' : ''}`
  sheet.getCell('A1').font = BOLD
  sheet.getCell(HEAD, 1).value = '单位'
  layout.terms.forEach((key, index) => {
    sheet.getCell(HEAD - 1, 2 + index).value = given.titleOf(key)
    sheet.getCell(HEAD, 2 + index).value = key
    sheet.getColumn(2 + index).width = 16
  })
  for (const item of layout.sampled) {
    const title = given.rules.items.find((each) => each.code === item)!.title.zh
    const first = layout.sampleColumn(item)
    ;['抽查份数', '合格份数'].forEach((head, index) => {
      sheet.getCell(HEAD - 1, first + index).value = title
      sheet.getCell(HEAD, first + index).value = head
    })
  }
  sheet.getRow(HEAD).font = BOLD
  sheet.getRow(HEAD - 1).alignment = { wrapText: true, vertical: 'middle' }
  sheet.getColumn(1).width = 34
  given.units.forEach((unit, index) => {
    const row = sheet.getRow(rowOf(index))
    row.getCell(1).value = unit.name
    layout.terms.forEach((key, position) => {
      const value = unit.values[key]
      row.getCell(2 + position).value = value === undefined ? AWAITING : value === null ? NOT_APPLICABLE : Number(value)
    })
    for (const item of layout.sampled) {
      const count = unit.samples[item]
      const done = count && count.judged === count.drawn
      row.getCell(layout.sampleColumn(item)).value = done ? count.drawn : AWAITING
      row.getCell(layout.sampleColumn(item) + 1).value = done ? count.qualified : AWAITING
    }
  })
}

type Value = string | number | null

/** A formula with the engine's own result, so that readers that do not reckon show it too. */
function formula(text: string, result: Value, live: boolean): ExcelJS.CellFormulaValue {
  return (live ? { formula: text } : { formula: text, result: result ?? '' }) as ExcelJS.CellFormulaValue
}

function addScores(book: ExcelJS.Workbook, given: AppraisalBook, layout: Layout, live: boolean): void {
  const { rules } = given
  const sheet = book.addWorksheet(SCORES, { views: [{ state: 'frozen', xSplit: 1, ySplit: HEAD }] })
  sheet.getCell('A1').value =
    `${given.title}　${given.period}　得分由公式计算，读数见“${READINGS}”，规则见“${RULES}”${given.synthetic ? '　演示数据' : ''}`
  sheet.getRow(1).font = BOLD
  ;['类别', '项目', '满分', '不适用时计满分', '不适用时折算', '不适用时剔除'].forEach((head, index) => {
    sheet.getCell(2 + index, 1).value = head
  })
  layout.ordered.forEach((item, index) => {
    const cells = [
      item.group.zh,
      item.title.zh,
      Number(item.full),
      ...(['full', 'rescale', 'exclude'] as const).map((rule) => (item.notApplicable === rule ? Number(item.full) : 0)),
    ]
    cells.forEach((value, row) => {
      sheet.getCell(2 + row, 2 + index).value = value
    })
    sheet.getColumn(2 + index).width = 11
  })
  const b = layout.baseColumn
  ;['基本分', '加分', '总分', '名次'].forEach((head, index) => {
    sheet.getCell(3, b + index).value = head
  })
  sheet.getRow(3).alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  sheet.getColumn(1).width = 34
  const range = (row: number, from: number, to: number) => `${column(from)}${row}:${column(to)}${row}`
  const head = (row: number) => `$${column(2)}$${row}:$${column(1 + layout.scored)}$${row}`
  const places = rules.decimals > 0 ? `0.${'0'.repeat(rules.decimals)}` : '0'
  const totals = `$${column(b + 2)}$${rowOf(0)}:$${column(b + 2)}$${rowOf(given.units.length - 1)}`
  given.units.forEach((unit, index) => {
    const row = rowOf(index)
    const cells = cellsOf(layout, index)
    const lineOf = new Map(unit.sheet.lines.map((line) => [line.item, line]))
    sheet.getCell(row, 1).value = unit.name
    layout.ordered.forEach((item, position) => {
      const score = lineOf.get(item.code)?.score ?? null
      const decided = unit.decided[item.code]
      sheet.getCell(row, 2 + position).value =
        decided !== undefined
          ? Number(decided)
          : formula(excelItem(item, rules.decimals, cells), score === null ? NOT_APPLICABLE : Number(score), live)
    })
    const scores = range(row, 2, 1 + layout.scored)
    const absent = (line: number) => `SUMPRODUCT((${scores}="${NOT_APPLICABLE}")*${head(line)})`
    const reachable = `(SUM(${head(4)})-${absent(7)})`
    const base = `ROUND((SUM(${scores})+${absent(5)})*${reachable}/(${reachable}-${absent(6)}),${rules.decimals})`
    const bonus =
      layout.ordered.length > layout.scored ? `SUM(${range(row, 2 + layout.scored, 1 + layout.ordered.length)})` : '0'
    const before = `${column(b)}${row}+${column(b + 1)}${row}`
    const limits = rules.vetoes.map(
      (veto) => `IF(IFERROR(${excelExpression(parseExpression(veto.when), cells)},0)<>0,${veto.most},9999)`,
    )
    const total = limits.length > 0 ? `MIN(${before},${limits.join(',')})` : before
    const waiting = `COUNTIF(${READINGS}!$A$${row}:$${column(Math.max(2, 1 + layout.terms.length + 2 * layout.sampled.length))}$${row},"${AWAITING}")>0`
    const number = (text: string | null) => (text === null ? null : Number(text))
    sheet.getCell(row, b).value = formula(`IFERROR(${base},"")`, number(unit.sheet.base), live)
    sheet.getCell(row, b + 1).value = formula(bonus, bonusOf(unit, rules.items), live)
    sheet.getCell(row, b + 2).value = formula(
      `IF(OR(${waiting},${column(b)}${row}=""),"",ROUND(${total},${rules.decimals}))`,
      number(unit.sheet.total),
      live,
    )
    sheet.getCell(row, b + 3).value = formula(
      `IF(${column(b + 2)}${row}="","",RANK(${column(b + 2)}${row},${totals}))`,
      unit.rank,
      live,
    )
    for (let at = 2; at < b + 3; at += 1) {
      sheet.getCell(row, at).numFmt = places
      sheet.getCell(row, at).alignment = { horizontal: 'right' }
    }
    for (const at of [b + 2, b + 3]) sheet.getCell(row, at).font = BOLD
  })
}

/** Bonus points are short decimals; cents add up without error. */
function bonusOf(unit: AppraisedUnit, items: readonly Item[]): number {
  const bonus = new Set(items.filter((item) => item.bonus).map((item) => item.code))
  return (
    unit.sheet.lines.reduce(
      (cents, line) => cents + (bonus.has(line.item) ? Math.round(Number(line.score ?? 0) * 100) : 0),
      0,
    ) / 100
  )
}

function addRules(book: ExcelJS.Workbook, { rules }: AppraisalBook): void {
  const sheet = book.addWorksheet(RULES)
  sheet.addRow(['类别', '项目', '满分', '规则', '不适用时', '依据']).font = BOLD
  for (const item of rules.items)
    sheet.addRow([
      item.group.zh,
      item.title.zh,
      Number(item.full),
      item.clauses.map((clause) => JSON.stringify(clause)).join('\n'),
      item.notApplicable,
      item.source,
    ])
  ;[16, 34, 8, 80, 12, 50].forEach((width, index) => {
    sheet.getColumn(1 + index).width = width
  })
  sheet.getColumn(4).alignment = { wrapText: true }
}

/**
 * A whole appraisal as a workbook that reckons by itself: the readings, and scores, totals and ranks as live formulas over them, so that anybody can check the
 * result with a spreadsheet. `live` leaves the engine's results out, so that a program that opens the file has to compute them.
 */
export async function appraisalWorkbook(given: AppraisalBook, live = false): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.calcProperties.fullCalcOnLoad = true
  const layout = layoutOf(given.rules)
  addReadings(book, given, layout)
  addScores(book, given, layout, live)
  addRules(book, given)
  return Buffer.from(await book.xlsx.writeBuffer())
}
