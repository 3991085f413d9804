/** Pure statistics of small populations: what a figure on few events can and cannot say. */

/** Two-sided 95 % of the normal distribution. */
const Z95 = 1.96

/** Rate per 1,000 of the mean of two populations. Source: 人口变动 statistics: events over mean population. */
export function ratePerThousand(
  events: number,
  populationAtStart: number,
  populationAtEnd: number,
): number | undefined {
  const mean = (populationAtStart + populationAtEnd) / 2
  return mean > 0 ? (events / mean) * 1000 : undefined
}

/** Births to 1,000 women of 15 to 49. */
export function generalFertility(births: number, women: number): number | undefined {
  return women > 0 ? (births / women) * 1000 : undefined
}

/**
 * Children per woman over a life at the rates of one period: five times the sum of the age-specific rates of the five-year groups.
 * Undefined when a group has no women.
 */
export function totalFertility(
  groups: readonly { readonly women: number; readonly births: number }[],
): number | undefined {
  if (groups.length === 0 || groups.some((group) => group.women <= 0)) return undefined
  return 5 * groups.reduce((sum, group) => sum + group.births / group.women, 0)
}

/** A ratio with the range in which the true one lies with 95 % confidence, and how many cases it rests on. */
export interface RatioInterval {
  readonly ratio: number
  readonly low: number
  readonly high: number
  readonly cases: number
}

/**
 * Boys per 100 girls with its 95 % interval, R × exp(±1.96 √(1/b + 1/g)).
 * Undefined when there are no boys or no girls: the interval would be without end.
 */
export function sexRatioInterval(boys: number, girls: number): RatioInterval | undefined {
  if (boys <= 0 || girls <= 0) return undefined
  const ratio = (boys / girls) * 100
  const factor = Math.exp(Z95 * Math.sqrt(1 / boys + 1 / girls))
  return { ratio, low: ratio / factor, high: ratio * factor, cases: boys + girls }
}

/** The sex ratio that nature gives, boys per 100 girls. */
const NATURAL_RATIO = 106

/** How far the births depart from 106 boys per 100 girls, in standard errors; beyond ±1.96 it is no accident. */
export function sexRatioDeviation(boys: number, girls: number): number | undefined {
  const cases = boys + girls
  if (cases <= 0) return undefined
  const expected = NATURAL_RATIO / (NATURAL_RATIO + 100)
  return (boys / cases - expected) / Math.sqrt((expected * (1 - expected)) / cases)
}
