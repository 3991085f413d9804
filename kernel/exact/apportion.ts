/**
 * Divides a whole number of smallest units (fen, persons, hundredths) in proportion to weights by the method of the largest remainder: the parts are whole
 * and their sum is exactly the total. Equal remainders go to the earlier part, so the same input always gives the same parts. When all weights are zero,
 * the parts are as equal as they can be. A negative total gives the parts of its absolute value, negated.
 * @throws RangeError for a negative weight, or when there is nobody to give to.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return apportion(-total, weights).map((part) => -part)
  if (weights.length === 0) {
    if (total === 0n) return []
    throw new RangeError('There is nobody to divide among.')
  }
  if (weights.some((weight) => weight < 0n)) throw new RangeError('A weight must not be negative.')
  const sum = weights.reduce((all, weight) => all + weight, 0n)
  if (sum === 0n)
    return apportion(
      total,
      weights.map(() => 1n),
    )
  const parts = weights.map((weight) => (total * weight) / sum)
  const left = Number(total - parts.reduce((all, part) => all + part, 0n))
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((one, other) =>
      one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1,
    )
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1n
  return parts
}
