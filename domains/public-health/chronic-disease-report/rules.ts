import { addDays, addYears, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inRanges } from '../cause-of-death/index.ts'
import type { Kind } from './codes.ts'

/** Days after an attack within which another one of the same kind belongs to it. Source: WHO MONICA; 心脑血管事件报告技术规范: 28 days. */
export const SAME_EVENT_DAYS = 28
/** Days from the diagnosis to the report (local; provinces set 7 to 28 days). */
const REPORT_DAYS = 28
/** Days from the report to its review. */
const REVIEW_DAYS = 7

/** Codes of each kind. Source: as above. */
const codesOf: Readonly<Record<Kind, readonly string[]>> = {
  stroke: ['I60-I61', 'I63-I64'],
  infarction: ['I21-I22'],
  'sudden-death': ['I46', 'R96'],
  cancer: ['C00-C97', 'D32-D33', 'D42-D43', 'D45-D47'],
}

/** What is wrong with a code for a kind of case; undefined when it fits. */
export function kindFault(kind: Kind, code: string): Text | undefined {
  if (inRanges(code, codesOf[kind])) return undefined
  const codes = codesOf[kind].join('、')
  return { zh: `该类报告卡的编码应在${codes}内`, en: `Cards of this kind have codes within ${codes}` }
}

/** A case as far as duplicates go by it. */
export interface KnownCase {
  readonly kind: string
  readonly code: string
  readonly on: IsoDate
}

/**
 * Whether two cases of one person are one: attacks of the same kind within 28 days (a reinfarction, a second stroke later is a new event); cancers of the same category, whenever.
 * Source: as above; IARC/IACR rules for multiple primaries, in their main line.
 */
export function sameCase(one: KnownCase, other: KnownCase): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'cancer') return one.code.slice(0, 3) === other.code.slice(0, 3)
  return one.kind === 'sudden-death' || Math.abs(daysBetween(one.on, other.on)) <= SAME_EVENT_DAYS
}

/** The last day on which a case diagnosed on a day is reported in time. */
export const reportDueOn = (diagnosedOn: IsoDate): IsoDate => addDays(diagnosedOn, REPORT_DAYS)
/** The last day on which a card is reviewed in time. */
export const reviewDueOn = (reportedOn: IsoDate): IsoDate => addDays(reportedOn, REVIEW_DAYS)

/** When somebody is to be followed up: attacks once, after 28 days; cancers every year from the diagnosis. Nobody after a death. */
export function nextFollowUp(kind: Kind, on: IsoDate, lastOn: IsoDate | undefined): IsoDate | null {
  if (kind === 'sudden-death') return null
  if (kind === 'cancer') return addYears(lastOn ?? on, 1)
  return lastOn ? null : addDays(on, SAME_EVENT_DAYS)
}

/** Whether a death falls to an attack: within 28 days of it. */
export function fatal(on: IsoDate, diedOn: IsoDate | null): boolean {
  return diedOn !== null && daysBetween(on, diedOn) < SAME_EVENT_DAYS
}
