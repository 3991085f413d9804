import { date, integer, text } from 'drizzle-orm/pg-core'
import { recordTable } from '../../record/tables.ts'

/** One umbrella lent to one person. */
export const loans = recordTable('umbrella_loan', {
  umbrella: text('umbrella').notNull(),
  dueOn: date('due_on').notNull(),
  /** The first day on which it was no longer out. */
  returnedOn: date('returned_on'),
  /** Deposit in fen. */
  deposit: integer('deposit').notNull().default(0),
})
