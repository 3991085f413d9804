import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import type { IsoDate } from '../period/date.ts'
import type { BulkWrite } from '../record/bulk.ts'
import type { Connection } from '../store/connection.ts'
import type { Text } from '../text/text.ts'
import type { WrittenSheet } from './workbook-writer.ts'
import type { Cell } from './sheet.ts'

/** A row that the rules of its register accept. */
export interface AcceptedRow<Entry> {
  /** Ordinal of the data row in its file, from 0. */
  readonly seq: number
  readonly sheet: string
  readonly row: number
  readonly hidden: boolean
  readonly entry: Entry
  readonly warnings: readonly string[]
}

/** A row that is a duplicate of another, waits for review, or is rejected. */
export interface OtherRow {
  readonly seq: number
  readonly sheet: string
  readonly row: number
  readonly hidden: boolean
  readonly outcome: 'duplicate' | 'review' | 'rejected'
  /** The outcome with what it refers to: `rejected:CODE`, `duplicate-of:<sheet>,<row>`. */
  readonly detail: string
  readonly reasons: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
  /** The cells as they stood; only of rows that go back. */
  readonly original?: readonly Cell[]
}

/** What reading yields: rows as they come, and at the end what later rows add to earlier ones. */
export type ReadStep<Entry> =
  | {
      readonly kind: 'rows'
      readonly accepted: readonly AcceptedRow<Entry>[]
      /** The cells of each accepted row as they stood, as JSON: looked at only when the county knows somebody who contradicts the row and it must go back. */
      readonly originals: readonly string[]
      readonly others: readonly OtherRow[]
    }
  | {
      readonly kind: 'end'
      /** Values which duplicates add to accepted rows, by their ordinal. */
      readonly fills: ReadonlyMap<number, Partial<Entry>>
      readonly counts: Readonly<Record<string, unknown>>
      /** Heads of the sheets, for the workbook of returned rows. */
      readonly sheets: readonly unknown[]
      /** The whole report in its form of interchange; rows in the order of their ordinals. */
      readonly report: ImportReportShape | undefined
    }

/** What the machinery knows of a register's report; the register knows the rest. */
export interface ImportReportShape {
  readonly counts: object
  readonly rows: readonly { readonly outcome: string }[]
}

/** What reading needs to know, beside the file; it travels to a worker thread. */
export interface ReadingContext {
  readonly county: string
  readonly importedOn: IsoDate
  readonly withReport: boolean
  /** What this register's reading needs besides; it is copied to the thread. */
  readonly given?: unknown
}

/** What a register's reading module exports; it runs in a worker thread. */
export interface ReadingModule<Entry> {
  readFile(bytes: Uint8Array, filename: string, context: ReadingContext): Iterable<ReadStep<Entry>>
}

/** What an accepted row means beside what the county knows already. */
export type Verdict<Entry> =
  | { readonly kind: 'new' }
  /** The same person or thing is known: `fills` is what the row adds. */
  | { readonly kind: 'known'; readonly id: string; readonly fills: Partial<Entry> }
  /** Somebody has to decide; `detail` as in `OtherRow`. */
  | { readonly kind: 'review'; readonly code: string; readonly detail: string }

/** An accepted row with its verdict. */
export interface JudgedRow<Entry> {
  readonly accepted: AcceptedRow<Entry>
  /** The entry with what later rows of the file add. */
  readonly entry: Entry
  readonly verdict: Verdict<Entry>
  /** The cells as they stood, as JSON; only of rows of whom the county knows something. */
  readonly original: string | undefined
}

/** What one chunk wrote. */
export interface ChunkResult {
  readonly writes: readonly BulkWrite[]
  readonly added: number
  readonly filled: number
}

/** Whom an import is done for. */
export interface LoadContext {
  readonly county: string
  readonly house: House
  readonly actor: Actor
  readonly importedOn: IsoDate
  /** Whether rows will be applied after they were judged: what can be prepared meanwhile is prepared while the file is still being read. */
  readonly applies: boolean
}

/** How accepted rows get into the house. Works with the house's own rights: whom the county knows is decided over the whole county. */
export interface RegisterLoader<Entry> {
  /** Compares entries with what is known, in their order. */
  judge(connection: Connection, entries: readonly Entry[]): Promise<Verdict<Entry>[]>
  /** Before the first chunk: what rows of several chunks share (households). Must find again what an earlier run has made. */
  prepare(connection: Connection, rows: readonly JudgedRow<Entry>[]): Promise<readonly BulkWrite[]>
  /** Writes one chunk. Fails with SQLSTATE 23505 when somebody else has entered one of them in between; it is judged again then. */
  apply(connection: Connection, rows: readonly JudgedRow<Entry>[]): Promise<ChunkResult>
  /** After the last chunk. */
  finish(connection: Connection): Promise<void>
}

/** A register that can be imported: its rules for reading, and how it is loaded. */
export interface ImportableRegister<Entry = never> {
  readonly id: string
  readonly title: Text
  /** The action whose holders may import it; whoever may import anything where it is not given. */
  readonly permit?: string
  /** The columns by which a row is recognised on the page (keys of `valuesOf`), where they are not those of residents. */
  readonly columns?: readonly { readonly key: string; readonly title: Text }[]
  /** The module of the rules (`ReadingModule`), loaded in a worker thread. */
  readonly reading: URL
  /** What its reading needs of the county besides: fields that were added at run time. */
  given?(connection: Connection, county: string): Promise<unknown>
  /** Every code with what it means and what to do. */
  readonly explanations: Readonly<Record<string, { readonly title: Text; readonly remedy: Text }>>
  /** Values of an entry as they are shown to people. */
  valuesOf(entry: Entry): Readonly<Record<string, unknown>>
  /** The same values for a reader who sees persons masked. */
  mask(values: Readonly<Record<string, unknown>>): Record<string, unknown>
  loader(context: LoadContext): RegisterLoader<Entry>
  /** Rows that go back, as sheets of a workbook that can be corrected and imported again. */
  returned(sheets: readonly unknown[], rows: Iterable<ReturnedSource>): Promise<Uint8Array>
  /** An empty workbook to be filled in, with the columns the county has added (`given`, as its method of that name answers). */
  template(given: unknown): readonly WrittenSheet[]
}

/** A stored row that goes back. */
export interface ReturnedSource {
  readonly sheet: string
  readonly row: number
  readonly detail: string
  readonly codes: readonly string[]
  readonly original: readonly Cell[]
}
