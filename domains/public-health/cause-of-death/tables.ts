import { boolean, date, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { Condition } from './chain.ts'

/** Medical certificates of death. `happenedOn` is the day of death. */
export const certificates = recordTable('death_certificate', {
  number: codeText('number').notNull(),
  place: text('place').notNull(),
  diagnosedAt: text('diagnosed_at').notNull(),
  basis: text('basis').notNull(),
  /** Part I from line (a) downwards, Part II, as codes. */
  chain: jsonb('chain').$type<Condition[]>().notNull(),
  /** The same in words, as it is read and printed. */
  partOne: text('part_one').notNull(),
  partTwo: text('part_two'),
  doctor: text('doctor').notNull(),
  issuedOn: date('issued_on').notNull(),
  reportedOn: date('reported_on').notNull(),
  reportDueOn: date('report_due_on').notNull(),
  inTime: boolean('in_time').notNull(),
  /** Of the deceased, at death. */
  sex: text('sex').notNull(),
  age: integer('age').notNull(),
  ageInDays: integer('age_in_days').notNull(),
  /** Derived by the rules of the WHO, or chosen by a coder; null until then. */
  underlying: codeText('underlying'),
  cause: text('cause'),
  causeGroup: text('cause_group'),
  majorChronic: boolean('major_chronic').notNull().default(false),
  vague: text('vague'),
  rule: text('rule'),
  proposed: codeText('proposed'),
  coderReason: text('coder_reason'),
  workDueOn: date('work_due_on').notNull(),
  reviewedOn: date('reviewed_on'),
  returnReason: text('return_reason'),
})
export type CertificateRow = typeof certificates.$inferSelect
