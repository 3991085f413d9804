import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Rational } from '@kangheng/kernel/exact/rational.ts'

export type ClaimKind = 'count' | 'rate' | 'amount' | 'change' | 'target' | 'rank' | 'ratio'
export type ClaimStatus = 'actual' | 'plan'

/** What is counted, and in which place and period when the text says so. */
export type Subject = { what: string; place: string | null; period: string | null }

/**
 * One quantitative claim of a text. Offsets count Unicode code points of the extracted text, `end` exclusive.
 * `value` is in the printed unit: 29.76 with unit 万份. `valueMax` is the upper end of a range.
 */
export type Claim = {
  id: string
  start: number
  end: number
  text: string
  value: number
  valueMax?: number
  unit: string
  kind: ClaimKind
  approximate: boolean
  status: ClaimStatus
  subject: Subject
}

/** One summary inside a file; claims of different summaries are never compared. */
export type SummaryDocument = { title: string; start: number; end: number }

export type CheckType =
  | 'ratio'
  | 'sum'
  | 'product'
  | 'bound'
  | 'list-count'
  | 'completion'
  | 'change'
  | 'feasible'
  | 'integer-base'
  | 'weighted-growth'
  | 'cross'
  | 'magnitude'

/** `direct`: the sentence itself gives all numbers. `implied`: the basis had to be taken from elsewhere. */
export type CheckBasis = 'direct' | 'implied'

/** One check that could be made, whether it held or not. */
export type Check = {
  claim: string
  others: string[]
  type: CheckType
  basis: CheckBasis
  holds: boolean
  printed: string
  computed: string
  formula: string
  explanation: Text
}

/** A check that did not hold. A direct one is a contradiction, an implied one an unstated basis. */
export type Finding = Omit<Check, 'holds'>

export type CheckResult = {
  documents: SummaryDocument[]
  claims: Claim[]
  checks: Check[]
  findings: Finding[]
}

/** Units of one family may be added and compared with each other. */
export type UnitFamily =
  | 'person'
  | 'visit'
  | 'thing'
  | 'money'
  | 'share'
  | 'point'
  | 'multiple'
  | 'area'
  | 'volume'
  | 'time'
  | 'density'
  | 'frequency'
  | 'rank'
  | 'score'

/**
 * A claim as the grammar sees it while relations are sought. Offsets here count UTF-16 units of the text in hand;
 * `exact` is the value in the base unit (297600 for 29.76万份, 0.4839 for 48.39%).
 */
export type Figure = {
  start: number
  end: number
  value: Rational
  valueMax: Rational | null
  exact: Rational
  decimals: number
  scale: bigint
  unit: string
  baseUnit: string
  family: UnitFamily
  kind: ClaimKind
  approximate: boolean
  status: ClaimStatus
  chinese: boolean
  /** Text of the same clause before the number, back to the last figure or border. */
  lead: string
  /** Text of the same clause after the unit, up to the next figure or border. */
  tail: string
  subject: Subject
}
