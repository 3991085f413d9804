import { readCsv } from '@kangheng/kernel/exchange/csv-reader.ts'
import type { Cell, SheetRow } from '@kangheng/kernel/exchange/sheet.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { CountSeries } from './series.ts'
import { type Calendar, calendarOf, isoMonday, parseDay, parseWeek, printLabel, type StepLabel } from './step-labels.ts'

const NAMES = {
  date: ['date', '日期', '发病日期'],
  week: ['week', '周', '周次', '周别'],
  count: ['count', '病例数', '例数', '发病数', '数量'],
  population: ['population', '人口', '人口数'],
} as const

/** A series as a file has it, with the labels of its steps. */
export interface LabelledSeries extends CountSeries {
  readonly labels: readonly string[]
}

interface Line {
  readonly line: number
  readonly label: StepLabel
  readonly count: number
  readonly population: number | undefined
}

const fault = (text: Text): never => refuse('series', text)

/**
 * Reads a series from CSV: a column `date` or `week` and a column `count` (Chinese names and further columns are welcome), oldest first, at
 * equal steps. Refuses, naming line and remedy, when a count is no whole number of 0 or more, or a step is missing, doubled or out of order.
 */
export function readSeries(bytes: Uint8Array): LabelledSeries {
  const rows = [...readCsv(bytes, 'series').rows].filter((row) => row.cells.some((cell) => textOf(cell) !== ''))
  const [head, ...body] = rows
  if (!head)
    return fault({
      zh: '数据为空。请给出含 date（或 week）与 count 两列的 CSV',
      en: 'The series is empty. Give a CSV with the columns date (or week) and count',
    })
  const names = head.cells.map((cell) => textOf(cell).toLowerCase())
  const column = (name: keyof typeof NAMES) =>
    names.findIndex((each) => (NAMES[name] as readonly string[]).includes(each))
  const [date, week, count, population] = (['date', 'week', 'count', 'population'] as const).map(column) as [
    number,
    number,
    number,
    number,
  ]
  if (count < 0 || (date < 0 && week < 0))
    return fault({
      zh: `第 ${head.row} 行应为表头，含 date（或 week）与 count 两列；现有：${names.join('、')}`,
      en: `Line ${head.row} must be the header with the columns date (or week) and count; it has: ${names.join(', ')}`,
    })
  const at = date >= 0 ? date : week
  const parse = date >= 0 ? parseDay : parseWeek
  const lines = body.map((row) => readLine(row, { at, count, population }, parse))
  if (lines.length === 0) return fault({ zh: '只有表头，没有数据行', en: 'There is a header but no row of data' })
  const calendar = calendarOf(lines.map((line) => line.label))
  if (!calendar)
    return fault({
      zh: `第 ${lines[0]!.line} 行起的 ${date >= 0 ? 'date' : 'week'} 列看不出间隔。请用同一种写法，按日、按周或按月一行一个，从早到晚`,
      en: `The column ${date >= 0 ? 'date' : 'week'} from line ${lines[0]!.line} on follows no step. Write it in one way, one row a day, week or month, oldest first`,
    })
  checkSteps(lines, calendar)
  return {
    frequency: calendar.frequency,
    counts: lines.map((line) => line.count),
    labels: lines.map((line) => printLabel(line.label)),
    ...datesOf(lines, calendar),
    ...(lines.every((line) => line.population !== undefined)
      ? { population: lines.map((line) => line.population!) }
      : {}),
  }
}

const textOf = (cell: Cell | undefined) => (cell && cell.kind !== 'blank' ? String(cell.value).trim() : '')

function readLine(
  { row, cells }: SheetRow,
  columns: { at: number; count: number; population: number },
  parse: (text: string) => StepLabel | undefined,
): Line {
  const [label, count, population] = [columns.at, columns.count, columns.population].map((index) =>
    textOf(cells[index]),
  )
  const parsed = parse(label!)
  if (!parsed)
    return fault({
      zh: `第 ${row} 行的时间“${label}”看不懂。日期请写成 2019-01-28，周请写成 2019-W05`,
      en: `Line ${row}: “${label}” is no date or week. Write dates as 2019-01-28, weeks as 2019-W05`,
    })
  if (count === '')
    return fault({
      zh: `第 ${row} 行没有病例数。没有病例请填 0；未报告的请先补报`,
      en: `Line ${row} has no count. Write 0 where there were no cases; obtain what was not reported`,
    })
  if (!/^\d{1,12}(\.0+)?$/.test(count!))
    return fault({
      zh: `第 ${row} 行的病例数“${count}”不是非负整数。请填实际例数（0、1、2……），不要填率或百分比`,
      en: `Line ${row}: the count “${count}” is no whole number of 0 or more. Give numbers of cases, not rates or percentages`,
    })
  if (population && !(Number(population) > 0))
    return fault({
      zh: `第 ${row} 行的人口“${population}”应为正数`,
      en: `Line ${row}: the population “${population}” must be above 0`,
    })
  return { line: row, label: parsed, count: Number(count), population: population ? Number(population) : undefined }
}

function checkSteps(lines: readonly Line[], calendar: Calendar): void {
  for (let index = 1; index < lines.length; index++) {
    const [before, { line, label }] = [lines[index - 1]!, lines[index]!]
    const [written, previous] = [printLabel(label), printLabel(before.label)]
    const wanted = calendar.next(before.label).map(printLabel)
    if (wanted.includes(written)) continue
    if (written === previous)
      fault({
        zh: `第 ${line} 行与第 ${before.line} 行都是 ${written}。请合并为一行，病例数相加`,
        en: `Lines ${before.line} and ${line} are both ${written}. Make them one row with the counts added`,
      })
    if (order(label) < order(before.label))
      fault({
        zh: `第 ${line} 行的 ${written} 早于上一行的 ${previous}。请按时间从早到晚排列`,
        en: `Line ${line}: ${written} is before ${previous} of the line above. Sort the rows by time, oldest first`,
      })
    fault({
      zh: `第 ${line} 行：${previous} 之后应是 ${wanted.join('或')}，却是 ${written}。请补上缺少的行，没有病例的填 0`,
      en: `Line ${line}: ${previous} should be followed by ${wanted.join(' or ')}, not by ${written}. Add the missing rows, with 0 where there were no cases`,
    })
  }
}

const order = (label: StepLabel) =>
  label.kind === 'date'
    ? Number(label.day.replaceAll('-', ''))
    : label.kind === 'week'
      ? label.year * 100 + label.week
      : label.value

/** The first day of each step; months and weeks of no known calendar have none. */
function datesOf(lines: readonly Line[], calendar: Calendar) {
  const dates = lines.map(({ label }) =>
    label.kind === 'date'
      ? label.day
      : label.kind === 'week' && calendar.iso
        ? isoMonday(label.year, label.week)
        : undefined,
  )
  return dates.every((day) => day !== undefined) ? { dates } : {}
}
