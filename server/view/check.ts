import { asActor } from '@kangheng/kernel/access/scope.ts'
import { accountNames } from '@kangheng/kernel/access/account-names.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { documentDigest, identifyFindings } from '@kangheng/reporting/check/identity.ts'
import type { DocumentCheck } from '@kangheng/reporting/check/index.ts'
import { type DecidedFinding, withDecisions } from '@kangheng/reporting/check/kept/read.ts'
import type { Setting } from '../setting.ts'

/** The findings of an uploaded document with what this office has decided about them. */
export function decidedFindings(setting: Setting, actor: Actor, result: DocumentCheck): Promise<DecidedFinding[]> {
  const about = { county: setting.county, document: documentDigest(result.text), division: actor.division }
  return asActor(setting.database, setting.house, actor, (connection) =>
    withDecisions(connection, setting.house, about, identifyFindings(result.text, result)),
  )
}

/** Findings for the page: whoever decided is named. */
export async function nameDeciders(setting: Setting, findings: readonly DecidedFinding[]) {
  const accounts = findings.map((finding) => finding.decision?.account ?? null)
  const names = await accountNames(setting.database, setting.county, accounts)
  return findings.map(({ decision, ...finding }) => {
    if (!decision) return finding
    const { account, ...rest } = decision
    return { ...finding, decision: { ...rest, by: (account && names.get(account)) || 'Kangheng' } }
  })
}
