import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Span } from './day.ts'
import type { SeriesCode, VaccineCode } from './vaccines.ts'

/** Catching up ends with the 18th birthday. Source: 2021 edition, general principles of catch-up; domain-facts § 2.2. */
export const CATCH_UP_UNTIL = 216

/** One dose of a course. Ages are completed calendar months. */
export interface DoseRule {
  /** Stable over all editions: `dtap-3` is the third dose of DTaP whenever it is due. */
  readonly id: string
  /** The age of the national table, which is also the minimum age. */
  readonly from: number
  /** To be finished before this age; without one, the limit of the next dose that has one holds. */
  readonly before?: Span
  /** The shortest time after the dose before it. */
  readonly interval?: Span
  /** The shortest time after the first dose. */
  readonly sinceFirst?: Span
  /** To be finished within this time after the dose before it. */
  readonly within?: Span
  /** What the programme gives for it. */
  readonly give: VaccineCode
}

/** Where the rules of a series stand, and which of them no text at hand confirms. */
export interface RuleSource {
  /** Document and chapter. */
  readonly where: string
  /** Rules that are taken from elsewhere and are to be compared with the document before they decide about a child; none when all were found in it. */
  readonly toVerify?: string
}

/** One series in one edition of the schedule. */
export interface SeriesRule {
  readonly series: SeriesCode
  readonly source: RuleSource
  readonly doses: readonly DoseRule[]
  /** Another course, for those whose first dose was of this product. */
  readonly dosesBegunWith?: { readonly [vaccine in VaccineCode]?: readonly DoseRule[] }
  /** Months of age from which the vaccine is not given any more, where it has such a limit. */
  readonly until?: number
  /** Other minimum ages, in months by dose, where a product’s own instructions allow them. */
  readonly productAges?: { readonly [vaccine in VaccineCode]?: readonly number[] }
}

/** One edition of the national schedule. */
export interface Schedule {
  readonly edition: '2021' | '2025' | '2026'
  readonly title: Text
  /** The first day on which it holds. */
  readonly effectiveFrom: IsoDate
  readonly source: string
  readonly series: Readonly<Record<SeriesCode, SeriesRule>>
  /** Months of age from which DT may be given instead of DTaP. */
  readonly diphtheriaTetanusFrom: number
  /** Whether DT is a dose of the routine (until 2024) or for catching up only. */
  readonly diphtheriaTetanusRoutine: boolean
  /** Months from immunoglobulin to MMR, JE-L and HepA-L, and to JE-I; null where the edition asks for none. */
  readonly afterImmunoglobulin: { readonly live: number; readonly inactivatedEncephalitis: number | null }
  /** Girls born after this day are offered HPV from `from` on; null where it is not part of the programme. */
  readonly humanPapillomavirus: { readonly bornAfter: IsoDate; readonly from: IsoDate } | null
}
