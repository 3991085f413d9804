import { boolean, integer, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Free counselling and testing, one row for each visitor, without a name or anything that leads to one. `happenedOn` is the day of the visit. */
export const counsellingVisits = recordTable('sexual_health_counselling', {
  clientGroup: text('client_group').notNull(),
  sex: text('sex', { enum: ['male', 'female'] }).notNull(),
  ageBand: text('age_band').notNull(),
  tested: boolean('tested').notNull(),
  result: text('result').notNull(),
  /** Told the result and what to do: the point of testing. */
  resultTold: boolean('result_told').notNull(),
  referred: boolean('referred').notNull(),
})

/** Work with people at risk. `happenedOn` is the day of the work. */
export const interventions = recordTable('sexual_health_intervention', {
  clientGroup: text('client_group').notNull(),
  venue: text('venue').notNull(),
  reached: integer('people_reached').notNull(),
  condoms: integer('condoms').notNull(),
  leaflets: integer('leaflets').notNull(),
  toTesting: integer('people_to_testing').notNull(),
})
