import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { divisionLevel, rangeOf, type PlaceCode } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { qualityChecks } from './checks.ts'

/** Where and when quality is looked at; rows outside the reader's scope do not exist. */
export interface QualityQuery {
  readonly county: string
  /** A division. */
  readonly place: PlaceCode
  readonly today: IsoDate
}

/** The quality of a place's register: 100 is free of faults. */
export interface PlaceQuality {
  readonly code: PlaceCode
  readonly name: string
  readonly residents: number
  readonly errors: number
  /** Null where nobody lives. One decimal. */
  readonly score: number | null
}

/** One kind of fault and how often it occurs. */
export interface QualityErrorCount {
  readonly kind: string
  readonly title: Text
  readonly explanation: Text
  readonly remedy: Text
  readonly action: string
  readonly count: number
}

/** Faults of each kind among so many residents, as points of 100: every check takes its points by the share of residents it strikes. */
export function scoreOf(residents: number, errors: readonly number[]): number | null {
  if (residents === 0) return null
  const lost = qualityChecks.reduce(
    (sum, check, index) => sum + (check.points * Math.min(residents, errors[index] ?? 0)) / residents,
    0,
  )
  return Math.round((100 - lost) * 10) / 10
}

function livingIn(query: QualityQuery): SQL {
  const { from, to } = rangeOf(query.place)
  return sql`p.county = ${query.county} and p.state = 'resident' and p.division >= ${from} and p.division < ${to}`
}

/**
 * The register's quality in each division directly below a place (of the place itself for a village), and the faults by kind.
 * Quarterly evaluations and the pages read this; it is computed from the rows as they are.
 */
export async function evaluateQuality(
  connection: Connection,
  query: QualityQuery,
): Promise<{ places: PlaceQuality[]; errors: QualityErrorCount[] }> {
  const below = { county: 9, township: 12, village: 12 }[divisionLevel(query.place) ?? 'village']
  const counts = qualityChecks.map(
    (check, index) => sql`count(*) filter (where ${check.condition(query.today)})::int as ${sql.raw(`e${index}`)}`,
  )
  const rows = await runSql<Record<string, unknown> & { code: string; name: string | null; residents: number }>(
    connection,
    sql`select d.code, d.name, coalesce(c.residents, 0) as residents, c.* from division d left join (
        select left(p.division, ${below}) as place, count(*)::int as residents, ${sql.join(counts, sql`, `)}
        from person p where ${livingIn(query)} group by 1) c on c.place = d.code
      where length(d.code) = ${below} and d.code >= ${rangeOf(query.place).from} and d.code < ${rangeOf(query.place).to} order by d.code`,
  )
  const errorsOf = (row: Record<string, unknown>) => qualityChecks.map((_, index) => Number(row[`e${index}`] ?? 0))
  const places = rows.map((row) => {
    const errors = errorsOf(row)
    const residents = Number(row.residents ?? 0)
    return {
      code: row.code,
      name: row.name ?? row.code,
      residents,
      errors: errors.reduce((sum, each) => sum + each, 0),
      score: scoreOf(residents, errors),
    }
  })
  const totals = qualityChecks.map((_, index) => rows.reduce((sum, row) => sum + errorsOf(row)[index]!, 0))
  const errors = qualityChecks.map(({ id, title, explanation, remedy, action }, index) => ({
    kind: id,
    title,
    explanation,
    remedy,
    action,
    count: totals[index]!,
  }))
  return { places, errors }
}

/** One fault of one resident. */
export interface QualityError {
  readonly person: string
  readonly name: string
  readonly division: PlaceCode
  readonly divisionName: string
}

/** Residents with one kind of fault, in the order of villages and names; pages by cursor. @throws Refusal for an unknown kind. */
export async function listQualityErrors(
  connection: Connection,
  query: QualityQuery & { readonly kind: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ rows: QualityError[]; next: string | null }> {
  const check = qualityChecks.find((each) => each.id === query.kind)
  if (!check) return refuse('kind', { zh: '没有这类质量问题', en: 'There is no such kind of fault' })
  const [division = '', person = '00000000-0000-0000-0000-000000000000'] = query.cursor?.split('|') ?? []
  const rows = await runSql<QualityError>(
    connection,
    sql`select p.id as person, p.name, p.division, d.name as "divisionName" from person p left join division d on d.code = p.division
      where ${livingIn(query)} and ${check.condition(query.today)} and (p.division, p.id) > (${division}, ${person}::uuid)
      order by p.division, p.id limit ${query.limit + 1}`,
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? `${last.division}|${last.person}` : null }
}
