import { boolean, date, integer, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Yearly plans of institutions with what is asked of them. `happenedOn` is the day it was drawn up. */
export const plans = recordTable('health_education_plan', {
  year: smallint('year').notNull(),
  print: smallint('print').notNull(),
  audioVideo: smallint('audio_video').notNull(),
  board: smallint('board').notNull(),
  lecture: smallint('lecture').notNull(),
  consultation: smallint('consultation').notNull(),
  note: text('note'),
})

/** What was done. `happenedOn` is the day of it, of printed matter and films the first day they were handed out or shown. */
export const activities = recordTable('health_education_activity', {
  plan: uuid('plan'),
  kind: text('kind').notNull(),
  topic: text('topic').notNull(),
  title: text('title').notNull(),
  venue: text('venue'),
  speaker: text('speaker'),
  /** Copies handed out, times shown or broadcast. */
  quantity: integer('quantity'),
  participants: integer('participants'),
  certificates: integer('certificates'),
  /** m² of a board. */
  area: numeric('area', { precision: 4, scale: 1 }),
  takenDownOn: date('taken_down_on'),
})

/** Answered questionnaires of health literacy, without names. `happenedOn` is the day of the survey. */
export const literacySurveys = recordTable('health_education_literacy', {
  serial: text('serial').notNull(),
  sex: text('sex').notNull(),
  ageGroup: text('age_group').notNull(),
  score: numeric('score', { precision: 5, scale: 1 }).notNull(),
  fullMarks: smallint('full_marks').notNull(),
  /** Derived. */
  literate: boolean('literate').notNull(),
})
