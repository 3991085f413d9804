import { boolean, date, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Screening of one person in one programme, from the first test to its end. `happenedOn` is the day of the first test. */
export const courses = recordTable('screening_course', {
  programme: text('programme').notNull(),
  partner: uuid('partner'),
  firstResult: text('first_result').notNull(),
  inTime: boolean('in_time').notNull(),
  /** Whether the first result asked for more. */
  suspicious: boolean('suspicious').notNull(),
  /** Derived from the results so far. */
  step: text('step'),
  dueOn: date('due_on'),
  lastResult: text('last_result').notNull(),
  lastOn: date('last_on').notNull(),
  cameBack: boolean('came_back').notNull().default(false),
  confirmedOn: date('confirmed_on'),
  early: boolean('early'),
  recalls: smallint('recalls').notNull().default(0),
  lastRecallOn: date('last_recall_on'),
  treatment: text('treatment'),
  treatedOn: date('treated_on'),
  note: text('note'),
})

/** Further tests and calls of a course. `happenedOn` is the day. */
export const entries = recordTable('screening_entry', {
  course: uuid('course').notNull(),
  step: text('step').notNull(),
  result: text('result'),
  call: text('call'),
  note: text('note'),
})
