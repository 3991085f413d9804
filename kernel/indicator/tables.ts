import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { codeText } from '../store/columns.ts'

/**
 * What a place itself adds to an additive measure in a month: events of a flow, the net change of a stock.
 * A write recomputes these for its own place only; everything above is summed from here.
 */
export const measureBases = pgTable(
  'measure_base',
  {
    county: codeText('county').notNull(),
    measure: codeText('measure').notNull(),
    place: codeText('place').notNull(),
    month: date('month').notNull(),
    value: numeric('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.measure, table.place, table.month] })],
)

/** Values of measures that cannot be summed from months (different persons, aggregates), by place and period; only what is not zero is stored. */
export const measureValues = pgTable(
  'measure_value',
  {
    county: codeText('county').notNull(),
    measure: codeText('measure').notNull(),
    place: codeText('place').notNull(),
    period: codeText('period').notNull(),
    value: numeric('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.measure, table.period, table.place] })],
)

/**
 * Periods for which the figures of an indicator have been made in all places, and what the figure of a village is that has none of its own: most villages have
 * nothing to count in most months, and what is the same for all of them is said once.
 */
export const figurePeriods = pgTable(
  'figure_period',
  {
    county: codeText('county').notNull(),
    indicator: codeText('indicator').notNull(),
    period: codeText('period').notNull(),
    definitionVersion: integer('definition_version').notNull(),
    /** Value where nothing was counted: zero of a quantity, none of a ratio. */
    emptyValue: numeric('empty_value'),
    /** Denominator where nothing was counted: zero of a ratio. */
    emptyDenominator: numeric('empty_denominator'),
    computedAt: timestamp('computed_at', { withTimezone: true, mode: 'string' }).notNull(),
    closedOn: date('closed_on'),
    atMonthEnd: boolean('at_month_end').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.county, table.indicator, table.period] })],
)

/** Villages that have a figure in every period of `figure_period`, be it stored or empty. */
export const figurePlaces = pgTable(
  'figure_place',
  {
    county: codeText('county').notNull(),
    place: codeText('place').notNull(),
    parent: codeText('parent').notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.place] })],
)

/** The one source of figures: every page, document and export reads here, by `readFigures`. Of a village only what is not empty is stored. */
export const figures = pgTable(
  'figure',
  {
    county: codeText('county').notNull(),
    indicator: codeText('indicator').notNull(),
    place: codeText('place').notNull(),
    period: codeText('period').notNull(),
    definitionVersion: integer('definition_version').notNull(),
    /** Null when the denominator is zero: not applicable, which is not zero. */
    value: numeric('value'),
    numerator: numeric('numerator'),
    denominator: numeric('denominator'),
    /** Rank among the siblings of the place (1 is best), and how many are ranked; equal values share the better rank. */
    rank: integer('rank'),
    rankedOf: integer('ranked_of'),
    status: text('status', { enum: ['provisional', 'closed', 'revised'] })
      .notNull()
      .default('provisional'),
    /** Share (0–100) of the sources that have reported for the period. */
    completeness: integer('completeness').notNull().default(100),
    computedAt: timestamp('computed_at', { withTimezone: true, mode: 'string' }).notNull(),
    closedOn: date('closed_on'),
    /** What stands at the end of a month; longer periods have no row of their own and are read from their last month. */
    atMonthEnd: boolean('at_month_end').notNull().default(false),
  },
  // One index serves every reading: indicators and periods are always named, places within them are a range or a list.
  (table) => [primaryKey({ columns: [table.county, table.indicator, table.period, table.place] })],
)

/** Revisions of closed figures. */
export const figureRevisions = pgTable(
  'figure_revision',
  {
    county: codeText('county').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    indicator: codeText('indicator').notNull(),
    place: codeText('place').notNull(),
    period: codeText('period').notNull(),
    oldValue: numeric('old_value'),
    newValue: numeric('new_value'),
    oldNumerator: numeric('old_numerator'),
    newNumerator: numeric('new_numerator'),
    oldDenominator: numeric('old_denominator'),
    newDenominator: numeric('new_denominator'),
    reason: text('reason').notNull(),
    revisedAt: timestamp('revised_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    revisedBy: uuid('revised_by'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.seq] }),
    index('figure_revision_of').on(table.county, table.indicator, table.place, table.period),
  ],
)

/**
 * What a write made stale. Of a person: what the relation counts of this person, wherever the person has rows. Without one: all that it counts in the place, from
 * that month on. Written once and taken off by the refresh: two writes never wait for each other's marks.
 */
export const staleMarks = pgTable(
  'stale_mark',
  {
    county: codeText('county').notNull(),
    id: bigserial('id', { mode: 'number' }).notNull(),
    relation: text('relation').notNull(),
    person: uuid('person'),
    /** Where the written row counts, or counted; none where the person alone says it. */
    place: codeText('place'),
    fromMonth: codeText('from_month').notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.id] })],
)

/** How often figures have been computed: whoever adds differences to them must know that nobody else computed meanwhile. */
export const figureComputations = pgTable(
  'figure_computation',
  {
    county: codeText('county').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.county] })],
)

/** Months whose figures are frozen. */
export const closedPeriods = pgTable(
  'closed_period',
  {
    county: codeText('county').notNull(),
    period: codeText('period').notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    closedBy: uuid('closed_by'),
  },
  (table) => [primaryKey({ columns: [table.county, table.period] })],
)

/** Targets per place and year; the month's share is what the time-progress line is drawn from. */
export const targets = pgTable(
  'target',
  {
    county: codeText('county').notNull(),
    indicator: codeText('indicator').notNull(),
    place: codeText('place').notNull(),
    year: integer('year').notNull(),
    value: numeric('value').notNull(),
    /** Cumulative value due at the end of each month, twelve entries. */
    months: jsonb('months').$type<string[]>().notNull(),
    version: integer('version').notNull().default(1),
    setAt: timestamp('set_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    setBy: uuid('set_by'),
  },
  (table) => [primaryKey({ columns: [table.county, table.indicator, table.place, table.year] })],
)

/** Indicators defined at run time over any field of a record; every change is a new version. */
export const userIndicators = pgTable(
  'user_indicator',
  {
    county: codeText('county').notNull(),
    id: codeText('id').notNull(),
    version: integer('version').notNull(),
    definition: jsonb('definition').notNull(),
    active: boolean('active').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    createdBy: uuid('created_by'),
  },
  (table) => [primaryKey({ columns: [table.county, table.id, table.version] })],
)

/** Values that cannot be derived from records (last year's baseline, returns): entered or imported with source and approval. */
export const aggregateValues = pgTable(
  'aggregate_value',
  {
    county: codeText('county').notNull(),
    item: codeText('item').notNull(),
    place: codeText('place').notNull(),
    period: codeText('period').notNull(),
    value: numeric('value').notNull(),
    source: text('source').notNull(),
    state: text('state', { enum: ['entered', 'approved'] })
      .notNull()
      .default('entered'),
    enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    enteredBy: uuid('entered_by'),
    approvedBy: uuid('approved_by'),
  },
  (table) => [primaryKey({ columns: [table.county, table.item, table.period, table.place] })],
)
