import { integer, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Daily counts of a syndrome at a clinic, pharmacy or school. `happenedOn` is the day counted. */
export const syndromeCounts = recordTable('syndrome_count', {
  syndrome: text('syndrome').notNull(),
  /** The clinic, pharmacy or school by name. */
  unit: text('unit').notNull(),
  count: integer('count').notNull(),
  /** All visits of the day, all sold, all pupils; null where it was not given. */
  total: integer('total'),
  /** What the days before would let expect at most; null while they are too few. */
  upper: integer('upper'),
  alarm: text('alarm', { enum: ['none', 'above', 'too-short'] }).notNull(),
})
