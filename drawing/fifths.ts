/** Which fifth of the values a value belongs to, 0 the lowest; null without a value. */
export function fifths(values: readonly (number | null)[]): (value: number | null) => 0 | 1 | 2 | 3 | 4 | null {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other)
  return (value) => {
    if (value === null || sorted.length === 0) return null
    const below = sorted.filter((other) => other < value).length
    return Math.min(4, Math.floor((below / sorted.length) * 5)) as 0 | 1 | 2 | 3 | 4
  }
}
