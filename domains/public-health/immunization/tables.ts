import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { kernelColumns, recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { PlannedDose } from './vaccination/plan.ts'

/** Vaccination cards, one per person. `happenedOn` is the day the card was made. */
export const cards = recordTable('immunization_card', {
  number: codeText('number').notNull(),
  /** What is still to be given, each with the days between which it is wanted. */
  plan: jsonb('plan').$type<PlannedDose[]>().notNull().default([]),
  /** The first day on which something is wanted; null when nothing is. */
  wantedFrom: date('wanted_from'),
})

/** Doses given. `happenedOn` is the day; `dose`, `secondDose` and the reasons are what the forecast says of it. */
export const vaccinations = pgTable(
  'immunization_vaccination',
  {
    ...kernelColumns(),
    vaccine: codeText('vaccine').notNull(),
    /** The dose of the schedule it counts as; null when it does not count. */
    dose: codeText('dose'),
    /** The dose of a second series, for a combination. */
    secondDose: codeText('second_dose'),
    /** Why it does not count in a series; both series’ reasons for a combination. */
    reasons: jsonb('reasons').$type<string[]>().notNull().default([]),
    /** The lot in the stock it came from; null when entered from a vaccination book. */
    lot: uuid('lot'),
    lotNumber: codeText('lot_number'),
    manufacturer: text('manufacturer'),
    expiresOn: date('expires_on'),
    site: text('site'),
    route: text('route'),
    vaccinator: text('vaccinator'),
    /** First dose against hepatitis B within 24 hours of birth. */
    within24Hours: boolean('within_24_hours').notNull().default(false),
    /** The visit of a session in which it was given; null for a dose at birth or from a book. */
    visit: uuid('visit'),
    /** Three checks, seven comparisons and the guardian’s confirmation were made. */
    verified: boolean('verified').notNull().default(false),
    /** Why it was given although it would not count. */
    despite: text('despite'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('immunization_vaccination_place').on(table.division, table.happenedOn, table.id),
    index('immunization_vaccination_date').on(table.happenedOn, table.id),
    index('immunization_vaccination_person').on(table.person),
    // A recalled lot names its recipients at once.
    index('immunization_vaccination_lot').on(table.lotNumber, table.vaccine),
    index('immunization_vaccination_stock').on(table.lot),
    index('immunization_vaccination_visit').on(table.visit),
  ],
)

/** Contraindications, deferrals and refusals. `happenedOn` is the day it was found or said. */
export const exclusions = recordTable('immunization_exclusion', {
  series: codeText('series').notNull(),
  kind: text('kind', { enum: ['contraindication', 'deferral', 'refusal'] }).notNull(),
  /** The first day on which it no longer holds; null for good. */
  until: date('until'),
  note: text('note').notNull(),
})

/** Vaccine in a refrigerator: what came of one lot. `happenedOn` is the day of receipt. */
export const lots = recordTable('immunization_lot', {
  vaccine: codeText('vaccine').notNull(),
  lotNumber: codeText('lot_number').notNull(),
  manufacturer: text('manufacturer').notNull(),
  /** The last day of use. */
  expiresOn: date('expires_on').notNull(),
  received: integer('received').notNull(),
  used: integer('used').notNull().default(0),
  discarded: integer('discarded').notNull().default(0),
  /** The refrigerator it lies in; null where that is not kept. */
  equipment: uuid('equipment'),
  stoppedOn: date('stopped_on'),
  stoppedReason: text('stopped_reason'),
})

/** Adverse events following immunization. `happenedOn` is the day of onset. */
export const adverseEvents = recordTable('immunization_adverse_event', {
  vaccination: uuid('vaccination').notNull(),
  vaccine: codeText('vaccine').notNull(),
  lotNumber: codeText('lot_number'),
  severity: text('severity', { enum: ['common', 'serious', 'death', 'cluster'] }).notNull(),
  symptoms: text('symptoms').notNull(),
  foundAt: timestamp('found_at', { withTimezone: true, mode: 'string' }).notNull(),
  /** The moment until which it is to be reported. */
  reportBy: timestamp('report_by', { withTimezone: true, mode: 'string' }).notNull(),
  reportedAt: timestamp('reported_at', { withTimezone: true, mode: 'string' }),
  conclusion: text('conclusion'),
})
