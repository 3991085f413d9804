/** The probability that a Poisson variable of this mean is at most `n`. */
function atMost(n: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0]
  for (let k = 0; k <= n; k += 1) {
    sum += term
    term *= mean / (k + 1)
  }
  return sum
}

/** The root of a falling function between nothing and a mean, by halving. */
function solve(falls: (mean: number) => number, most: number): number {
  let [low, high] = [0, most]
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (falls(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const TAIL = 0.025
/** Cases from which e^−mean underflows; a county has none so many, a province would use the normal approximation. */
const MOST_CASES = 500

/**
 * The exact 95 % interval of a count: the means under which so many, or so few, would be seen in 2.5 of 100 years.
 * Source: F. Garwood, Biometrika 28 (1936) 437–442. @throws RangeError for a count that is negative or above 500.
 */
export function countInterval(cases: number): { readonly low: number; readonly high: number } {
  if (!Number.isInteger(cases) || cases < 0 || cases > MOST_CASES)
    throw new RangeError(`No interval for ${cases} cases`)
  const most = cases + 10 * Math.sqrt(cases + 1) + 10
  return {
    low: cases === 0 ? 0 : solve((mean) => atMost(cases - 1, mean) - (1 - TAIL), most),
    high: solve((mean) => atMost(cases, mean) - TAIL, most),
  }
}
