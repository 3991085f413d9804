import { boolean, date, index, integer, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { kernelColumns, recordTable } from '@kangheng/kernel/record/tables.ts'

/**
 * Report cards of notifiable diseases. `happenedOn` is the day of onset, `division` the present address, `institution` who reported. Moments are minutes
 * in China, `YYYY-MM-DD HH:MM`.
 */
export const notifiableCases = pgTable(
  'notifiable_case',
  {
    ...kernelColumns(),
    disease: text('disease').notNull(),
    subtype: text('subtype'),
    /** Class on the day of diagnosis. */
    diseaseClass: text('disease_class', { enum: ['A', 'B', 'C'] }).notNull(),
    category: text('category').notNull(),
    course: text('course'),
    diagnosedAt: text('diagnosed_at').notNull(),
    diedOn: date('died_on'),
    group: text('population_group').notNull(),
    workplace: text('workplace'),
    schoolClass: text('school_class'),
    guardian: text('guardian'),
    address: text('address'),
    origin: text('origin').notNull(),
    doctor: text('doctor').notNull(),
    reportedAt: text('reported_at').notNull(),
    reportDueAt: text('report_due_at').notNull(),
    reviewDueAt: text('review_due_at').notNull(),
    /** The day of `reviewDueAt`, for the work list. */
    reviewDueOn: date('review_due_on').notNull(),
    reviewedAt: text('reviewed_at'),
    /** Day of the county's review: what published counts go by. */
    reviewedOn: date('reviewed_on'),
    reportedInTime: boolean('reported_in_time').notNull(),
    reviewedInTime: boolean('reviewed_in_time'),
    /** Whether every field that the card asks for was filled in at the first report. */
    complete: boolean('complete').notNull(),
    /** Whether it is a case of the disease in published rates: no suspect, no carrier, no mere infection. */
    counted: boolean('counted').notNull(),
    /** Seen by named roles only. */
    confidential: boolean('confidential').notNull(),
    /** The disease before it was corrected (订正病名). */
    formerDisease: text('former_disease'),
    returnReason: text('return_reason'),
    duplicateOf: uuid('duplicate_of'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('notifiable_case_place').on(table.division, table.happenedOn, table.id),
    index('notifiable_case_date').on(table.happenedOn, table.id),
    index('notifiable_case_person').on(table.person),
    index('notifiable_case_disease').on(table.disease, table.happenedOn),
  ],
)

/** Attached cards of sexually transmitted diseases. `happenedOn` is the day it was filled in. */
export const sexualHealthCards = recordTable('sexual_health_card', {
  case: uuid('notifiable_case').notNull(),
  marital: text('marital').notNull(),
  route: text('route').notNull(),
  sampleSource: text('sample_source').notNull(),
  contacts: integer('contacts'),
  conclusion: text('conclusion'),
})

/** Attached cards of hepatitis B. `happenedOn` is the day it was filled in. */
export const hepatitisCards = recordTable('hepatitis_b_card', {
  case: uuid('notifiable_case').notNull(),
  surfaceAntigen: text('surface_antigen').notNull(),
  firstSymptoms: text('first_symptoms'),
  alanine: numeric('alanine', { precision: 7, scale: 1 }),
  coreAntibody: text('core_antibody').notNull(),
  biopsy: text('biopsy').notNull(),
  converted: text('converted').notNull(),
})

/** Attached cards of pulmonary tuberculosis. `happenedOn` is the day it was filled in. */
export const tuberculosisCards = recordTable('tuberculosis_card', {
  case: uuid('notifiable_case').notNull(),
  smear: text('smear').notNull(),
  culture: text('culture').notNull(),
  molecular: text('molecular').notNull(),
  resistance: text('resistance').notNull(),
  historyOfTreatment: text('history_of_treatment').notNull(),
  source: text('source').notNull(),
  referredTo: text('referred_to'),
})

/** Signals of early warning. `happenedOn` is the day it was raised; `division` where somebody has to go. */
export const diseaseSignals = recordTable('disease_signal', {
  disease: text('disease').notNull(),
  method: text('method').notNull(),
  /** The rule of a fixed threshold. */
  rule: text('rule'),
  /** What was counted together: a unit by name, a division by code. */
  level: text('level').notNull(),
  place: text('place').notNull(),
  fromOn: date('from_on').notNull(),
  untilOn: date('until_on').notNull(),
  observed: integer('observed').notNull(),
  expected: numeric('expected', { precision: 12, scale: 2 }),
  upper: numeric('upper', { precision: 12, scale: 2 }),
  /** Cards of the cases, where the signal knows them. */
  cases: jsonb('cases').$type<string[]>().notNull(),
  raisedAt: text('raised_at').notNull(),
  verifyDueAt: text('verify_due_at').notNull(),
  /** The day of `verifyDueAt`, for the work list. */
  verifyDueOn: date('verify_due_on').notNull(),
  verifiedAt: text('verified_at'),
  /** Minutes from raising to verification, and from there to the beginning of the investigation. */
  verifyMinutes: integer('verify_minutes'),
  verifiedInTime: boolean('verified_in_time'),
  investigatedAt: text('investigated_at'),
  investigateMinutes: integer('investigate_minutes'),
  closedAt: text('closed_at'),
  grade: text('grade'),
  gradeSource: text('grade_source'),
  dismissal: text('dismissal'),
  note: text('note'),
})
