import { inArray, sql } from 'drizzle-orm'
import { rangeOf, type PlaceCode } from '@kangheng/kernel/place/code.ts'
import { countFaults, digitsBelow, listFaults, type QualityQuery } from '@kangheng/kernel/quality/find-faults.ts'
import { findPersons } from '@kangheng/kernel/person/registry.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { asQualityCheck, livingResidents } from './check.ts'
import { qualityChecks } from './checks.ts'

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

/**
 * The register's quality in each division directly below a place (of the place itself for a village), and the faults by kind.
 * Quarterly evaluations and the pages read this; it is computed from the rows as they are.
 */
export async function evaluateQuality(
  connection: Connection,
  query: QualityQuery,
): Promise<{ places: PlaceQuality[]; errors: QualityErrorCount[] }> {
  const counted = await countFaults(connection, query, livingResidents, qualityChecks.map(asQualityCheck))
  const byCode = new Map(counted.map((each) => [each.code, each]))
  const { from, to } = rangeOf(query.place)
  const divisions = await runSql<{ code: string; name: string | null }>(
    connection,
    sql`select code, name from division where length(code) = ${digitsBelow(query.place)} and code >= ${from} and code < ${to} order by code`,
  )
  const places = divisions.map(({ code, name }) => {
    const { looked = 0, faults = [] } = byCode.get(code) ?? {}
    const errors = faults.reduce((sum, each) => sum + each, 0)
    return { code, name: name ?? code, residents: looked, errors, score: scoreOf(looked, faults) }
  })
  const totals = qualityChecks.map((_, index) => counted.reduce((sum, each) => sum + each.faults[index]!, 0))
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
  const page = await listFaults(connection, query, asQualityCheck(check))
  const ids = page.rows.map((row) => row.id)
  const named =
    ids.length === 0 ? [] : await findPersons({ connection, county: query.county }, inArray(persons.id, ids))
  const names = new Map(named.map((person) => [person.id, person.name]))
  return {
    rows: page.rows.map(({ id, division, divisionName }) => ({
      ...{ person: id, name: names.get(id) ?? '', division, divisionName },
    })),
    next: page.next,
  }
}
