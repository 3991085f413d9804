/** Events and person-years of an age group. */
export interface RateGroup {
  readonly events: number
  readonly years: number
}

/**
 * Events per 100,000 person-years if the population had the ages of the standard (direct method). Undefined where a group of the standard has nobody.
 * Source: Ahmad et al. (2001), as in `standard-population.ts`.
 */
export function standardisedRate(groups: readonly RateGroup[], standard: readonly number[]): number | undefined {
  if (groups.length !== standard.length) throw new RangeError(`${groups.length} groups, ${standard.length} weights`)
  if (groups.some(({ years }) => years <= 0)) return undefined
  const weights = standard.reduce((sum, weight) => sum + weight, 0)
  const expected = groups.reduce((sum, { events, years }, index) => sum + (events / years) * standard[index]!, 0)
  return (expected / weights) * 100_000
}

/**
 * The probability in per cent that somebody of exactly 30 dies before 70, of these events alone: 1 − ∏ (1 − 5q), 5q = 5 m / (1 + 2.5 m), over the eight five-year groups from 30 to 69.
 * Undefined where a group has nobody. Source: 健康中国行动 (2019), 重大慢性病过早死亡率; WHO, indicator of SDG 3.4.1.
 */
export function prematureMortality(groups: readonly RateGroup[]): number | undefined {
  if (groups.some(({ years }) => years <= 0)) return undefined
  const survive = groups.reduce((product, { events, years }) => {
    const m = events / years
    return product * (1 - Math.min(1, (5 * m) / (1 + 2.5 * m)))
  }, 1)
  return (1 - survive) * 100
}
