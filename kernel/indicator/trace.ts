import { APPLICATION_ROLE } from '../access/policies.ts'
import { sql, type SQL } from 'drizzle-orm'
import type { Connection } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import type { Text } from '../text/text.ts'
import { validRows, type RowMeasure } from './compile.ts'
import type { Window } from './horizon.ts'
import { termsOf, type Indicator, type Term } from './indicator.ts'
import type { Measure } from './measure.ts'
import type { ShownColumn } from './relation.ts'
import { maskField, maskName } from '../person/mask.ts'

/** One row behind a figure, masked unless the reader sees persons in full. */
export interface TracedRow {
  /** The row's key within its relation; for counted persons, the person. */
  readonly key: string
  /** The measure the row counts in, and how it weighs: subtracted, or half of it in a mean. */
  readonly measure: string
  readonly weight: Term['weight']
  readonly record: string | null
  readonly person: string | null
  readonly personName: string | null
  readonly division: string
  readonly values: Readonly<Record<string, unknown>>
}

/** A page of rows behind one side of a figure. */
export interface TracePage {
  readonly columns: readonly ({ key: string } & Pick<ShownColumn, 'title' | 'values' | 'unit'>)[]
  readonly rows: readonly TracedRow[]
  readonly next: string | null
}

function inPlace(measure: RowMeasure, county: string, place: string): SQL {
  const column = measure.place === 'institution' ? measure.relation.institution : measure.relation.division
  return sql`${column} in (select leaf from place_ancestor where county = ${county} and ancestor = ${place})`
}

function inWindow(measure: RowMeasure, window: Window): SQL {
  if (measure.kind === 'stock') {
    const open = measure.to ? sql` and (${measure.to} is null or ${measure.to} > ${window.ends}::date)` : sql``
    return sql`${measure.from} <= ${window.ends}::date${open}`
  }
  return sql`${measure.when} >= ${window.starts}::date and ${measure.when} <= ${window.ends}::date`
}

const countsPersons = (measure: RowMeasure) => measure.kind === 'cohort' || measure.count === 'persons'

function columnsOf(measures: readonly RowMeasure[]): Map<string, ShownColumn> {
  return new Map(measures.flatMap((measure) => Object.entries(measure.relation.show)))
}

/** Values as a reader may see them who does not see persons in full. */
function maskedValues(values: Readonly<Record<string, unknown>>, columns: ReadonlyMap<string, ShownColumn>) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const masked = columns.get(key)?.masked
      return [key, masked && typeof value === 'string' ? maskField(masked, value) : value]
    }),
  )
}

/** The rows (or persons) of one measure, in the order of their keys, after a key. */
function rowsOf(
  measure: RowMeasure,
  county: string,
  place: string,
  window: Window,
  after: string | undefined,
  limit: number,
): SQL {
  const { relation } = measure
  const persons = countsPersons(measure)
  const key = persons ? sql`${relation.person}` : sql`${relation.key}`
  const shown = Object.entries(relation.show).map(([name, column]) => sql`${name}::text, ${column.value}`)
  const values = shown.length > 0 ? sql`jsonb_build_object(${sql.join(shown, sql`, `)})` : sql`'{}'::jsonb`
  const where = sql`${validRows(measure, { county })} and ${measure.where ?? sql`true`} and ${inPlace(measure, county, place)} and ${inWindow(measure, window)}`
  const later = after ? sql` and ${key} > ${after}` : sql``
  if (!persons) {
    return sql`select ${key}::text as key, ${relation.person ?? sql`null::uuid`} as person, ${relation.division} as division, ${values} as values
      from ${relation.from} where ${where}${later} order by ${key} limit ${limit}`
  }
  const having = measure.kind === 'cohort' ? sql` having ${measure.having}` : sql``
  return sql`select ${key}::text as key, ${key} as person, min(${relation.division}) as division, (array_agg(${values}))[1] as values
    from ${relation.from} where ${where} and ${key} is not null${later} group by ${key}${having} order by ${key} limit ${limit}`
}

function isRowMeasure(measure: Measure): measure is RowMeasure {
  return measure.kind !== 'aggregate'
}

/**
 * Under the policies of a place the planner expects one row where there are thousands, and joins them each with each: the rows behind a township's control of
 * hypertension took 0.4 s in a county of 50,000 and 35 s in one of 300,000. Joining by hashing costs the same whatever it expects; so for the rest of the
 * transaction. What sees the whole county is planned well.
 */
const joinByHashing = (connection: Connection) =>
  connection.query(
    `select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true) where current_user = $1`,
    [APPLICATION_ROLE],
  )

/**
 * The rows behind the numerator or denominator of a figure, within what row-level security lets the connection see.
 * Pages are told apart by `cursor` (term and key). The same conditions as the engine's count: as many rows as the figure says,
 * for a reader who may see all of them (sums have one row per record).
 */
export async function traceFigure(
  connection: Connection,
  request: {
    county: string
    indicator: Indicator
    side: 'numerator' | 'denominator'
    place: string
    window: Window
    limit: number
    cursor?: string | undefined
    /** Whether the reader sees names and what else identifies a person. */
    unmasked: boolean
  },
): Promise<TracePage> {
  const { indicator, side, county, place, window, limit } = request
  const quantity =
    side === 'numerator' ? indicator.numerator : indicator.kind === 'ratio' ? indicator.denominator : undefined
  const terms = (quantity ? termsOf(quantity) : []).filter((term) => isRowMeasure(term.measure))
  const [startTerm, startKey] = request.cursor
    ? [Number(request.cursor.split('|')[0]), request.cursor.split('|')[1]]
    : [0, undefined]
  const rows: TracedRow[] = []
  let next: string | null = null
  await joinByHashing(connection)
  for (let index = startTerm; index < terms.length && rows.length < limit; index += 1) {
    const { measure, weight } = terms[index] as { measure: RowMeasure; weight: Term['weight'] }
    const wanted = limit - rows.length
    const statement = rowsOf(measure, county, place, window, index === startTerm ? startKey : undefined, wanted + 1)
    const found = await runSql<{
      key: string
      person: string | null
      division: string
      values: Record<string, unknown>
    }>(connection, statement)
    for (const row of found.slice(0, wanted)) {
      rows.push({
        ...row,
        measure: measure.id,
        weight,
        record: countsPersons(measure) ? null : (measure.relation.record?.id ?? null),
        personName: null,
      })
    }
    if (found.length > wanted) next = `${index}|${found[wanted - 1]!.key}`
    else if (rows.length >= limit && index + 1 < terms.length) next = `${index + 1}|`
  }
  const columns = columnsOf(terms.map((term) => term.measure as RowMeasure))
  const named = await withNames(connection, county, rows)
  return {
    columns: [...columns].map(([key, { title, values, unit }]) => ({
      key,
      title,
      ...(values && { values }),
      ...(unit && { unit }),
    })),
    rows: request.unmasked
      ? named
      : named.map((row) => ({
          ...row,
          personName: row.personName === null ? null : maskName(row.personName),
          values: maskedValues(row.values, columns),
        })),
    next,
  }
}

async function withNames(connection: Connection, county: string, rows: readonly TracedRow[]): Promise<TracedRow[]> {
  const ids = [...new Set(rows.map((row) => row.person).filter((id): id is string => id !== null))]
  if (ids.length === 0) return [...rows]
  const persons = await connection.query<{ id: string; name: string }>(
    'select id, name from person where county = $1 and id = any($2::uuid[])',
    [county, ids],
  )
  const names = new Map(persons.map((person) => [person.id, person.name]))
  return rows.map((row) => ({ ...row, personName: row.person ? (names.get(row.person) ?? null) : null }))
}

/** How a measure counts, in words, for the definition of a figure. */
export function describeMeasure(measure: Measure): Text {
  if (measure.kind === 'aggregate')
    return {
      zh: `${measure.title.zh}（汇总填报，注明来源）`,
      en: `${measure.title.en} (entered as an aggregate, with its source)`,
    }
  const place =
    measure.place === 'institution'
      ? { zh: '按服务机构', en: 'by providing institution' }
      : { zh: '按居民所在地', en: 'by the resident’s division' }
  const kinds = {
    flow: { zh: '期内发生', en: 'during the period' },
    stock: { zh: '期末存量', en: 'at the end of the period' },
    cohort: { zh: '期内按人汇总后判定', en: 'judged per person over the period' },
  }[measure.kind]
  const counting =
    measure.kind === 'cohort' || measure.count === 'persons'
      ? { zh: '每人计一次', en: 'each person once' }
      : measure.count === 'records'
        ? { zh: '按条计数', en: 'each record' }
        : { zh: '按数值合计', en: 'sum of values' }
  return {
    zh: `${measure.title.zh}：${measure.relation.title.zh}，${kinds.zh}，${counting.zh}，${place.zh}`,
    en: `${measure.title.en}: ${measure.relation.title.en}, ${kinds.en}, ${counting.en}, ${place.en}`,
  }
}
