import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { bytes, codeText } from '../store/columns.ts'
import type { Text } from '../text/text.ts'

/** One import of a file: what it is, how far it has come, what became of its rows. */
export const importJobs = pgTable(
  'import_job',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    register: text('register').notNull(),
    fileName: text('file_name').notNull(),
    /** SM3 of the file: the same file is recognised when an import that was cut off is taken up again. */
    fileDigest: codeText('file_digest').notNull(),
    /** The scope of who imports: rows of other places go to review. */
    division: codeText('division').notNull(),
    account: uuid('account').notNull(),
    accountName: text('account_name').notNull(),
    role: text('role').notNull(),
    /** The business date of the import; rows without a date of reporting are measured against it, also when the import goes on later. */
    importedOn: codeText('imported_on').notNull(),
    state: text('state', { enum: ['reading', 'preview', 'applying', 'done', 'failed'] }).notNull(),
    /** Rows read or applied, and how many there are; 0 while unknown. */
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    counts: jsonb('counts').$type<Record<string, unknown>>().notNull().default({}),
    /** Heads of the sheets, so that returned rows keep their columns. */
    sheets: jsonb('sheets').$type<unknown[]>().notNull().default([]),
    /** Chunks whose transaction is complete: an import that was cut off goes on with the others. */
    applied: jsonb('applied').$type<number[]>().notNull().default([]),
    problem: jsonb('problem').$type<Text | null>(),
    startedAt: timestamp('started_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('import_job_started').on(table.county, table.startedAt),
  ],
)

/** Rows of an import that somebody should see: everything that was not simply accepted, and a sample of what was. Contents are encrypted. */
export const importRows = pgTable(
  'import_row',
  {
    county: codeText('county').notNull(),
    job: uuid('job').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    division: codeText('division').notNull(),
    sheet: text('sheet').notNull(),
    row: integer('row').notNull(),
    outcome: text('outcome', { enum: ['accepted', 'duplicate', 'review', 'rejected'] }).notNull(),
    /** The outcome with what it refers to: duplicate-of:<sheet>,<row>. */
    detail: text('detail').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull().default([]),
    warnings: jsonb('warnings').$type<string[]>().notNull().default([]),
    /** The row's values, encrypted JSON. */
    values: bytes('values').notNull(),
    /** The cells as they stood, encrypted JSON; only of rows that go back. */
    original: bytes('original'),
    hidden: boolean('hidden').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.job, table.seq] }),
    index('import_row_outcome').on(table.county, table.job, table.outcome, table.seq),
  ],
)

/** The file of a preview, encrypted in pieces, until it has been applied or given up. */
export const importFiles = pgTable(
  'import_file',
  {
    county: codeText('county').notNull(),
    job: uuid('job').notNull(),
    piece: integer('piece').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.job, table.piece] })],
)
