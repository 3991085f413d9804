import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { compare, subtract } from '@kangheng/kernel/exact/rational.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

export const marks = {
  flag: { zh: '流动红旗', en: 'Red flag' },
  none: { zh: '—', en: '—' },
  lagging: { zh: '黄旗（落后）', en: 'Yellow: lagging' },
} as const satisfies Record<string, Text>
export type Mark = keyof typeof marks

/** What scores were taken from. */
export const bases = {
  appraisal: { zh: '本季度已公布的考核', en: 'The published appraisal of the quarter' },
  figures: { zh: '本季度已关账的指标', en: 'Closed figures of the quarter' },
  items: { zh: '本季度已关账的指标（所选项目）', en: 'Closed figures of the quarter, items chosen' },
} as const satisfies Record<string, Text>
export type Basis = keyof typeof bases

/** A township’s points with the items that they are made of. */
export interface ScoredUnit {
  readonly unit: string
  readonly score: string
  /** Points of each item; null where it did not apply. */
  readonly items: readonly { readonly title: string; readonly full: string; readonly score: string | null }[]
}

/** By which the flag is awarded. LOCAL. */
export interface FlagRules {
  /** Flags to be awarded; whoever ties with the last of them gets one as well. */
  readonly flags: number
  /** No flag below this score. */
  readonly flagFrom: string
  /** Who stays below it lags, if it can be said why. */
  readonly laggingBelow: string
}

export interface Standing {
  readonly unit: string
  readonly score: string
  readonly rank: number
  readonly mark: Mark
  readonly reasons: string | null
}

const exact = (text: string) => decimalToRational(parseDecimal(text))
const lessThan = (one: string, other: string) => compare(exact(one), exact(other)) < 0
/** Items named as reasons. */
const REASONS = 3

/** The items at which most points were lost, worst first: 规范管理率（得6.20分，满分10分）. Null where none was lost. */
export function reasonsOf({ items }: Pick<ScoredUnit, 'items'>): string | null {
  const lost = items
    .flatMap(({ title, full, score }) =>
      score !== null && lessThan(score, full)
        ? [{ title, full, score, loss: subtract(exact(full), exact(score)) }]
        : [],
    )
    .sort((one, other) => compare(other.loss, one.loss) || (one.title < other.title ? -1 : 1))
    .slice(0, REASONS)
  return lost.length === 0
    ? null
    : lost.map(({ title, full, score }) => `${title}（得${score}分，满分${full}分）`).join('；')
}

/**
 * Ranks townships by score, equal scores sharing the better rank, and marks them: the flag for the first ones from a score on, yellow for those below another, never without
 * the reasons. Best first.
 */
export function rankTownships(units: readonly ScoredUnit[], rules: FlagRules): Standing[] {
  const sorted = [...units].sort(
    (one, other) => compare(exact(other.score), exact(one.score)) || (one.unit < other.unit ? -1 : 1),
  )
  return sorted.map((unit) => {
    const rank = sorted.findIndex((other) => compare(exact(other.score), exact(unit.score)) === 0) + 1
    const flagged = rank <= rules.flags && !lessThan(unit.score, rules.flagFrom)
    const reasons = !flagged && lessThan(unit.score, rules.laggingBelow) ? reasonsOf(unit) : null
    return {
      unit: unit.unit,
      score: unit.score,
      rank,
      mark: flagged ? 'flag' : reasons === null ? 'none' : 'lagging',
      reasons,
    }
  })
}

/** Quarters in a row with the flag: one more than in the quarter just before. */
export const consecutiveOf = (mark: Mark, before: number): number => (mark === 'flag' ? before + 1 : 0)
