import type { SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { Connection } from '../store/connection.ts'
import type { IsoDate } from '../period/date.ts'
import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import type { Text } from '../text/text.ts'
import type { NewRowOf, RecordDefinition, RecordTable, RowOf } from './define-record.ts'

/** What an action may use while it runs. Everything written through it lands in one transaction with its journal entry. */
export interface ActionContext<Table extends RecordTable = RecordTable, Input = unknown> {
  readonly input: Input
  /** The business date: today, or the fixed date of a demo county. */
  readonly today: IsoDate
  readonly actor: Actor
  readonly county: string
  readonly connection: Connection
  /** Every declaration of the house, for work that concerns all records of a person (merge, move). */
  readonly house: House
  /** The row the action is applied to, as it is now. Only for actions with `on: 'existing'`. */
  readonly current: RowOf<Table>
  /** The first row that matches, within what the actor may see; undefined when there is none. */
  find<Other extends RecordTable>(
    record: RecordDefinition<Other>,
    where: SQL | undefined,
  ): Promise<RowOf<Other> | undefined>
  /** All rows that match, within what the actor may see. */
  findAll<Other extends RecordTable>(record: RecordDefinition<Other>, where: SQL | undefined): Promise<RowOf<Other>[]>
  /** Creates a row of this action's record (state = the action's `to`). Place comes from the person unless given. */
  create(values: NewRowOf<Table>): Promise<RowOf<Table>>
  /** Changes the current row and moves it to the action's `to`. */
  change(values: Partial<RowOf<Table>>): Promise<RowOf<Table>>
  /** Creates a row of another record in the same transaction. */
  createOther<Other extends RecordTable>(
    record: RecordDefinition<Other>,
    values: NewRowOf<Other> & { state: string },
  ): Promise<RowOf<Other>>
  /** Changes a row of another record in the same transaction. */
  changeOther<Other extends RecordTable>(
    record: RecordDefinition<Other>,
    row: RowOf<Other>,
    values: Partial<RowOf<Other>>,
  ): Promise<RowOf<Other>>
  /** Writes a row of a kernel table (persons, households, episodes) with its journal entry. */
  insertRow<Row extends Record<string, unknown>>(table: PgTable, row: Row): Promise<Row>
  /** Changes a row of a kernel table found by its key, with its journal entry; returns the row after. */
  updateRow<Row extends Record<string, unknown>>(
    table: PgTable,
    key: Record<string, unknown>,
    values: Partial<Row>,
  ): Promise<Row>
}

/** One verb of a record. */
export interface ActionDefinition<Table extends RecordTable = RecordTable, Schema extends z.ZodType = z.ZodType> {
  readonly id: string
  readonly record: RecordDefinition<Table>
  readonly name: string
  readonly title: Text
  /** `new`: makes a record; `existing`: is applied to one. */
  readonly on: 'new' | 'existing'
  /** States the record must be in; any state when not given. */
  readonly from?: readonly string[]
  /** The state afterwards; unchanged when not given. */
  readonly to?: string
  readonly input: Schema
  /** Inputs that identify a person (document number, phone, address): the journal keeps their digest only. */
  readonly conceal?: readonly string[]
  /** True when the outcome is asked for confirmation in the page, because it cannot be simply repeated (void, merge). */
  readonly confirm?: Text
  run(context: ActionContext<Table, z.output<Schema>>): Promise<unknown>
}

/** Declares an action of a record: the only way to write. */
export function defineAction<Table extends RecordTable, Schema extends z.ZodType>(
  record: RecordDefinition<Table>,
  definition: Omit<ActionDefinition<Table, Schema>, 'id' | 'record'>,
): ActionDefinition<Table, Schema> {
  return { ...definition, id: `${record.id}.${definition.name}`, record }
}
