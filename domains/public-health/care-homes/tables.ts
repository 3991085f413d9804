import { date, jsonb, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Homes for older people. `happenedOn` is the day it was listed. */
export const homes = recordTable('care_home', {
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  beds: smallint('beds').notNull(),
  nursingBeds: smallint('nursing_beds'),
  /** How medical care comes to it, the institution that gives it, and the agreement's days (`until` is its last). */
  link: text('link').notNull(),
  partner: codeText('partner'),
  linkedFrom: date('linked_from'),
  linkedUntil: date('linked_until'),
  closedOn: date('closed_on'),
})

/** People living in a home. `happenedOn` is the day they moved in; the place is the home's. */
export const stays = recordTable('care_home_stay', {
  home: uuid('home').notNull(),
  selfCareGrade: text('self_care_grade').notNull(),
  doctor: text('doctor'),
  /** First day no longer there. */
  endedOn: date('ended_on'),
  endReason: text('end_reason'),
  /** Derived from plans and rounds. */
  planUntil: date('plan_until'),
  lastRoundOn: date('last_round_on'),
  roundDueOn: date('round_due_on'),
})
export type StayRow = typeof stays.$inferSelect

/** Plans of medical care. `happenedOn` is the day it was made. */
export const plans = recordTable('care_home_plan', {
  stay: uuid('stay').notNull(),
  needs: jsonb('needs').$type<string[]>().notNull(),
  goals: text('goals').notNull(),
  doctor: text('doctor').notNull(),
  /** Last day. */
  validUntil: date('valid_until').notNull(),
})
export type PlanRow = typeof plans.$inferSelect

/** Rounds: one person seen once. `happenedOn` is the day. */
export const rounds = recordTable('care_home_round', {
  stay: uuid('stay').notNull(),
  services: jsonb('services').$type<string[]>().notNull(),
  systolic: smallint('systolic'),
  diastolic: smallint('diastolic'),
  /** mmol/L, from the fingertip. */
  glucose: numeric('glucose', { precision: 3, scale: 1 }),
  finding: text('finding'),
  advice: text('advice'),
  doctor: text('doctor'),
  referredTo: text('referred_to'),
  referralReason: text('referral_reason'),
  result: text('result'),
  resultOn: date('result_on'),
  /** Derived: the last day on which the next round is in time. */
  dueOn: date('due_on').notNull(),
})
export type RoundRow = typeof rounds.$inferSelect
