import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { DomainDefinition } from '@kangheng/kernel/domain/define-domain.ts'
import type { QualityCheck, QualitySubject } from '@kangheng/kernel/quality/define-check.ts'
import { countFaults, type QualityQuery } from '@kangheng/kernel/quality/find-faults.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'

/** What was found of one check in one division. */
export interface CheckedPlace {
  readonly code: string
  readonly check: QualityCheck
  readonly looked: number
  readonly count: number
}

/** The checks whose rows a role sees: of the others it would find nothing and take it for faultless. */
export function checksSeenBy(house: House, role: string): { domain: DomainDefinition; checks: QualityCheck[] }[] {
  const rights = house.roles.get(role)
  const sees = ({ record }: QualitySubject) =>
    record === 'person' ? (rights?.role.rights.includes('see-persons') ?? false) : (rights?.sees.has(record) ?? false)
  return house.domains.flatMap((domain) => {
    const checks = domain.quality.filter((check) => sees(check.subject))
    return checks.length > 0 ? [{ domain, checks }] : []
  })
}

/** Runs checks in the divisions below a place: those that look at the same rows in one scan. */
export async function runChecks(
  connection: Connection,
  query: QualityQuery,
  checks: readonly QualityCheck[],
): Promise<CheckedPlace[]> {
  const found: CheckedPlace[] = []
  for (const subject of new Set(checks.map((check) => check.subject))) {
    const own = checks.filter((check) => check.subject === subject)
    for (const { code, looked, faults } of await countFaults(connection, query, subject, own))
      own.forEach((check, index) => found.push({ code, check, looked, count: faults[index]! }))
  }
  return found
}

/** Rows looked at, errors and warnings of a line of business, by division. */
export function sumsOf(found: readonly CheckedPlace[]) {
  const places = new Map<string, { looked: Map<string, number>; errors: number; warnings: number }>()
  for (const { code, check, looked, count } of found) {
    const place = places.get(code) ?? { looked: new Map<string, number>(), errors: 0, warnings: 0 }
    places.set(code, place)
    // Several checks of the same rows have looked at them once.
    place.looked.set(check.subject.id, looked)
    place[check.severity === 'error' ? 'errors' : 'warnings'] += count
  }
  return [...places].map(([code, { looked, errors, warnings }]) => ({
    code,
    looked: [...looked.values()].reduce((sum, each) => sum + each, 0),
    errors,
    warnings,
  }))
}
