/** Figures that are wanted together: every indicator at every place in every period. */
export interface Wanted {
  readonly indicators: readonly string[]
  readonly places: readonly string[]
  readonly periods: readonly string[]
}

const united = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])]
const union = (one: Wanted, other: Wanted): Wanted => ({
  indicators: united(one.indicators, other.indicators),
  places: united(one.places, other.places),
  periods: united(one.periods, other.periods),
})
const sizeOf = ({ indicators, places, periods }: Wanted) => indicators.length * places.length * periods.length

/** A statement of its own costs about as much as so many figures more in another one. */
const WORTH_A_STATEMENT = 400

/**
 * Puts what many views want into few readings: two are joined while what is read in vain is worth less than a statement. Everything wanted is in one of the readings; the order of the views does not matter.
 */
export function planReads(wanted: readonly Wanted[]): Wanted[] {
  const plan = wanted.filter((each) => sizeOf(each) > 0).sort((one, other) => sizeOf(other) - sizeOf(one))
  for (;;) {
    let best: { one: number; other: number; joined: Wanted; waste: number } | undefined
    for (let one = 0; one < plan.length; one += 1) {
      for (let other = one + 1; other < plan.length; other += 1) {
        const joined = union(plan[one]!, plan[other]!)
        const waste = sizeOf(joined) - sizeOf(plan[one]!) - sizeOf(plan[other]!)
        if (waste < WORTH_A_STATEMENT && (!best || waste < best.waste)) best = { one, other, joined, waste }
      }
    }
    if (!best) return plan
    plan.splice(best.other, 1)
    plan[best.one] = best.joined
  }
}
