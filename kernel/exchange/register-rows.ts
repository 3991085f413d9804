import { withoutSpaces } from './cell-text.ts'
import { headerColumns } from './register-header.ts'
import type { Register, RegisterSheet, SkippedRowKind } from './register.ts'

/** A row below the first of these in its first filled cell is a signature line or a note, not a person. */
const SIGNATURES = [
  '填表人',
  '填报人',
  '制表人',
  '审核人',
  '负责人',
  '单位负责人',
  '填报单位',
  '填报时间',
  '填报日期',
  '填表日期',
]
const NOTES = ['注:', '说明:', '备注:']
const TOTAL = /^.{0,8}(小计|合计|总计|共计)/u
const GROUP = /(组|社|村|社区|队|屯|寨)$/

/** Puts the rows below the header of one sheet in classes; it remembers what came before. */
export type RowClassifier = (texts: readonly string[]) => SkippedRowKind | 'data'

/**
 * Classifies rows by their own raw texts, before merged cells are filled; the first rule that fits wins.
 * `above` are the texts over the header: a title repeated on every printed page is told by them.
 * Source: rules for resident registers, 1.2.
 */
export function createRowClassifier<K extends string>(
  register: Register<K>,
  sheet: RegisterSheet<K>,
  above: ReadonlySet<string>,
): RowClassifier {
  const placesOf = (keys: readonly K[]) => keys.map((key) => sheet.columns[key]).filter((place) => place !== undefined)
  const [totals, identifying] = [placesOf(register.totalsIn), placesOf(register.identifiedBy)]
  const firstColumn = sheet.header.findIndex((text) => text !== '')
  let afterFooter = false
  let afterRepeatedHeader = false

  function classify(texts: readonly string[]): SkippedRowKind | 'data' {
    const first = texts.find((text) => text !== '')
    if (first === undefined) return 'blank'
    const opening = withoutSpaces(first)
    if (NOTES.some((mark) => opening.startsWith(mark))) return 'note'
    if (SIGNATURES.some((mark) => opening.startsWith(mark))) return above.has(first) ? 'note' : 'footer'
    if (totals.some((place) => TOTAL.test(withoutSpaces(texts[place] ?? '')))) return 'subtotal'
    if (isRepeatedHeader(texts)) return 'repeated_header'
    if (identifying.every((place) => !texts[place])) return kindWithoutPerson(texts, first)
    return 'data'
  }

  function isRepeatedHeader(texts: readonly string[]): boolean {
    const named = headerColumns(texts, register).filter((key) => key !== undefined)
    return named.length >= 3 && named.includes(register.nameColumn)
  }

  /** Why there is nobody in the row matters to nobody but the reader of the report. */
  function kindWithoutPerson(texts: readonly string[], first: string): SkippedRowKind {
    if (afterRepeatedHeader && headerColumns(texts, register).some((key) => key !== undefined)) return 'repeated_header'
    const alone = texts.every((text, place) => text === '' || place === firstColumn)
    if (!alone || /^\d+$/.test(first)) return 'prefilled'
    if (above.has(first)) return 'repeated_title'
    return !afterFooter && GROUP.test(withoutSpaces(first)) ? 'group_heading' : 'section'
  }

  return (texts) => {
    const kind = classify(texts)
    if (kind === 'footer') afterFooter = true
    afterRepeatedHeader = kind === 'repeated_header'
    return kind
  }
}
