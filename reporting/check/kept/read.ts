import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { KnownFinding } from '../identity.ts'
import type { ClaimMapping } from '../reconcile.ts'
import { figureDecision, figureMapping } from './records.ts'

/** What was decided about a finding. */
export type Decision = {
  id: string
  version: number
  verdict: 'accepted' | 'dismissed'
  reason: string | null
  account: string | null
  at: string
}
export type DecidedFinding = KnownFinding & { decision?: Decision }

/** What words mean in the county: the mappings in force. A house without the figure check keeps none. */
export async function readMappings(connection: Connection, house: House, county: string): Promise<ClaimMapping[]> {
  if (!house.records.has(figureMapping.id)) return []
  return connection.query<ClaimMapping>(
    `select subject, unit, indicator from figure_mapping where county = $1 and division = $1 and state = 'active' and voided_at is null`,
    [county],
  )
}

/**
 * Findings with what the office of `division` decided about them. What other offices decided is theirs: a township's dismissal
 * does not silence the bureau. A house without the figure check keeps no decisions.
 */
export async function withDecisions(
  connection: Connection,
  house: House,
  about: { county: string; document: string; division: string },
  findings: readonly KnownFinding[],
): Promise<DecidedFinding[]> {
  if (findings.length === 0 || !house.records.has(figureDecision.id)) return [...findings]
  const rows = await connection.query<Decision & { finding: string }>(
    `select id, finding, version, state as verdict, reason, recorded_by as account, recorded_at as at from figure_decision
     where county = $1 and division = $2 and document = $3 and state in ('accepted', 'dismissed') and voided_at is null order by recorded_at, id`,
    [about.county, about.division, about.document],
  )
  const decided = new Map(rows.map(({ finding, ...decision }) => [finding, decision]))
  return findings.map((finding) => {
    const decision = decided.get(finding.key)
    return decision ? { ...finding, decision } : finding
  })
}
