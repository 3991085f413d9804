import { openSheets } from './open-sheets.ts'
import { readRegisterSheet } from './register-sheet.ts'
import type { Cell } from './sheet.ts'
import type { IsoDate } from '../period/date.ts'
import type { Text } from '../text/text.ts'

/**
 * A register (花名册) as townships send it: titles above the table, columns in any order under many names, two-row headers, subtotals, footers,
 * repeated headers, merged cells, ditto marks. This machinery knows all that and no line of business; what a register is, is declared.
 */
export interface RegisterDeclaration<K extends string> {
  readonly id: string
  readonly title: Text
  readonly columns: Readonly<Record<K, RegisterColumn>>
  /** A header row names all of these columns; a row in which all of them are empty is no data. */
  readonly identifiedBy: readonly K[]
  /** A header repeated further down names this column. */
  readonly nameColumn: K
  /** Columns in which a subtotal announces itself (小计, 合计 …). */
  readonly totalsIn: readonly K[]
  /** Columns in which 同上 and 〃 repeat the value of the data row above. */
  readonly ditto: readonly K[]
}

/** A column: its name for people, and the header texts under which it comes (ASCII brackets, no spaces). */
export interface RegisterColumn {
  readonly title: Text
  readonly aliases: readonly string[]
}

/** A checked declaration with its header texts indexed. */
export interface Register<K extends string> extends RegisterDeclaration<K> {
  readonly keys: readonly K[]
  readonly byAlias: ReadonlyMap<string, K>
  /** First characters of all header texts: most cells are told apart from a header by theirs. */
  readonly aliasInitials: ReadonlySet<string>
}

/** The head of a sheet that holds the register. */
export interface RegisterSheet<K extends string> {
  readonly name: string
  readonly headerRow: number
  readonly headerRows: 1 | 2
  /** Zero-based place of every column that is there. */
  readonly columns: Readonly<Partial<Record<K, number>>>
  /** The header texts as they stand, one per column of the sheet; of a two-row header the text that counts. */
  readonly header: readonly string[]
  /** The date after 填报时间 or 填报日期 above the header. */
  readonly reportingDate: IsoDate | undefined
}

/** A row that holds data. Merged cells are filled and ditto marks replaced in all three forms of it. */
export interface RegisterRow<K extends string> {
  readonly kind: 'data'
  readonly sheet: RegisterSheet<K>
  readonly row: number
  readonly hidden: boolean
  readonly cells: Readonly<Record<K, Cell>>
  /** T of the same cells. */
  readonly texts: Readonly<Record<K, string>>
  /** All cells of the row, those of unknown columns too. */
  readonly original: readonly Cell[]
}

/** Kinds of rows which hold no data. */
export type SkippedRowKind =
  | 'title'
  | 'note'
  | 'header'
  | 'blank'
  | 'footer'
  | 'subtotal'
  | 'repeated_title'
  | 'repeated_header'
  | 'group_heading'
  | 'section'
  | 'prefilled'

/** What reading a register yields, in file order. A sheet's head comes before its rows. */
export type RegisterItem<K extends string> =
  | { readonly kind: 'sheet'; readonly sheet: RegisterSheet<K> }
  | RegisterRow<K>
  /** `count` rows of one kind from `row` on; more than one only for blank rows. Blank rows after the last filled one are not told. */
  | {
      readonly kind: 'skipped-row'
      readonly sheet: string
      readonly row: number
      readonly count: number
      readonly why: SkippedRowKind
    }
  /** `header`: none found, the header of some other table, or the register's (on a hidden sheet). */
  | {
      readonly kind: 'skipped-sheet'
      readonly sheet: string
      readonly hidden: boolean
      readonly header: 'none' | 'other' | 'found'
    }

/** Checks a declaration as a whole; a contradiction is a programming error and throws at start. */
export function defineRegister<const C extends Readonly<Record<string, RegisterColumn>>>(
  declaration: RegisterDeclaration<Extract<keyof C, string>> & { readonly columns: C },
): Register<Extract<keyof C, string>> {
  type K = Extract<keyof C, string>
  const columns: Readonly<Record<K, RegisterColumn>> = declaration.columns
  const keys = Object.keys(columns) as K[]
  const byAlias = new Map<string, K>()
  for (const key of keys) {
    for (const alias of columns[key].aliases) {
      const other = byAlias.get(alias)
      if (other) throw new Error(`Register ${declaration.id}: header “${alias}” names both ${other} and ${key}`)
      byAlias.set(alias, key)
    }
  }
  if (declaration.identifiedBy.length === 0)
    throw new Error(`Register ${declaration.id}: no column identifies the header`)
  const aliasInitials = new Set([...byAlias.keys()].map((alias) => alias[0]!))
  return { ...declaration, keys, byAlias, aliasInitials }
}

/**
 * Reads a register from a workbook or CSV, row by row in file order. `filename` names the sheet of a CSV that does not say who reports it (填报单位).
 * Throws UnreadableFile when the file cannot be opened, or while it is read when it is damaged further down.
 */
export function* readRegister<K extends string>(
  bytes: Uint8Array,
  filename: string,
  register: Register<K>,
): Generator<RegisterItem<K>> {
  for (const sheet of openSheets(bytes, filename)) yield* readRegisterSheet(sheet, register)
}
