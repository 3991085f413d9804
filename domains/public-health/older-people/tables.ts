import { boolean, jsonb, smallint, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Yearly assessments of people from 65: self-care, mood, cognition, guidance. The examination itself is a record of health-record. */
export const olderAssessments = recordTable('older_assessment', {
  /** Scores of the five items of the self-care form. */
  eating: smallint('eating').notNull(),
  grooming: smallint('grooming').notNull(),
  dressing: smallint('dressing').notNull(),
  toileting: smallint('toileting').notNull(),
  moving: smallint('moving').notNull(),
  /** Derived: their sum and its grade. */
  selfCareScore: smallint('self_care_score').notNull(),
  selfCareGrade: text('self_care_grade').notNull(),
  ownHealth: text('own_health'),
  moodScreen: text('mood_screen'),
  depressionScale: text('depression_scale'),
  depressionScore: smallint('depression_score'),
  depressionGrade: text('depression_grade'),
  cognitionScreen: text('cognition_screen'),
  education: text('education'),
  cognitionScore: smallint('cognition_score'),
  cognitionImpaired: boolean('cognition_impaired'),
  guidance: jsonb('guidance').$type<string[]>().notNull(),
  doctor: text('doctor'),
})
export type AssessmentRow = typeof olderAssessments.$inferSelect
