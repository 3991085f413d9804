import { date, integer, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Supervision letters. `happenedOn` is the day of issue. */
export const letters = recordTable('supervision_letter', {
  number: text('number').notNull(),
  year: integer('year').notNull(),
  serial: integer('serial').notNull(),
  unit: codeText('unit').notNull(),
  unitName: text('unit_name').notNull(),
  gravity: text('gravity').notNull(),
  cause: text('cause').notNull(),
  /** What ties letters about one matter together: the indicator, or the words of the matter. */
  matter: text('matter').notNull(),
  title: text('title').notNull(),
  indicator: codeText('indicator'),
  period: codeText('period'),
  facts: text('facts').notNull(),
  demands: text('demands').notNull(),
  answerBy: date('answer_by').notNull(),
  previous: uuid('previous'),
  measures: text('measures'),
  evidence: text('evidence'),
  answeredOn: date('answered_on'),
  answeredBy: text('answered_by'),
  recheckBy: date('recheck_by'),
  recheckedOn: date('rechecked_on'),
  opinion: text('opinion'),
  returned: integer('returned').notNull().default(0),
})
