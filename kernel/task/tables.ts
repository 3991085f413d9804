import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { codeText } from '../store/columns.ts'

/**
 * Open work as the kinds of work derive it, kept so that a list need not derive it anew (`store-work.ts`). Whoever sees the record that a kind is about sees
 * its work in the own scope.
 */
export const openWork = pgTable(
  'open_work',
  {
    county: codeText('county').notNull(),
    task: text('task').notNull(),
    id: uuid('id').notNull(),
    /** The record type `recordId` belongs to; work may be about a record that is still to be made. */
    record: text('record').notNull(),
    recordId: uuid('record_id'),
    person: uuid('person'),
    division: codeText('division').notNull(),
    institution: codeText('institution'),
    dueOn: date('due_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.task, table.id] }),
    index('open_work_place').on(table.division, table.dueOn),
    index('open_work_person').on(table.person),
  ],
)

/** The kinds whose open work is kept, and as of which statement: another day or another edition of the kind is another statement. */
export const storedTasks = pgTable(
  'stored_task',
  {
    county: codeText('county').notNull(),
    task: text('task').notNull(),
    statement: text('statement').notNull(),
    storedAt: timestamp('stored_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.task] })],
)
