import { boolean, date, integer, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Responses at the focus of a case of malaria. `happenedOn` is the day of the response. */
export const malariaResponses = recordTable('malaria_response', {
  case: uuid('notifiable_case').notNull(),
  focus: text('focus').notNull(),
  dueOn: date('due_on').notNull(),
  inTime: boolean('in_time').notNull(),
  tested: integer('people_tested').notNull(),
  positive: integer('people_positive').notNull(),
  vectors: text('vectors'),
  spraying: text('spraying'),
})

/** Snail surveys of villages, one a year. `happenedOn` is the last day of the survey. Areas in m². */
export const snailSurveys = recordTable('snail_survey', {
  year: integer('year').notNull(),
  surveyedArea: integer('surveyed_area').notNull(),
  snailArea: integer('snail_area').notNull(),
  newSnailArea: integer('new_snail_area').notNull(),
  controlledArea: integer('controlled_area').notNull(),
  snailsExamined: integer('snails_examined').notNull(),
  infectedSnails: integer('infected_snails').notNull(),
  workers: integer('workers').notNull(),
})

/** Surveys of endemic fluorosis in villages, one a year. `happenedOn` is the day of the survey. */
export const fluorosisSurveys = recordTable('fluorosis_survey', {
  year: integer('year').notNull(),
  fluoride: numeric('fluoride', { precision: 5, scale: 2 }).notNull(),
  smallSupply: boolean('small_supply').notNull(),
  children: integer('children').notNull(),
  affected: integer('affected').notNull(),
  waterWithin: boolean('water_within').notNull(),
  controlled: boolean('controlled').notNull(),
})
