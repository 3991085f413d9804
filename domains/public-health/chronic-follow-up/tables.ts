import { boolean, date, jsonb, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

const exact = (name: string, precision: number, scale: number) => numeric(name, { precision, scale })

/** A medicine as the follow-up card has it. */
export interface Medicine {
  readonly name: string
  readonly timesPerDay?: number | undefined
  readonly dose?: string | undefined
}

/**
 * Patients under management for one disease. `happenedOn` is the day of registration. What follows from the visits is kept beside
 * it and derived again whenever one is entered, corrected or voided.
 */
export function patientTable(name: string) {
  return recordTable(name, {
    diagnosedOn: date('diagnosed_on'),
    source: text('source').notNull(),
    riskLevel: text('risk_level'),
    note: text('note'),
    /** First day on which the patient could no longer be found; still counted as managed, never as at the goal. */
    lostOn: date('lost_on'),
    /** First day no longer under management. */
    endedOn: date('ended_on'),
    endReason: text('end_reason'),
    /** Derived from the visits. */
    lastVisitOn: date('last_visit_on'),
    lastClass: text('last_class'),
    lastStep: text('last_step'),
    dueOn: date('due_on').notNull(),
  })
}
export type PatientTable = ReturnType<typeof patientTable>
export type PatientRow = PatientTable['$inferSelect']

/** Follow-up visits of one disease; each disease uses the columns of its card. `happenedOn` is the day of the visit. */
export function visitTable(name: string) {
  return recordTable(name, {
    patient: uuid('patient').notNull(),
    mode: text('mode').notNull(),
    /** Null: not asked. */
    symptoms: jsonb('symptoms').$type<string[]>(),
    emergencySigns: jsonb('emergency_signs').$type<string[]>(),
    systolic: smallint('systolic'),
    diastolic: smallint('diastolic'),
    heartRate: smallint('heart_rate'),
    fastingGlucose: exact('fasting_glucose', 4, 1),
    randomGlucose: exact('random_glucose', 4, 1),
    glycatedHaemoglobin: exact('glycated_haemoglobin', 4, 1),
    height: exact('height', 4, 1),
    weight: exact('weight', 4, 1),
    bodyMassIndex: exact('body_mass_index', 4, 1),
    footPulse: text('foot_pulse'),
    cigarettesPerDay: smallint('cigarettes_per_day'),
    spiritsPerDay: smallint('spirits_per_day'),
    exercisePerWeek: smallint('exercise_per_week'),
    exerciseMinutes: smallint('exercise_minutes'),
    salt: text('salt'),
    staplePerDay: smallint('staple_per_day'),
    mood: text('mood'),
    followsAdvice: text('follows_advice'),
    medicationCompliance: text('medication_compliance'),
    medicines: jsonb('medicines').$type<Medicine[]>(),
    insulin: text('insulin'),
    adverse: text('adverse', { enum: ['none', 'present', 'hard-to-control'] })
      .notNull()
      .default('none'),
    adverseNote: text('adverse_note'),
    hypoglycaemia: text('hypoglycaemia'),
    complication: boolean('complication').notNull().default(false),
    /** Of chronic obstructive pulmonary disease. */
    breathlessness: smallint('breathlessness'),
    assessmentTest: smallint('assessment_test'),
    oxygenSaturation: smallint('oxygen_saturation'),
    exacerbation: text('exacerbation'),
    inhalation: text('inhalation'),
    smokingAdvice: text('smoking_advice'),
    vaccines: jsonb('vaccines').$type<string[]>(),
    tests: text('tests'),
    referredTo: text('referred_to'),
    referralReason: text('referral_reason'),
    referralOutcome: text('referral_outcome'),
    agreedOn: date('agreed_on'),
    doctor: text('doctor'),
    /** Derived: whether what was measured is at the norm's goal; null when nothing was. */
    atGoal: boolean('at_goal'),
    class: text('class').notNull(),
    step: text('step').notNull(),
    unsatisfiedInRow: smallint('unsatisfied_in_row').notNull(),
    dueOn: date('due_on').notNull(),
    /** The day of the next visit, once there is one. */
    followedOn: date('followed_on'),
  })
}
export type VisitTable = ReturnType<typeof visitTable>
export type VisitRow = VisitTable['$inferSelect']

/** Screening for one disease: one measurement of somebody who is not a patient. `happenedOn` is the day of it. */
export function screeningTable(name: string) {
  return recordTable(name, {
    systolic: smallint('systolic'),
    diastolic: smallint('diastolic'),
    fastingGlucose: exact('fasting_glucose', 4, 1),
    randomGlucose: exact('random_glucose', 4, 1),
    /** Score of a questionnaire, and the share of the forced volume breathed out in the first second. */
    score: smallint('score'),
    ratio: exact('ratio', 4, 3),
    /** Factors of high risk the person told or shows; null: not asked. */
    factors: jsonb('factors').$type<string[]>(),
    note: text('note'),
    /** Derived from this measurement and the earlier ones. */
    finding: text('finding').notNull(),
    dueOn: date('due_on').notNull(),
  })
}
export type ScreeningTable = ReturnType<typeof screeningTable>
export type ScreeningRow = ScreeningTable['$inferSelect']
