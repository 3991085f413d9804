import { boolean, date, jsonb, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import type { DefectId } from './defects.ts'
import type { ScreeningId } from './surveillance.ts'

/** Cards of children born with a defect; `person` is the mother, `happenedOn` the day of birth. */
export const cards = recordTable('birth_defect_card', {
  newborn: uuid('newborn'),
  /** Of several children born together. */
  number: smallint('number').notNull(),
  sex: text('sex').notNull(),
  /** Completed weeks; grams. */
  weeks: smallint('weeks').notNull(),
  weight: smallint('weight'),
  place: text('place').notNull(),
  outcome: text('outcome').notNull(),
  defects: jsonb('defects').$type<DefectId[]>().notNull(),
  otherCode: text('other_code'),
  description: text('description'),
  basis: text('basis').notNull(),
  certainty: text('certainty').notNull(),
  diagnosedOn: date('diagnosed_on').notNull(),
  confirmedOn: date('confirmed_on'),
  familyHistory: text('family_history'),
  exposures: text('exposures'),
  doctor: text('doctor'),
  reportedOn: date('reported_on').notNull(),
  reportDueOn: date('report_due_on').notNull(),
  reviewDueOn: date('review_due_on').notNull(),
  reviewedOn: date('reviewed_on'),
  returnReason: text('return_reason'),
  treatment: text('treatment'),
  treatedOn: date('treated_on'),
  /** Derived: when it was found, and whether it is a case of the surveillance. */
  foundAt: text('found_at').notNull(),
  counted: boolean('counted').notNull(),
})
export type CardRow = typeof cards.$inferSelect

/** Folic acid given out. `happenedOn` is the day of issue. */
export const folicAcid = recordTable('birth_defect_folic_acid', {
  stage: text('stage').notNull(),
  /** Bottles of a month each. */
  bottles: smallint('bottles').notNull(),
  askOn: date('ask_on').notNull(),
  askedOn: date('asked_on'),
  taking: text('taking'),
})

/** Prenatal screening offered, with what came of it. `happenedOn` is the day of the offer. */
export const prenatalScreenings = recordTable('birth_defect_prenatal_screening', {
  pregnancy: uuid('pregnancy').notNull(),
  kind: text('kind').$type<ScreeningId>().notNull(),
  weeks: smallint('weeks').notNull(),
  answer: text('answer').notNull(),
  testedOn: date('tested_on'),
  result: text('result'),
  dueOn: date('due_on'),
  diagnosisAnswer: text('diagnosis_answer'),
  diagnosisMethod: text('diagnosis_method'),
  diagnosisResult: text('diagnosis_result'),
  diagnosedOn: date('diagnosed_on'),
})
