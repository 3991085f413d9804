import { boolean, date, jsonb, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Notified patients. `happenedOn` is the day of the notice, by which cohorts go. Moments are minutes in China, `YYYY-MM-DD HH:MM`. */
export const patients = recordTable('tuberculosis_patient', {
  notifiedAt: text('notified_at').notNull(),
  hospital: text('hospital').notNull(),
  /** The report card of the same illness, where one is in sight. */
  card: uuid('notifiable_case'),
  bacteriology: text('bacteriology').notNull(),
  resistance: text('resistance').notNull(),
  treatmentKind: text('treatment_kind', { enum: ['new', 'retreatment'] }).notNull(),
  startedOn: date('started_on').notNull(),
  regimen: text('regimen'),
  note: text('note'),
  /** Of the first visit at home. */
  firstVisitDueAt: text('first_visit_due_at').notNull(),
  firstVisitDueOn: date('first_visit_due_on').notNull(),
  failedAt: jsonb('failed_at').$type<string[]>().notNull(),
  reportUp: boolean('report_up').notNull().default(false),
  reportedUpOn: date('reported_up_on'),
  firstVisitAt: text('first_visit_at'),
  firstVisitOn: date('first_visit_on'),
  firstVisitInTime: boolean('first_visit_in_time'),
  supervisor: text('supervisor', { enum: ['health-worker', 'family', 'volunteer', 'self'] }),
  supervisorName: text('supervisor_name'),
  ownRoom: boolean('own_room'),
  aired: boolean('aired'),
  taught: jsonb('taught').$type<string[]>(),
  plannedEndOn: date('planned_end_on').notNull(),
  /** Derived from the visits. */
  lastVisitOn: date('last_visit_on'),
  lastStep: text('last_step'),
  missedDoses: smallint('missed_doses').notNull().default(0),
  dueOn: date('due_on'),
  closedOn: date('closed_on'),
  outcome: text('outcome'),
  dosesDue: smallint('doses_due'),
  dosesTaken: smallint('doses_taken'),
  regular: boolean('regular'),
})
export type PatientRow = typeof patients.$inferSelect

/** Follow-up visits (肺结核患者随访服务记录表). `happenedOn` is the day of the visit. */
export const visits = recordTable('tuberculosis_visit', {
  patient: uuid('patient').notNull(),
  mode: text('mode').notNull(),
  symptoms: jsonb('symptoms').$type<string[]>().notNull(),
  cigarettesPerDay: smallint('cigarettes_per_day'),
  spiritsPerDay: smallint('spirits_per_day'),
  /** Doses missed since the last visit. */
  missedDoses: smallint('missed_doses').notNull(),
  adverse: boolean('adverse').notNull(),
  adverseNote: text('adverse_note'),
  complication: boolean('complication').notNull(),
  complicationNote: text('complication_note'),
  referredTo: text('referred_to'),
  referralResult: text('referral_result'),
  treatment: text('treatment'),
  doctor: text('doctor'),
  /** Derived. */
  phase: text('phase').notNull(),
  step: text('step').notNull(),
  dueOn: date('due_on').notNull(),
  followedOn: date('followed_on'),
})
export type VisitRow = typeof visits.$inferSelect

/** Suspects referred to the designated hospital. `happenedOn` is the day of the referral. */
export const suspects = recordTable('tuberculosis_suspect', {
  symptoms: jsonb('symptoms').$type<string[]>().notNull(),
  referredTo: text('referred_to').notNull(),
  dueOn: date('due_on').notNull(),
  followedOn: date('followed_on'),
  arrivedOn: date('arrived_on'),
  result: text('result'),
  note: text('note'),
})
