import { boolean, date, integer, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Report cards of attacks and cancers. `happenedOn` is the day of the attack, or of the first diagnosis of a cancer. */
export const chronicCases = recordTable('chronic_case', {
  kind: text('kind').notNull(),
  code: codeText('code').notNull(),
  /** What it is called. */
  disease: text('disease').notNull(),
  basis: text('basis').notNull(),
  first: boolean('first').notNull(),
  diagnosedOn: date('diagnosed_on').notNull(),
  hospital: text('hospital'),
  stage: text('stage'),
  morphology: text('morphology'),
  doctor: text('doctor').notNull(),
  reportedOn: date('reported_on').notNull(),
  reportDueOn: date('report_due_on').notNull(),
  inTime: boolean('in_time').notNull(),
  age: integer('age').notNull(),
  sex: text('sex').notNull(),
  reviewDueOn: date('review_due_on').notNull(),
  reviewedOn: date('reviewed_on'),
  lastFollowedOn: date('last_followed_on'),
  condition: text('condition'),
  followUpOn: date('follow_up_on'),
  diedOn: date('died_on'),
  /** Dead within 28 days of the attack; null while that is not known. */
  fatal: boolean('fatal'),
  duplicateOf: uuid('duplicate_of'),
})
