import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../period/date.ts'
import { divisionLevel, rangeOf, type PlaceCode } from '../place/code.ts'
import type { Connection } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import type { QualityCheck, QualitySubject } from './define-check.ts'

/** Where and when quality is looked at; rows outside the reader’s scope do not exist. */
export interface QualityQuery {
  readonly county: string
  /** A division. */
  readonly place: PlaceCode
  readonly today: IsoDate
}

/** What was looked at in a division, and how many faults of each check there are. */
export interface CountedFaults {
  readonly code: PlaceCode
  readonly looked: number
  readonly faults: readonly number[]
}

function within(subject: QualitySubject, { county, place }: QualityQuery): SQL {
  const { from, to } = rangeOf(place)
  return sql`${subject.valid(county)} and ${subject.division} >= ${from} and ${subject.division} < ${to}`
}

/** Digits of the divisions directly below a place; a village has none and stands for itself. */
export const digitsBelow = (place: PlaceCode): number =>
  ({ city: 6, county: 9, township: 12, village: 12 })[divisionLevel(place) ?? 'village']

/** Counts the faults of checks that look at the same rows, by the divisions directly below a place, in one scan; what stands at the place itself (a hospital’s return at the county) is told under its own code. */
export function countFaults(
  connection: Connection,
  query: QualityQuery,
  subject: QualitySubject,
  checks: readonly QualityCheck[],
): Promise<CountedFaults[]> {
  const counts = checks.map(
    (check, index) => sql`count(*) filter (where ${check.faulty(query.today)})::int as ${sql.raw(`e${index}`)}`,
  )
  const digits = digitsBelow(query.place)
  return runSql<Record<string, unknown> & { code: string; looked: number }>(
    connection,
    sql`select left(${subject.division}, ${digits}::int) as code, count(*)::int as looked, ${sql.join(counts, sql`, `)}
      from ${subject.from} where ${within(subject, query)} group by 1 order by 1`,
  ).then((rows) =>
    rows.map((row) => ({
      code: row.code,
      looked: Number(row.looked),
      faults: checks.map((_, index) => Number(row[`e${index}`])),
    })),
  )
}

/** A row with a fault. */
export interface FaultyRow {
  readonly id: string
  readonly person: string | null
  readonly division: PlaceCode
  readonly divisionName: string
  readonly happenedOn: IsoDate | null
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The rows with one fault, in the order of divisions; pages by cursor. */
export async function listFaults(
  connection: Connection,
  query: QualityQuery & { readonly limit: number; readonly cursor?: string | undefined },
  check: QualityCheck,
): Promise<{ rows: FaultyRow[]; next: string | null }> {
  const { subject } = check
  const [division = '', id = NOBODY] = query.cursor?.split('|') ?? []
  const rows = await runSql<FaultyRow>(
    connection,
    sql`select f.*, d.name as "divisionName" from (
        select ${subject.key} as id, ${subject.person} as person, ${subject.division} as division, ${subject.happenedOn}::text as "happenedOn"
        from ${subject.from} where ${within(subject, query)} and ${check.faulty(query.today)}
          and (${subject.division}, ${subject.key}) > (${division}, ${id}::uuid)
        order by ${subject.division}, ${subject.key} limit ${query.limit + 1}) f
      left join division d on d.code = f.division order by f.division, f.id`,
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? `${last.division}|${last.id}` : null }
}
