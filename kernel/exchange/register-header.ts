import { withoutSpaces } from './cell-text.ts'
import { isoDate, isIsoDate, type IsoDate } from '../period/date.ts'
import type { Register } from './register.ts'

/** The header row is among the first rows of a sheet. */
export const HEADER_SEARCH_ROWS = 15

/** A header may carry instructions in brackets; a longer text is no header. */
const LONGEST_HEADER = 200
/** What may stand in a header text beside its name. */
const DECORATION = /[ *:([【〔]/
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g

/**
 * The column which a header text (T of the cell) names: without spaces, `*` and colons, and if that is no alias,
 * without bracketed text. Undefined when it names none.
 */
function headerColumn<K extends string>(text: string, register: Register<K>): K | undefined {
  const { byAlias, aliasInitials } = register
  if (text === '' || text.length > LONGEST_HEADER) return undefined
  const initial = text[0]!
  if (!aliasInitials.has(initial) && !DECORATION.test(initial)) return undefined
  const exact = byAlias.get(text)
  if (exact !== undefined || !DECORATION.test(text)) return exact
  const plain = withoutSpaces(text).replace(/[*:]/g, '')
  return byAlias.get(plain) ?? byAlias.get(plain.replace(BRACKETED, '')) ?? byAlias.get(withoutLastBracket(plain))
}

/** 村(社区)(必填): the first brackets belong to the name, the last do not. */
function withoutLastBracket(text: string): string {
  const last = [...text.matchAll(BRACKETED)].at(-1)
  return last && last.index + last[0].length === text.length ? text.slice(0, last.index) : text
}

/** Column keys of a row of texts, by position. */
export function headerColumns<K extends string>(texts: readonly string[], register: Register<K>): Array<K | undefined> {
  return texts.map((text) => headerColumn(text, register))
}

/** Whether a row is the header row: it names every identifying column. */
export function isHeader<K extends string>(found: ReadonlyArray<K | undefined>, register: Register<K>): boolean {
  return register.identifiedBy.every((key) => found.includes(key))
}

/**
 * Whether the row after the header row is its second row: nothing stands under the identifying columns, but at least one header name elsewhere.
 */
export function isSecondHeader<K extends string>(
  texts: readonly string[],
  header: readonly string[],
  register: Register<K>,
): boolean {
  const places = columnPlaces(header, register)
  const empty = register.identifiedBy.every((key) => !texts[places[key]!])
  return empty && headerColumns(texts, register).some((key) => key !== undefined)
}

/** The header texts that count: in each column the second row's text wins over the one above. */
export function joinHeaders(first: readonly string[], second: readonly string[]): string[] {
  const length = Math.max(first.length, second.length)
  return Array.from({ length }, (_, column) => second[column] || first[column] || '')
}

/** Where the columns stand; of two columns with the same meaning the left one counts. */
export function columnPlaces<K extends string>(
  header: readonly string[],
  register: Register<K>,
): Partial<Record<K, number>> {
  const places: Partial<Record<K, number>> = {}
  headerColumns(header, register).forEach((key, column) => {
    if (key !== undefined && places[key] === undefined) places[key] = column
  })
  return places
}

const REPORTING_UNIT = /填报单位[::]?([^填::]{2,30}?)(?=填报|$)/

/**
 * Who sends the register, by what stands after 填报单位 above the header, without 人民政府 and its like: 黄山街道. Undefined when it is not said.
 * A CSV has no name for its sheet; the unit is what a workbook's sheet is called after.
 */
export function findReportingUnit(rows: ReadonlyArray<readonly string[]>): string | undefined {
  for (const text of [...rows.flat(), ...rows.map((row) => row.join(''))]) {
    const match = REPORTING_UNIT.exec(withoutSpaces(text))
    const unit = match?.[1]
      ?.replace(/[((].*$/, '')
      .replace(/(人民政府|政府|办事处|卫生院|卫生服务中心|村民委员会|居民委员会)$/, '')
    if (unit) return unit
  }
  return undefined
}

const REPORTED = /填报(?:时间|日期)\D{0,4}(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})/

/**
 * The date after 填报时间 or 填报日期 in the rows above the header; undefined when there is none or it does not exist. Each cell is read by itself
 * (a number in the next one must not lengthen the day: 2025.11.2 beside 8), then each row as one text: label and date may stand in two cells.
 */
export function findReportingDate(rows: ReadonlyArray<readonly string[]>): IsoDate | undefined {
  for (const text of [...rows.flat(), ...rows.map((row) => row.join(''))]) {
    const match = REPORTED.exec(withoutSpaces(text))
    if (!match) continue
    const date = isoDate(Number(match[1]), Number(match[2]), Number(match[3]))
    if (isIsoDate(date)) return date
  }
  return undefined
}
