import { checkText } from '../check-text.ts'
import type { Check, Claim, Finding } from '../types.ts'

/** Value and unit of every claim of a text, as `1.2万元`; a range as `3~5人`. */
export const quantitiesOf = (text: string): string[] =>
  checkText(text).claims.map(
    (claim) => `${claim.value}${claim.valueMax === undefined ? '' : `~${claim.valueMax}`}${claim.unit}`,
  )

/** The one claim of a text that has one. */
export function onlyClaim(text: string): Claim {
  const { claims } = checkText(text)
  if (claims.length !== 1) throw new Error(`${claims.length} claims in: ${text}`)
  return claims[0] as Claim
}

/** Findings as `type basis printed`, for short comparisons. */
export const findingsOf = (text: string): string[] =>
  checkText(text).findings.map((finding) => `${finding.type} ${finding.basis} ${finding.printed}`)

export const checksOf = (text: string, type: Check['type']): Check[] =>
  checkText(text).checks.filter((check) => check.type === type)

export const findingOf = (text: string, type: Finding['type']): Finding | undefined =>
  checkText(text).findings.find((finding) => finding.type === type)
