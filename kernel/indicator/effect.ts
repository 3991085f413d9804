import { Column, getTableColumns, is, sql, type SQL } from 'drizzle-orm'
import type { House } from '../domain/registry.ts'
import type { IsoDate } from '../period/date.ts'
import { sameValue, type RowChange } from '../record/changes.ts'
import { renderSql } from '../store/orm.ts'
import type { AggregateMeasure, Measure } from './measure.ts'
import type { Expression, Relation } from './relation.ts'

type RowMeasure = Exclude<Measure, AggregateMeasure>

/** What every measure looks at: where a row counts, for whom, and whether it still counts. */
const ALWAYS_READ = ['county', 'person', 'division', 'institution', 'voided_at']
/** How a row is kept, not what it says. */
const NEVER_READ = ['version', 'recorded_at', 'recorded_by']

function expressionsOf(measure: RowMeasure): unknown[] {
  const counted = measure.kind !== 'cohort' && typeof measure.count === 'object' ? measure.count.sum : undefined
  const span = measure.kind === 'stock' ? [measure.from, measure.to] : [measure.when]
  return [...span, counted, measure.kind === 'cohort' ? measure.having : undefined]
}

const namesRead = new WeakMap<Measure, ReadonlySet<string>>()

/**
 * The names in the statement by which a measure is computed. A column whose name is not among them cannot change its figures.
 * A name that means something else there only makes more be computed than needed.
 */
function namesOf(measure: RowMeasure): ReadonlySet<string> {
  let names = namesRead.get(measure)
  if (!names) {
    const { relation } = measure
    const parts = [relation.from, relation.valid, measure.where, ...expressionsOf(measure)]
    const { text } = renderSql(
      sql.join(
        parts.filter((part) => part !== undefined).map((part): SQL => sql`${part}`),
        sql` `,
      ),
    )
    names = new Set([...ALWAYS_READ, ...(text.match(/\w+/g) ?? [])])
    namesRead.set(measure, names)
  }
  return names
}

interface ChangedField {
  /** The name of the column in the database. */
  readonly name: string
  readonly isDate: boolean
  readonly values: readonly unknown[]
}

function changedFields(change: RowChange): ChangedField[] {
  const fields: ChangedField[] = []
  for (const [key, column] of Object.entries(getTableColumns(change.table))) {
    const [before, after] = [change.before?.[key], change.after[key]]
    if (NEVER_READ.includes(column.name) || (change.before && sameValue(before, after))) continue
    fields.push({ name: column.name, isDate: column.getSQLType() === 'date', values: [before, after] })
  }
  return fields
}

const days = (values: readonly unknown[]) => values.filter((value): value is string => typeof value === 'string')

/** The day a row begins to count in a measure, before and after the change. */
function rowDays(change: RowChange, begins: Expression | undefined): string[] {
  const rows = [change.before, change.after]
  const key =
    begins && is(begins, Column) && begins.table === change.table
      ? Object.entries(getTableColumns(change.table)).find(([, column]) => column === begins)?.[0]
      : undefined
  return days(rows.map((row) => (key ? row?.[key] : (row?.['happenedOn'] ?? row?.['startsOn']))))
}

function effectOn(change: RowChange, fields: readonly ChangedField[], begins: Expression | undefined): IsoDate[] {
  if (fields.length === 0) return []
  const dates = fields.filter((field) => field.isDate).flatMap((field) => days(field.values))
  const otherChanged = !change.before || fields.some((field) => !field.isDate)
  if (otherChanged || dates.length === 0) dates.push(...rowDays(change, begins))
  // A birth date is decades back: figures start where the records do, so it only means "from the beginning".
  return dates.length > 0 ? dates : ['0001-01-01']
}

/**
 * The first day whose figures over the relation a change can touch, undefined when it touches none: the earliest business date among
 * the values that changed and that measures look at, and where something else changed that a measure looks at, the day the row begins to count in it.
 * `everything`: indicators defined at run time may look at any field.
 */
export function earliestEffect(
  house: House,
  relation: Relation,
  change: RowChange,
  everything: boolean,
): IsoDate | undefined {
  const changed = changedFields(change)
  const dates = everything ? effectOn(change, changed, undefined) : []
  for (const measure of house.measures.values()) {
    if (measure.kind === 'aggregate' || measure.relation.id !== relation.id) continue
    const names = namesOf(measure)
    dates.push(
      ...effectOn(
        change,
        changed.filter((field) => names.has(field.name)),
        measure.kind === 'stock' ? measure.from : measure.when,
      ),
    )
  }
  return dates.sort()[0]
}
