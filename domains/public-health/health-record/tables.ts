import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { kernelColumns, recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { FamilyHistory, PastDisease, PastEvent } from './basic-form.ts'

/** Resident health records, one per person: the cover. `happenedOn` is the day it was opened; it goes where the person goes. */
export const healthRecords = pgTable(
  'health_record',
  {
    ...kernelColumns(),
    /** 17 digits: county 6, township 3, village 3, serial 5. Kept for life. */
    number: codeText('number').notNull(),
    medium: text('medium', { enum: ['electronic', 'paper'] }).notNull(),
    /** The group the person was in when the record was opened; each record has one, so that groups add up to the total. */
    group: text('resident_group').notNull(),
    responsibleDoctor: text('responsible_doctor'),
    contactName: text('contact_name'),
    contactRelation: text('contact_relation'),
    /** First day since which everything the norm asks for is filled in; null while something is missing. */
    compliantSince: date('compliant_since'),
    /** First day on which it was no longer open. */
    closedOn: date('closed_on'),
    closeReason: text('close_reason'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    uniqueIndex('health_record_number').on(table.number, table.county),
    index('health_record_place').on(table.division, table.happenedOn, table.id),
    index('health_record_date').on(table.happenedOn, table.id),
    index('health_record_person').on(table.person),
  ],
)

/** Personal basic information (个人基本信息表). Each entry is a whole form; the newest one counts. */
export const basicForms = recordTable('health_basic_form', {
  healthRecord: uuid('health_record').notNull(),
  registeredHere: boolean('registered_here'),
  bloodType: text('blood_type'),
  rhesus: text('rhesus'),
  education: text('education'),
  occupation: text('occupation'),
  marriage: text('marriage'),
  payments: jsonb('payments').$type<string[]>().notNull().default([]),
  /** Null: not asked; empty: none. The same for all lists below. */
  allergies: jsonb('allergies').$type<string[]>(),
  otherAllergy: text('other_allergy'),
  exposures: jsonb('exposures').$type<string[]>(),
  diseases: jsonb('diseases').$type<PastDisease[]>(),
  operations: jsonb('operations').$type<PastEvent[]>(),
  injuries: jsonb('injuries').$type<PastEvent[]>(),
  transfusions: jsonb('transfusions').$type<PastEvent[]>(),
  familyHistory: jsonb('family_history').$type<FamilyHistory>(),
  hereditary: text('hereditary'),
  disabilities: jsonb('disabilities').$type<string[]>(),
  kitchenVent: text('kitchen_vent'),
  fuel: text('fuel'),
  water: text('water'),
  toilet: text('toilet'),
  livestock: text('livestock'),
})

const measured = (name: string, precision: number, scale: number) => numeric(name, { precision, scale })

/** Health examinations (健康体检表). `happenedOn` is the day of the examination. */
export const examinations = recordTable('health_examination', {
  healthRecord: uuid('health_record').notNull(),
  symptoms: jsonb('symptoms').$type<string[]>().notNull(),
  temperature: measured('temperature', 3, 1),
  pulse: integer('pulse'),
  breathing: integer('breathing'),
  systolicLeft: integer('systolic_left'),
  diastolicLeft: integer('diastolic_left'),
  systolicRight: integer('systolic_right'),
  diastolicRight: integer('diastolic_right'),
  height: measured('height', 4, 1),
  weight: measured('weight', 4, 1),
  waist: measured('waist', 4, 1),
  bodyMassIndex: measured('body_mass_index', 4, 1),
  /** Self-care score of people from 65: 0–3 independent … 19 and more dependent. */
  selfCareScore: integer('self_care_score'),
  exercise: text('exercise'),
  smoking: text('smoking'),
  cigarettesPerDay: integer('cigarettes_per_day'),
  drinking: text('drinking'),
  haemoglobin: integer('haemoglobin'),
  whiteCells: measured('white_cells', 5, 2),
  platelets: integer('platelets'),
  urineProtein: text('urine_protein'),
  urineGlucose: text('urine_glucose'),
  fastingGlucose: measured('fasting_glucose', 4, 1),
  alanineTransaminase: measured('alanine_transaminase', 6, 1),
  aspartateTransaminase: measured('aspartate_transaminase', 6, 1),
  bilirubin: measured('bilirubin', 5, 1),
  creatinine: measured('creatinine', 6, 1),
  urea: measured('urea', 5, 2),
  cholesterol: measured('cholesterol', 4, 2),
  triglycerides: measured('triglycerides', 4, 2),
  lowDensity: measured('low_density', 4, 2),
  highDensity: measured('high_density', 4, 2),
  ecg: text('ecg'),
  ultrasound: text('ultrasound'),
  problems: jsonb('problems').$type<string[]>().notNull(),
  abnormalities: text('abnormalities'),
  guidance: jsonb('guidance').$type<string[]>().notNull(),
  riskControls: jsonb('risk_controls').$type<string[]>().notNull(),
})

/** Uses of a record: every real service that was written into it. The evidence is the service's own record. */
export const recordUses = recordTable('health_record_use', {
  healthRecord: uuid('health_record').notNull(),
  kind: text('kind').notNull(),
  evidenceRecord: text('evidence_record'),
  evidenceId: uuid('evidence_id'),
  note: text('note'),
})

/** Resident health cards: a QR code with a signed token. */
export const healthCards = recordTable('health_card', {
  number: codeText('number').notNull(),
  /** First day no longer valid. */
  revokedOn: date('revoked_on'),
  revokeReason: text('revoke_reason'),
})
