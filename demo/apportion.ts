/**
 * Divides a whole number in proportion to weights by the method of the largest remainder: the parts are whole, their sum is exact.
 * `caps` limits single parts; what a full part cannot take goes to the others. Ties go to the earlier part.
 */
export function apportion(total: number, weights: readonly number[], caps?: readonly number[]): number[] {
  const parts = weights.map(() => 0)
  const capOf = (index: number) => caps?.[index] ?? Number.POSITIVE_INFINITY
  let left = total
  let open = weights.map((_, index) => index).filter((index) => weights[index]! > 0 && capOf(index) > 0)
  while (left > 0 && open.length > 0) {
    const sum = open.reduce((all, index) => all + weights[index]!, 0)
    const quotas = open.map((index) => ({ index, quota: (left * weights[index]!) / sum }))
    const full = quotas.filter(({ index, quota }) => parts[index]! + quota >= capOf(index))
    if (full.length > 0) {
      for (const { index } of full) {
        left -= capOf(index) - parts[index]!
        parts[index] = capOf(index)
      }
      open = open.filter((index) => parts[index]! < capOf(index))
      continue
    }
    for (const { index, quota } of quotas) parts[index]! += Math.floor(quota)
    left -= quotas.reduce((all, { quota }) => all + Math.floor(quota), 0)
    const byRemainder = [...quotas].sort((one, other) => (other.quota % 1) - (one.quota % 1) || one.index - other.index)
    for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1
    left = 0
  }
  if (left > 0) throw new Error(`${left} of ${total} cannot be placed within the caps`)
  return parts
}
