import { integer, numeric, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** How a township’s data of one line of business stood in a month. `happenedOn` is the first day of the month. */
export const scores = recordTable('data_quality_score', {
  line: codeText('line').notNull(),
  lineName: text('line_name').notNull(),
  month: codeText('month').notNull(),
  looked: integer('looked').notNull(),
  errors: integer('errors').notNull(),
  warnings: integer('warnings').notNull(),
  score: numeric('score').notNull(),
})
