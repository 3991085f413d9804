import { boolean, date, jsonb, smallint, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import type { Biased, Constitution } from './constitution.ts'

/** Constitution questionnaires of people from 65. `happenedOn` is the day of it. */
export const constitutionSurveys = recordTable('tcm_constitution', {
  /** 33 answers of 1 to 5. */
  answers: jsonb('answers').$type<number[]>().notNull(),
  /** Derived. */
  scores: jsonb('scores').$type<Record<Constitution, number>>().notNull(),
  main: text('main_constitution'),
  found: jsonb('found').$type<Constitution[]>().notNull(),
  tendencies: jsonb('tendencies').$type<Biased[]>().notNull(),
  guidance: jsonb('guidance').$type<string[]>().notNull(),
  advice: text('advice'),
  doctor: text('doctor'),
})

export type ConstitutionRow = typeof constitutionSurveys.$inferSelect

/** Services for children of 6 to 36 months. `happenedOn` is the day of the service. */
export const childServices = recordTable('tcm_child_service', {
  /** Months of the stage. */
  stage: text('stage').notNull(),
  technique: text('technique').notNull(),
  livingGuided: boolean('living_guided').notNull(),
  nextOn: date('next_on'),
  doctor: text('doctor'),
})

export type ChildServiceRow = typeof childServices.$inferSelect

/** What an institution offers, from a day until it is described anew. `happenedOn` is the first day. */
export const capabilities = recordTable('tcm_capability', {
  zone: text('zone').notNull(),
  techniques: jsonb('techniques').$type<string[]>().notNull(),
  kinds: smallint('kinds').notNull(),
  practitioners: smallint('practitioners').notNull(),
  dispensary: boolean('dispensary').notNull(),
  endedOn: date('ended_on'),
})
