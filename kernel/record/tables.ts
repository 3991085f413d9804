import { sql } from 'drizzle-orm'
import {
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  bigint,
  boolean,
  type PgColumnBuilderBase,
} from 'drizzle-orm/pg-core'
import { codeText } from '../store/columns.ts'
import type { Text } from '../text/text.ts'

/** The columns every record has. `state` is the record's place in its lifecycle; nothing is deleted, a mistake is voided with a reason. */
export const kernelColumns = () => ({
  county: codeText('county').notNull(),
  id: uuid('id').notNull(),
  division: codeText('division').notNull(),
  institution: codeText('institution'),
  person: uuid('person'),
  happenedOn: date('happened_on').notNull(),
  state: text('state').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  recordedBy: uuid('recorded_by'),
  version: integer('version').notNull().default(1),
  voidedAt: timestamp('voided_at', { withTimezone: true, mode: 'string' }),
  voidedReason: text('voided_reason'),
  extra: jsonb('extra').$type<Record<string, unknown>>().notNull().default({}),
})

/**
 * A table of records: the kernel's columns and the line of business's own. Keyed by (county, id),
 * indexed by place, by date and by person, the ways every list is read (see read.ts). The county is not part of these: a database holds
 * hardly more than one, and a constant first column makes sorting an index three times as long.
 */
export function recordTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
) {
  return pgTable(name, { ...kernelColumns(), ...columns }, (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index(`${name}_place`).on(table.division, table.happenedOn, table.id),
    index(`${name}_date`).on(table.happenedOn, table.id),
    index(`${name}_person`).on(table.person),
  ])
}

/** The journal: append-only. The application's role may insert and read, never update or delete. */
export const journal = pgTable(
  'journal',
  {
    county: codeText('county').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    requestId: text('request_id').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
    deviceAt: timestamp('device_at', { withTimezone: true, mode: 'string' }),
    account: uuid('account'),
    role: text('role').notNull(),
    action: text('action').notNull(),
    record: text('record').notNull(),
    recordId: uuid('record_id'),
    person: uuid('person'),
    division: codeText('division').notNull(),
    input: jsonb('input').notNull(),
    /** What changed: table, id, before and after, for every row the action wrote. */
    changes: jsonb('changes').notNull(),
    /** The answer given, so that a replayed request gets it again. */
    answer: jsonb('answer').notNull(),
    /** SM3 of the entry's content, computed when written; the seal's leaf. */
    digest: text('digest').notNull(),
    /** The writing transaction: seals take whole transactions that can no longer grow. */
    transaction: bigint('transaction', { mode: 'number' })
      .notNull()
      .default(sql`pg_current_xact_id()::text::bigint`),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.seq] }),
    uniqueIndex('journal_request').on(table.county, table.requestId),
    index('journal_record').on(table.county, table.recordId),
    index('journal_person').on(table.county, table.person),
    index('journal_transaction').on(table.county, table.transaction),
    index('journal_division').on(table.county, table.division, table.at),
  ],
)

/** Sealed ranges of the journal: a chain of Merkle roots. */
export const journalSeals = pgTable(
  'journal_seal',
  {
    county: codeText('county').notNull(),
    number: integer('number').notNull(),
    /** Transactions covered: from (included) to (excluded). */
    fromTransaction: bigint('from_transaction', { mode: 'number' }).notNull(),
    toTransaction: bigint('to_transaction', { mode: 'number' }).notNull(),
    entries: integer('entries').notNull(),
    root: text('root').notNull(),
    /** SM3 of the previous seal's hash and this root. */
    hash: text('hash').notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.number] })],
)

/** Fields added to a record at run time, versioned: forms, lists, import and measures use the newest active version. */
export const extensionFields = pgTable(
  'extension_field',
  {
    county: codeText('county').notNull(),
    record: text('record').notNull(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    kind: text('kind', { enum: ['text', 'number', 'date', 'yes-no', 'choice'] }).notNull(),
    options: jsonb('options').$type<string[]>().notNull().default([]),
    /** What the options are called; an option without an entry is called by itself. */
    optionTitles: jsonb('option_titles').$type<Record<string, Text>>().notNull().default({}),
    unit: jsonb('unit').$type<Text | null>(),
    required: boolean('required').notNull().default(false),
    active: boolean('active').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    createdBy: uuid('created_by'),
  },
  (table) => [primaryKey({ columns: [table.county, table.record, table.key, table.version] })],
)
