import { sql, type SQL } from 'drizzle-orm'
import type { Text } from '../text/text.ts'
import type { RecordDefinition, RecordTable } from '../record/define-record.ts'
import { relationOf, type Expression, type Relation } from './relation.ts'

/** What is added up: rows, different persons, or the values of a column. */
export type Counting = 'records' | 'persons' | { readonly sum: Expression }

interface MeasureBase {
  readonly id: string
  readonly title: Text
  readonly relation: Relation
  /** The resident's division or the providing institution: where the row counts. */
  readonly place: 'division' | 'institution'
  /** Only rows for which this holds. */
  readonly where: SQL | undefined
}

/** Events of a period: additive over places and months, unless different persons are counted. */
export interface FlowMeasure extends MeasureBase {
  readonly kind: 'flow'
  readonly when: Expression
  readonly count: Counting
}

/** What exists at the end of a period: rows whose interval [from, to) contains its last day. Never summed over time. */
export interface StockMeasure extends MeasureBase {
  readonly kind: 'stock'
  readonly from: Expression
  readonly to: Expression | undefined
  readonly count: Counting
  /** Each person has one place only (the residence): then different persons add up over places too. */
  readonly onePlacePerPerson: boolean
  /** One of many measures that share out the same rows, one value of an expression each (age groups): they are counted by one grouping. */
  readonly split: Split | undefined
}

/** The rows of a measure among those of its siblings: those where the expression, a text, has this value. */
export interface Split {
  readonly by: SQL
  readonly value: string
}

/** Persons whose events of the period, taken together, satisfy a condition over the group (four visits and the last one controlled). */
export interface CohortMeasure extends MeasureBase {
  readonly kind: 'cohort'
  readonly when: Expression
  readonly having: SQL
}

/** Values entered or imported as aggregates with a source (a baseline, a return). */
export interface AggregateMeasure {
  readonly kind: 'aggregate'
  readonly id: string
  readonly title: Text
  readonly item: string
}

/** A number per place and period. */
export type Measure = FlowMeasure | StockMeasure | CohortMeasure | AggregateMeasure

interface CommonOptions {
  id: string
  title: Text
  place?: 'division' | 'institution'
  where?: SQL
}

type Source<Table extends RecordTable> = RecordDefinition<Table> | Relation

const asRelation = <Table extends RecordTable>(source: Source<Table>): Relation =>
  'key' in source ? source : relationOf(source)

function base<Table extends RecordTable>(source: Source<Table>, options: CommonOptions): MeasureBase {
  return {
    id: options.id,
    title: options.title,
    relation: asRelation(source),
    place: options.place ?? 'division',
    where: options.where,
  }
}

/** Events that happened in the period. */
export function flow<Table extends RecordTable>(
  source: Source<Table>,
  options: CommonOptions & { when: Expression; count?: Counting },
): FlowMeasure {
  return { ...base(source, options), kind: 'flow', when: options.when, count: options.count ?? 'records' }
}

/** What exists at the period's end. `to` is the first day on which it no longer exists. */
export function stock<Table extends RecordTable>(
  source: Source<Table>,
  options: Omit<CommonOptions, 'where'> & {
    from: Expression
    to?: Expression
    count?: Counting
    onePlacePerPerson?: boolean
  } & ({ where?: SQL; split?: undefined } | { where?: undefined; split: Split }),
): StockMeasure {
  const { split } = options
  return {
    ...base(source, split ? { ...options, where: sql`${split.by} = ${split.value}::text` } : options),
    split,
    kind: 'stock',
    from: options.from,
    to: options.to,
    count: options.count ?? 'records',
    onePlacePerPerson: options.onePlacePerPerson ?? false,
  }
}

/** Persons whose events in the period satisfy `having`, an aggregate condition over one person's rows. */
export function cohort<Table extends RecordTable>(
  source: Source<Table>,
  options: CommonOptions & { when: Expression; having: SQL },
): CohortMeasure {
  return { ...base(source, options), kind: 'cohort', when: options.when, having: options.having }
}

/** An approved aggregate value (baseline, return). */
export function aggregate(options: { id: string; title: Text; item: string }): AggregateMeasure {
  return { ...options, kind: 'aggregate' }
}

/** Whether the values of villages add up to the township's. If not, each level is counted on its own. */
export function addsOverPlaces(measure: Measure): boolean {
  switch (measure.kind) {
    case 'flow':
      return measure.count !== 'persons'
    case 'stock':
      return measure.count !== 'persons' || measure.onePlacePerPerson
    case 'cohort':
    case 'aggregate':
      return false
  }
}

/** Whether the values of months add up to the year's. */
export function addsOverMonths(measure: Measure): boolean {
  return measure.kind === 'flow' && measure.count !== 'persons'
}
