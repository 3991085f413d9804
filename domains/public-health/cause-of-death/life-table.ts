/** One age group as a life table takes it. */
export interface LifeTableGroup {
  /** Years the group is long; undefined for the last, which is open. */
  readonly width: number | undefined
  readonly deaths: number
  /** Person-years lived in the group. */
  readonly years: number
  /** Years that those who die in the group live in it, on the average. */
  readonly livedByDying: number
}

/** One line of a life table; 100,000 are born. */
export interface LifeTableLine {
  /** Probability of dying in the group. */
  readonly q: number
  /** Survivors at its beginning. */
  readonly survivors: number
  /** Years lived in it, by all. */
  readonly lived: number
  /** Expectation at its beginning. */
  readonly expectation: number
  /** Standard error of the expectation; 0 in the open group. */
  readonly error: number
}

const RADIX = 100_000

/**
 * An abridged period life table by the method of Chiang: q = n m / (1 + (n − a) m), the open group lives l / m. Undefined where a group has nobody, or where nobody dies
 * in the open group, since its expectation would be without end.
 * Source: C. L. Chiang, The Life Table and Its Applications (1984), chapters 6 and 8; the worked example of the test is S. H. Preston, P. Heuveline, M. Guillot, Demography (2001), box 3.1.
 */
export function lifeTable(groups: readonly LifeTableGroup[]): LifeTableLine[] | undefined {
  const last = groups.at(-1)
  if (!last || last.width !== undefined || last.deaths <= 0 || groups.some(({ years }) => years <= 0)) return undefined
  let survivors = RADIX
  const lines = groups.map(({ width, deaths, years, livedByDying }) => {
    const m = deaths / years
    const q = width === undefined ? 1 : Math.min(1, (width * m) / (1 + (width - livedByDying) * m))
    const dying = survivors * q
    const lived = width === undefined ? survivors / m : width * (survivors - dying) + livedByDying * dying
    const line = { q, survivors, lived, expectation: 0, error: 0 }
    survivors -= dying
    return line
  })
  let [ahead, variance] = [0, 0]
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const [line, group] = [lines[index]!, groups[index]!]
    const next = lines[index + 1]
    if (next && group.width !== undefined && group.deaths > 0) {
      const spread = group.width - group.livedByDying + (next.survivors > 0 ? ahead / next.survivors : 0)
      variance += ((line.survivors * spread) ** 2 * line.q ** 2 * (1 - line.q)) / group.deaths
    }
    ahead += line.lived
    line.expectation = line.survivors > 0 ? ahead / line.survivors : 0
    line.error = line.survivors > 0 ? Math.sqrt(variance) / line.survivors : 0
  }
  return lines
}

/**
 * Years that those who die in a group live in it. Under one: 0.1, as where few infants die most do so in their first weeks (Chiang's fraction for low infant mortality is 0.09–0.15);
 * from one to four 0.4 of the group, all others half. Source: Chiang (1984), chapter 6: fractions of the last age interval of life.
 */
export function livedByDying(from: number, width: number | undefined): number {
  if (width === undefined) return 0
  return (from === 0 ? 0.1 : from === 1 ? 0.4 : 0.5) * width
}

/** Deaths of one cause among all of a group. */
export interface LifeTableGroupOfCause extends LifeTableGroup {
  readonly ofCause: number
}

/**
 * The life table if nobody died of a cause: each survivorship is raised to the share of the other causes (p^((D − Di) / D)), and the open group dies at the rate of the others.
 * Undefined as `lifeTable`, and where nobody of the open group dies of anything else. Source: Chiang (1984), chapter 11, competing risks; 去死因期望寿命.
 */
export function lifeTableWithout(groups: readonly LifeTableGroupOfCause[]): LifeTableLine[] | undefined {
  const whole = lifeTable(groups)
  if (!whole) return undefined
  const changed = groups.map((group, index): LifeTableGroup => {
    const { width, deaths, years, ofCause, livedByDying: lived } = group
    if (width === undefined || deaths === 0) return { ...group, deaths: deaths - ofCause }
    const q = 1 - (1 - whole[index]!.q) ** ((deaths - ofCause) / deaths)
    // The rate that gives this probability, so that one table serves both.
    const rate = q / (width - q * (width - lived))
    return { ...group, deaths: rate * years }
  })
  return lifeTable(changed)
}
