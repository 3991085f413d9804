import { date, integer, jsonb, numeric, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import type { Counts } from './networks.ts'

const NETWORKS = ['maternal', 'under-five', 'defects'] as const

/** Quarterly returns of a place and network. `happenedOn` is the last day of the quarter. */
export const returns = recordTable('mch_return', {
  network: text('network', { enum: NETWORKS }).notNull(),
  quarter: text('quarter').notNull(),
  dueOn: date('due_on').notNull(),
  /** As counted when it was compiled; null before. */
  counts: jsonb('counts').$type<Counts>(),
  events: integer('events'),
  births: integer('births'),
  /** Events of the register that the network has no report of. */
  unreported: integer('unreported'),
  explanation: text('explanation'),
  compiledOn: date('compiled_on'),
  submittedOn: date('submitted_on'),
  reviewedOn: date('reviewed_on'),
  returnReason: text('return_reason'),
})
export type ReturnRow = typeof returns.$inferSelect

/** Surveys of under-reporting. `happenedOn` is the day of the survey. */
export const surveys = recordTable('mch_survey', {
  network: text('network', { enum: NETWORKS }).notNull(),
  quarter: text('quarter').notNull(),
  /** Events found in the field, and how many of them were registered. */
  found: integer('found').notNull(),
  registered: integer('registered').notNull(),
  missedRate: numeric('missed_rate', { precision: 5, scale: 2 }),
  sources: text('sources').notNull(),
  remedy: text('remedy'),
})
