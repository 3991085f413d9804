import { addDays, type IsoDate } from '../../period/date.ts'
import type { Text } from '../../text/text.ts'
import { cleanText, isBlankMark, textOf, withoutSpaces } from '../cell-text.ts'
import { dayMeant, readDate } from '../date-cell.ts'
import type { Cell } from '../sheet.ts'
import { readYesNo } from '../yes-no.ts'
import type { ActionColumn } from './columns.ts'
import type { ValueKind } from './value-kind.ts'

/** What one cell says. A reference is still the words by which something is called. */
export type CellReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly text: Text }

const BLANK: CellReading = { kind: 'blank' }
const value = (read: unknown): CellReading => ({ kind: 'value', value: read })
const fault = (zh: string, en: string): CellReading => ({ kind: 'fault', text: { zh, en } })

/** How many options an answer lists before it stops. */
const LISTED = 20

/** The options of a coded column in words. */
export function optionWords(values: Readonly<Record<string, Text>>): Text {
  const titles = Object.values(values)
  const more = titles.length > LISTED
  const shown = titles.slice(0, LISTED)
  return {
    zh: `${shown.map((title) => title.zh).join('、')}${more ? ' 等' : ''}`,
    en: `${shown.map((title) => title.en).join(', ')}${more ? ' …' : ''}`,
  }
}

const folded = (text: string) => withoutSpaces(cleanText(text)).toLowerCase()

function codeOf(text: string, values: Readonly<Record<string, Text>>): string | undefined {
  const wanted = folded(text)
  const found = Object.entries(values).find(([code, title]) =>
    [code, title.zh, title.en].some((each) => folded(each) === wanted),
  )
  return found?.[0]
}

function readChoice(text: string, values: Readonly<Record<string, Text>>): CellReading {
  const code = codeOf(text, values)
  if (code !== undefined) return value(code)
  const words = optionWords(values)
  return fault(`“${text}”不是可选的内容，请填：${words.zh}`, `“${text}” is none of the options: ${words.en}`)
}

function withoutUnit(text: string, unit: Text | undefined): string {
  const plain = folded(text)
  const end = [unit?.zh, unit?.en].map((each) => folded(each ?? '')).find((each) => each !== '' && plain.endsWith(each))
  return end ? plain.slice(0, -end.length) : plain
}

function readNumber(cell: Cell, text: string, unit: Text | undefined): CellReading {
  if (cell.kind === 'number') return value(cell.value)
  const plain = withoutUnit(text, unit).replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  const number = /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(number) ? value(number) : fault(`“${text}”不是数字，请只填数字`, `“${text}” is no number`)
}

function readDay(cell: Cell, text: string, today: IsoDate): CellReading {
  const reading = readDate(cell, text)
  if (reading.kind === 'blank') return BLANK
  // Work is entered for the near future at most; a two-digit year that lies further ahead was meant a century ago.
  const date = dayMeant(reading, addDays(today, 366))
  return date === undefined
    ? fault(`“${text}”不是完整的日期，请写成 2025-11-20 的形式`, `“${text}” is no day; write it as 2025-11-20`)
    : value(date)
}

/** Free text as it was typed; only the white space around it goes. */
function typed(cell: Cell, text: string): string {
  return cell.kind === 'text' ? cell.value.trim() : text
}

function readOne(kind: ValueKind, cell: Cell, text: string, column: ActionColumn, today: IsoDate): CellReading {
  switch (kind.kind) {
    case 'text':
      return value(kind.pattern === undefined ? typed(cell, text) : withoutSpaces(text))
    case 'number':
      return readNumber(cell, text, column.unit)
    case 'date':
      return readDay(cell, text, today)
    case 'yes-no': {
      const read = readYesNo(text)
      if (read === null) return BLANK
      return read === undefined ? fault(`“${text}”请填“是”或“否”`, `“${text}”: enter yes or no`) : value(read)
    }
    case 'choice':
      return readChoice(text, kind.values)
    case 'person':
    case 'division':
    case 'institution':
    case 'record':
      return value(text)
  }
}

const SEPARATORS = /[、,;\n]/
/** What people write for an empty list. */
const NOTHING = new Set(['无', '没有', 'none'])

function readList(kind: ValueKind, cell: Cell, column: ActionColumn, today: IsoDate): CellReading {
  // Line breaks separate too, so the cell is taken apart before it is cleaned.
  const raw = cell.kind === 'text' ? cell.value.replaceAll('，', ',').replaceAll('；', ';') : textOf(cell)
  const parts = raw
    .split(SEPARATORS)
    .map(cleanText)
    .filter((part) => part !== '')
  const [only] = parts
  if (parts.length === 1 && NOTHING.has(folded(only!)) && !(kind.kind === 'choice' && codeOf(only!, kind.values)))
    return value([])
  const read = parts.map((part) => readOne(kind, { kind: 'text', value: part }, part, column, today))
  return (
    read.find((each) => each.kind === 'fault') ??
    value(read.flatMap((each) => (each.kind === 'value' ? [each.value] : [])))
  )
}

/**
 * Reads one cell of an action's column: codes by their title in either language, numbers with or without their unit, dates and yes/no as registers have
 * them, several values separated by 、 or commas. Blank is what is empty or holds a dash.
 */
export function readCell(column: ActionColumn, cell: Cell, today: IsoDate): CellReading {
  const text = textOf(cell)
  if (isBlankMark(withoutSpaces(text))) return BLANK
  return column.list ? readList(column.kind, cell, column, today) : readOne(column.kind, cell, text, column, today)
}
