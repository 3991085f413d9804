import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { RestrictedValues } from './restricted.ts'
import type { Text } from '../text/text.ts'

/** Any table made by `recordTable`: the kernel's columns are there, whatever else is. */
export type RecordTable = PgTable & {
  readonly [
    Name in
      | 'county'
      | 'id'
      | 'division'
      | 'institution'
      | 'person'
      | 'happenedOn'
      | 'state'
      | 'version'
      | 'voidedAt'
      | 'recordedAt'
      | 'recordedBy'
      | 'voidedReason'
      | 'extra'
  ]: PgColumn
}

/** A row as it is read. */
export type RowOf<Table extends RecordTable> = InferSelectModel<Table>

/** The values a new row may be given; the kernel fills its own columns. */
export type NewRowOf<Table extends RecordTable> = Omit<
  InferInsertModel<Table>,
  | 'county'
  | 'id'
  | 'division'
  | 'institution'
  | 'happenedOn'
  | 'state'
  | 'version'
  | 'recordedAt'
  | 'recordedBy'
  | 'voidedAt'
  | 'voidedReason'
> &
  Partial<{ id: string; division: string; institution: string | null; happenedOn: string; state: string }>

/** How a field is shown, entered and protected. */
export interface FieldDefinition {
  readonly title: Text
  /** Values of a coded field with their titles. */
  readonly values?: Readonly<Record<string, Text>>
  /** Unit shown in the head of the column and beside the input. */
  readonly unit?: Text
  /** A number that is a name (a year, a serial number): it is not grouped and stands left like a word. */
  readonly plain?: true
  /** Personal data are masked unless the role may see them. */
  readonly masked?: 'name' | 'identity' | 'phone' | 'address'
  /** What the value (or each of several) refers to, so that lists show a name and a link instead of a code. */
  readonly refersTo?: 'person' | 'division' | 'institution' | 'account' | 'record' | `record:${string}`
}

/** A measured field over time with its goal: values below it are good. The goal may differ by age (completed years). */
export interface TrendLine<Field extends string = string> {
  readonly field: Field
  readonly goals?: readonly { readonly fromAge: number; readonly below: number }[]
}

/** Published curves behind a measured field: for each sex the values of the lines along the person's age in months. */
export interface ReferenceCurves<Field extends string = string> {
  readonly field: Field
  readonly title: Text
  readonly along: { readonly kind: 'age'; readonly title: Text }
  /** The standard the curves are taken from. */
  readonly standard: string
  /** What each line is called, as in the standard. */
  readonly lines: readonly string[]
  readonly tables: Readonly<
    Record<'male' | 'female', { readonly keys: readonly number[]; readonly lines: readonly (readonly number[])[] }>
  >
}

/**
 * How a row stands on a line in time in a person's file. Records that name the same line are drawn together, one line for each episode: the
 * episode's own record gives its first and last day, the others hold its id and are marks on it.
 */
export interface TimelineMark<Field extends string = string> {
  readonly line: string
  /** Field that holds the id of the episode; the row is the episode itself where it is not given. */
  readonly episode?: Field
  /** Days of the episode, of its own record. */
  readonly from?: Field
  readonly to?: Field
  /** Field beside the mark; where it has no coded values, its number. */
  readonly label?: Field
  /** Field that colours the mark, with the colour of each of its values. */
  readonly colour?: { readonly field: Field; readonly colours: Readonly<Record<string, MarkColour>> }
}

/** Colours of a mark; the value's title stands beside them, so that the colour is never the only sign. */
export type MarkColour = 'green' | 'yellow' | 'orange' | 'red' | 'purple'

/** A type of record: what is kept about one kind of event or thing. */
export interface RecordDefinition<Table extends RecordTable = RecordTable> {
  readonly id: string
  readonly title: Text
  readonly table: Table
  /** The lifecycle: each state with its title. */
  readonly states: Readonly<Record<string, Text>>
  /** The line of business's own fields; each must be a column of the table. */
  readonly fields: Readonly<Partial<Record<Exclude<keyof RowOf<Table>, number | symbol>, FieldDefinition>>>
  /** Columns of the generic list, in order; `person`, `division`, `institution`, `happenedOn`, `state` may be named as well. */
  readonly list: readonly Exclude<keyof RowOf<Table>, number | symbol>[]
  /** Own fields by which the list can be narrowed, besides place, state and dates: coded ones by choice, others by their whole value. */
  readonly filters?: readonly Exclude<keyof RowOf<Table>, number | symbol>[]
  /** What `happenedOn` means here (签约日期, 随访日期 …). */
  readonly happenedOn: Text
  /**
   * The row goes where the person goes: a move within the county changes its division too (health record, contract),
   * while events stay where they happened.
   */
  readonly follows?: 'person'
  /** States in which a person has at most one row; two files of one person are only joined when this still holds. */
  readonly onePerPerson?: readonly string[]
  /** One sentence that tells a newcomer what a row is. */
  readonly description: Text
  /** Fields of the person's newest row that tell how things stand, at the head of the person's file. */
  readonly overview?: readonly Exclude<keyof RowOf<Table>, number | symbol>[]
  /** Types of records that refer to this one and are worked on with it: they stand on its page, in this order, and the page follows them as they are written. */
  readonly board?: readonly string[]
  /** Photos can be added to a row (`attachAction`); they stand on its page. */
  readonly photos?: true
  /** Numbers drawn over time in a person's file. */
  readonly trend?: readonly TrendLine<Exclude<keyof RowOf<Table>, number | symbol>>[]
  /** Numbers drawn over published curves in a person's file. */
  readonly curves?: readonly ReferenceCurves<Exclude<keyof RowOf<Table>, number | symbol>>[]
  /**
   * Rows of named roles only. The journal, which others may read for supervision, shows what was written to them to whoever sees the record, and to
   * whoever wrote it, alone.
   */
  readonly confidential?: true
  /** Values that not every reader of a row is told. */
  readonly restricted?: readonly RestrictedValues<Exclude<keyof RowOf<Table>, number | symbol>>[]
  /** How rows stand on a line in time in a person's file. */
  readonly timeline?: TimelineMark<Exclude<keyof RowOf<Table>, number | symbol>>
}

/** Declares a type of record. */
export function defineRecord<const Table extends RecordTable>(
  definition: RecordDefinition<Table>,
): RecordDefinition<Table> {
  return definition
}
