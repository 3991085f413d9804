import { and, eq, isNull } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { voidedBecause, type Voided } from '@kangheng/kernel/record/voided.ts'
import type { CareContext } from './child.ts'
import type { Finding } from './codes.ts'
import { asksReferral, nextFollowUp } from './findings.ts'
import { concern } from './records.ts'
import type { ConcernRow } from './tables.ts'

/** What a check-up or visit found of a child. */
export interface Found {
  /** The check-up or visit, its day, the child and where it lives. */
  readonly id: string
  readonly on: IsoDate
  readonly child: string
  readonly person: string
  readonly division: string
  readonly findings: readonly Finding[]
  /** Severe malnutrition or anaemia beyond mild. */
  readonly severe: boolean
  readonly referredTo: string | null
}

async function concernOf(context: CareContext, person: string, foundBy: string): Promise<ConcernRow | undefined> {
  const { table } = concern
  return context.find(concern, and(eq(table.person, person), eq(table.foundBy, foundBy), isNull(table.voidedAt)))
}

/**
 * Opens, changes or takes back the follow-up of what a check-up found, so that it says what the findings are now. One that was followed up
 * already keeps its days and its outcome.
 */
export async function deriveConcern(context: CareContext, found: Found): Promise<void> {
  const { id, on, person, findings, severe, referredTo } = found
  const known = await concernOf(context, person, id)
  if (findings.length === 0) {
    if (known && known.firstFollowedOn === null)
      await context.changeOther(concern, known, voidedBecause('检查结果更正后无异常'))
    return
  }
  const referral = asksReferral(findings, severe) || referredTo !== null
  const dueOn = nextFollowUp(on, referral)
  const columns = { findings: [...findings], referral, referredTo, firstDueOn: dueOn }
  if (known) {
    const same = known.referral === referral && JSON.stringify(known.findings) === JSON.stringify(findings)
    const later = known.firstFollowedOn === null ? { dueOn } : {}
    if (!same) await context.changeOther(concern, known, { ...columns, ...later })
    return
  }
  const { child, division } = found
  const place = { state: 'open', person, division, happenedOn: on, child, foundBy: id }
  await context.createOther(concern, { ...place, ...columns, dueOn })
}

/** Takes back the follow-up of a check-up or visit that was voided. */
export async function withdrawConcern(
  context: CareContext,
  person: string,
  foundBy: string,
  voided: Voided,
): Promise<void> {
  const known = await concernOf(context, person, foundBy)
  if (known) await context.changeOther(concern, known, voided)
}
