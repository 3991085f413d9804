import { boolean, date, integer, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Exposures treated at a clinic. `happenedOn` is the day of the visit, `institution` the clinic. */
export const rabiesExposures = recordTable('rabies_exposure', {
  exposedOn: date('exposed_on').notNull(),
  animal: text('animal').notNull(),
  animalState: text('animal_state').notNull(),
  contact: text('contact').notNull(),
  site: text('body_site').notNull(),
  immunodeficient: boolean('immunodeficient').notNull(),
  grade: text('grade').notNull(),
  weightKg: numeric('weight_kg', { precision: 4, scale: 1 }),
  woundTreated: boolean('wound_treated').notNull(),
  earlierCourseOn: date('earlier_course_on'),
  schedule: text('schedule'),
  planned: integer('doses_planned').notNull(),
  given: integer('doses_given').notNull().default(0),
  firstDoseOn: date('first_dose_on'),
  lastDoseOn: date('last_dose_on'),
  nextNumber: integer('next_dose'),
  nextDueOn: date('next_due_on'),
  /** Grade III without an earlier course needs immunoglobulin. */
  needsImmunoglobulin: boolean('needs_immunoglobulin').notNull(),
  immunoglobulin: text('immunoglobulin'),
  immunoglobulinUnits: integer('immunoglobulin_units'),
  immunoglobulinLot: text('immunoglobulin_lot'),
  immunoglobulinOn: date('immunoglobulin_on'),
  endReason: text('end_reason'),
})

/** Doses of rabies vaccine. `happenedOn` is the day of the dose. */
export const rabiesDoses = recordTable('rabies_dose', {
  exposure: uuid('rabies_exposure').notNull(),
  number: integer('number').notNull(),
  product: text('product').notNull(),
  lot: text('lot').notNull(),
  daysLate: integer('days_late').notNull(),
})
