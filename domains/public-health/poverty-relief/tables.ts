import { date, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Households on the register. `happenedOn` is the day of registration, `removedOn` the first day no longer on it. */
export const reliefHouseholds = recordTable('poverty_household', {
  /** The household of the resident register. */
  household: uuid('household').notNull(),
  number: codeText('number').notNull(),
  headName: text('head_name').notNull(),
  standing: text('standing', { enum: ['monitored', 'out-of-poverty'] }).notNull(),
  /** Kind of monitored household; null for one that is out of poverty. */
  monitoredAs: text('monitored_as'),
  causes: jsonb('causes').$type<string[]>().notNull(),
  removedOn: date('removed_on'),
})

/**
 * Entries of the register, one per line of the list. An entry that is not due for a contract stays on the list and says why;
 * a duplicate names the entry that is kept.
 */
export const reliefEntries = recordTable('poverty_entry', {
  reliefHousehold: uuid('relief_household').notNull(),
  standing: text('standing', { enum: ['monitored', 'out-of-poverty'] }).notNull(),
  disposition: text('disposition', { enum: ['died', 'duplicate', 'other'] }),
  dispositionOn: date('disposition_on'),
  reason: text('reason'),
  note: text('note'),
  duplicateOf: uuid('duplicate_of'),
  removedOn: date('removed_on'),
})

/** Verified illnesses of people on the register. `happenedOn` is the day of verification. */
export const reliefIllnesses = recordTable('poverty_illness', {
  disease: text('disease').notNull(),
  class: text('class', { enum: ['I', 'II', 'III'] }).notNull(),
  foundBy: text('found_by').notNull(),
  endedOn: date('ended_on'),
})

/** Special treatment of a major disease. `happenedOn` is the day the patient was enrolled; amounts in yuan. */
export const reliefTreatments = recordTable('poverty_treatment', {
  illness: uuid('illness').notNull(),
  disease: text('disease').notNull(),
  hospital: codeText('hospital').notNull(),
  treatedOn: date('treated_on'),
  closedOn: date('closed_on'),
  outcome: text('outcome'),
  totalCost: numeric('total_cost', { precision: 12, scale: 2 }).notNull().default('0'),
  insurancePaid: numeric('insurance_paid', { precision: 12, scale: 2 }).notNull().default('0'),
  aidPaid: numeric('aid_paid', { precision: 12, scale: 2 }).notNull().default('0'),
})

/** Officials linked to households (结对帮扶). */
export const reliefLinks = recordTable('poverty_link', {
  reliefHousehold: uuid('relief_household').notNull(),
  official: text('official').notNull(),
  unit: text('unit').notNull(),
  account: uuid('account'),
  endsOn: date('ends_on'),
})

/** Support visits to households; the value of money and goods in yuan. */
export const reliefVisits = recordTable('poverty_visit', {
  reliefHousehold: uuid('relief_household').notNull(),
  official: text('official').notNull(),
  purpose: text('purpose').notNull(),
  aid: numeric('aid', { precision: 10, scale: 2 }).notNull().default('0'),
  note: text('note'),
})
