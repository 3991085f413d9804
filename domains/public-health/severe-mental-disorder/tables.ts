import { date, integer, jsonb, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import type { Medicine } from '../chronic-follow-up/index.ts'

/** Registered patients. `happenedOn` is the day of registration. What follows from visits and stays is derived again whenever one is written. */
export const patients = recordTable('mental_patient', {
  diagnosis: text('diagnosis').notNull(),
  source: text('source').notNull(),
  onsetOn: date('onset_on'),
  diagnosedOn: date('diagnosed_on').notNull(),
  diagnosedBy: text('diagnosed_by').notNull(),
  reportedOn: date('reported_on'),
  consent: text('consent').notNull(),
  consentBy: text('consent_by'),
  /** First day of management in the community; null while it is refused. */
  managedFrom: date('managed_from'),
  guardian: text('guardian'),
  guardianRelation: text('guardian_relation'),
  guardianPhone: text('guardian_phone'),
  /** Day of the agreement on the guardian's duty (监护责任协议). */
  guardianAgreedOn: date('guardian_agreed_on'),
  note: text('note'),
  /** First day on which the patient could no longer be found; still registered. */
  lostOn: date('lost_on'),
  lossReason: text('loss_reason'),
  /** First day no longer registered. */
  endedOn: date('ended_on'),
  endReason: text('end_reason'),
  /** Derived. */
  lastVisitOn: date('last_visit_on'),
  lastRisk: smallint('last_risk'),
  lastClass: text('last_class'),
  lastStep: text('last_step'),
  /** Null while nobody is to visit: no consent, or in hospital. */
  dueOn: date('due_on'),
  inHospitalSince: date('in_hospital_since'),
})
export type PatientRow = typeof patients.$inferSelect

/** Follow-up visits (严重精神障碍患者随访服务记录表). `happenedOn` is the day of the visit. */
export const visits = recordTable('mental_visit', {
  patient: uuid('patient').notNull(),
  mode: text('mode').notNull(),
  behaviours: jsonb('behaviours').$type<string[]>().notNull(),
  symptoms: jsonb('symptoms').$type<string[]>().notNull(),
  symptomState: text('symptom_state', { enum: ['gone', 'some', 'marked'] }).notNull(),
  insight: text('insight', { enum: ['full', 'partial', 'none'] }).notNull(),
  socialFunction: text('social_function', { enum: ['good', 'fair', 'poor'] }).notNull(),
  sleep: text('sleep'),
  diet: text('diet'),
  selfCare: text('self_care'),
  housework: text('housework'),
  work: text('work'),
  learning: text('learning'),
  contact: text('contact'),
  /** Serious incidents (肇事肇祸) since the last visit. */
  incidents: smallint('incidents').notNull().default(0),
  confinement: text('confinement'),
  tests: text('tests'),
  compliance: text('compliance').notNull(),
  reaction: text('reaction', { enum: ['none', 'present', 'severe', 'no-medicine'] }).notNull(),
  somatic: text('somatic', { enum: ['none', 'stable', 'severe'] }).notNull(),
  effect: text('effect', { enum: ['recovered', 'better', 'same', 'worse'] }).notNull(),
  medicines: jsonb('medicines').$type<Medicine[]>(),
  rehabilitation: jsonb('rehabilitation').$type<string[]>(),
  /** What was said about this year's examination; null: not spoken of. */
  examinationAnswer: text('examination_answer'),
  referredTo: text('referred_to'),
  agreedOn: date('agreed_on'),
  doctor: text('doctor'),
  /** Derived. */
  risk: smallint('risk').notNull(),
  class: text('class').notNull(),
  step: text('step').notNull(),
  dueOn: date('due_on').notNull(),
  /** First day after it on which the patient was visited or taken into hospital. */
  followedOn: date('followed_on'),
})
export type VisitRow = typeof visits.$inferSelect

/** Emergency disposals. `happenedOn` is the day of the event. */
export const emergencies = recordTable('mental_emergency', {
  patient: uuid('patient').notNull(),
  kind: text('kind').notNull(),
  behaviours: jsonb('behaviours').$type<string[]>().notNull(),
  risk: smallint('risk').notNull(),
  reporter: text('reporter'),
  policeToldAt: text('police_told_at'),
  arrivedAt: text('arrived_at'),
  disposal: text('disposal'),
  hospital: text('hospital'),
  endedOn: date('ended_on'),
  /** By when the patient is to be seen after it. */
  visitDueOn: date('visit_due_on'),
  note: text('note'),
})
export type EmergencyRow = typeof emergencies.$inferSelect

/** Stays in hospital. `happenedOn` is the day of admission. */
export const stays = recordTable('mental_stay', {
  patient: uuid('patient').notNull(),
  hospital: text('hospital').notNull(),
  kind: text('kind').notNull(),
  dischargedOn: date('discharged_on'),
  outcome: text('outcome'),
  note: text('note'),
})
export type StayRow = typeof stays.$inferSelect

/** Payments to guardians. `happenedOn` is the day of payment. */
export const subsidies = recordTable('mental_subsidy', {
  patient: uuid('patient').notNull(),
  year: integer('year').notNull(),
  guardian: text('guardian').notNull(),
  /** Yuan. */
  amount: numeric('amount', { precision: 10, scale: 2 }).notNull(),
  receivedBy: text('received_by'),
})
export type SubsidyRow = typeof subsidies.$inferSelect
