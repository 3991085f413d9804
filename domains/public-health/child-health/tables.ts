import { boolean, date, jsonb, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

const exact = (name: string, precision: number, scale: number) => numeric(name, { precision, scale })
const score = (name: string) => exact(name, 5, 2)
const several = (name: string) => jsonb(name).$type<string[]>()

/** Children in care, from registration to the seventh birthday. `happenedOn` is the day of registration. */
export const children = recordTable('child_health_child', {
  /** The mother, when she is in the index, and her name otherwise. */
  mother: uuid('mother'),
  motherName: text('mother_name'),
  /** Grams. */
  birthWeight: smallint('birth_weight'),
  /** Completed weeks. */
  gestationalWeeks: smallint('gestational_weeks'),
  plurality: smallint('plurality').notNull().default(1),
  dischargedOn: date('discharged_on'),
  riskFactors: several('risk_factors').notNull().default([]),
  note: text('note'),
  /** First day no longer in care. */
  endedOn: date('ended_on'),
  endReason: text('end_reason'),
  /** Derived: from birth, visits and check-ups. */
  highRisk: boolean('high_risk').notNull(),
  lastSeenOn: date('last_seen_on'),
  nextStep: text('next_step'),
  dueOn: date('due_on'),
})
export type ChildRow = typeof children.$inferSelect

/** Home visits of newborns. `happenedOn` is the day of the visit. */
export const newbornVisits = recordTable('child_health_newborn_visit', {
  child: uuid('child').notNull(),
  birth: date('birth').notNull(),
  feeding: text('feeding'),
  /** Kilograms and centimetres. */
  weight: exact('weight', 4, 2),
  height: exact('height', 4, 1),
  temperature: exact('temperature', 3, 1),
  breathingRate: smallint('breathing_rate'),
  jaundice: text('jaundice'),
  navel: text('navel'),
  hearingScreening: text('hearing_screening'),
  diseaseScreening: text('disease_screening'),
  abnormal: text('abnormal'),
  guidance: several('guidance').notNull().default([]),
  referredTo: text('referred_to'),
  doctor: text('doctor'),
  /** Derived: within the days after discharge that the norm gives. */
  timely: boolean('timely').notNull(),
})

export type NewbornVisitRow = typeof newbornVisits.$inferSelect

/** Check-ups. `happenedOn` is the day of the check-up. */
export const checkUps = recordTable('child_health_check_up', {
  child: uuid('child').notNull(),
  feeding: text('feeding'),
  /** Kilograms and centimetres; length below two years, height from then on. */
  weight: exact('weight', 5, 2),
  height: exact('height', 4, 1),
  headCircumference: exact('head_circumference', 3, 1),
  /** g/L. */
  haemoglobin: smallint('haemoglobin'),
  vitaminD: boolean('vitamin_d'),
  outdoorHours: exact('outdoor_hours', 3, 1),
  hearing: text('hearing'),
  /** Decimals of the chart. */
  visionLeft: exact('vision_left', 3, 2),
  visionRight: exact('vision_right', 3, 2),
  teeth: smallint('teeth'),
  cariousTeeth: smallint('carious_teeth'),
  warningSigns: several('warning_signs'),
  illnesses: several('illnesses'),
  abnormal: text('abnormal'),
  guidance: several('guidance').notNull().default([]),
  referredTo: text('referred_to'),
  doctor: text('doctor'),
  /** Derived: the age of the schedule it belongs to, growth by the standard, and what was found. */
  step: text('step'),
  ageMonths: exact('age_months', 4, 1).notNull(),
  bodyMassIndex: exact('body_mass_index', 4, 1),
  weightScore: score('weight_score'),
  heightScore: score('height_score'),
  buildScore: score('build_score'),
  indexScore: score('index_score'),
  headScore: score('head_score'),
  weightGrade: text('weight_grade'),
  heightGrade: text('height_grade'),
  buildGrade: text('build_grade'),
  anaemia: text('anaemia'),
  findings: several('findings').notNull().default([]),
  /** Derived from the others: the next one with a measurement. */
  followedOn: date('followed_on'),
})
export type CheckUpRow = typeof checkUps.$inferSelect

/** Children with findings, followed up until closed. `happenedOn` is the day of the check-up or visit that found them. */
export const concerns = recordTable('child_health_concern', {
  child: uuid('child').notNull(),
  /** The check-up or newborn visit that found it. */
  foundBy: uuid('found_by').notNull(),
  findings: several('findings').notNull(),
  /** Referred, or guided and seen again. */
  referral: boolean('referral').notNull(),
  referredTo: text('referred_to'),
  firstDueOn: date('first_due_on').notNull(),
  dueOn: date('due_on').notNull(),
  firstFollowedOn: date('first_followed_on'),
  lastFollowedOn: date('last_followed_on'),
  outcome: text('outcome'),
  note: text('note'),
  closedOn: date('closed_on'),
})
export type ConcernRow = typeof concerns.$inferSelect
