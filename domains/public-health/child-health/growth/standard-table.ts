/** The seven lines of a standard at one age or length: −3, −2, −1 standard deviations, median, +1, +2, +3. */
export type StandardLines = readonly [number, number, number, number, number, number, number]

/** A published table: for each age (months) or length (cm) the seven lines, rising in both directions. */
export interface StandardTable {
  readonly keys: readonly number[]
  readonly lines: readonly StandardLines[]
}

/** A table as it was published: a line for each key with its seven values. @throws Error when a line is not like that. */
export function standardTable(text: string): StandardTable {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number))
  for (const [index, row] of rows.entries())
    if (row.length !== 8 || row.some(Number.isNaN) || (index > 0 && row[0]! <= rows[index - 1]![0]!))
      throw new Error(`Line ${index + 1} of a growth standard is not a key with seven values: ${row.join(' ')}`)
  return { keys: rows.map(([key]) => key!), lines: rows.map(([, ...lines]) => lines as unknown as StandardLines) }
}

/**
 * The seven lines at a key between the published ones, each by linear interpolation; the standard gives none between them. Undefined
 * outside of the table, save for `beyond` (the last published month stands for those up to seven years).
 */
export function linesAt(table: StandardTable, key: number, beyond = 0): StandardLines | undefined {
  const { keys, lines } = table
  const last = keys.length - 1
  if (key < keys[0]! || key > keys[last]! + beyond) return undefined
  if (key >= keys[last]!) return lines[last]
  let above = 1
  while (keys[above]! < key) above += 1
  const [low, high] = [keys[above - 1]!, keys[above]!]
  const share = (key - low) / (high - low)
  return lines[above - 1]!.map(
    (value, index) => value + share * (lines[above]![index]! - value),
  ) as unknown as StandardLines
}

/**
 * How many standard deviations a value lies from the median. Between two lines by the distance between them; beyond ±3 by
 * that between the second and third line, as WHO does for weight-based indicators (restricted application of the LMS method: WHO Child
 * Growth Standards, Methods and development, 2006, chapter 7).
 */
export function zScore(value: number, lines: StandardLines): number {
  const from = Math.min(5, Math.max(0, lines.findIndex((line) => value < line) - 1))
  const index = value >= lines[6] ? 5 : from
  const [low, high] = [lines[index]!, lines[index + 1]!]
  const z = index - 3 + (value - low) / (high - low)
  // A value on a published line lies exactly on it; the cut-offs count on that.
  const nearest = Math.round(z)
  return Math.abs(z - nearest) < 1e-9 ? nearest : z
}

/** The value at a score, of the same lines: the inverse of `zScore`. */
export function valueAt(score: number, lines: StandardLines): number {
  const index = Math.min(5, Math.max(0, Math.floor(score) + 3))
  const [low, high] = [lines[index]!, lines[index + 1]!]
  return low + (score + 3 - index) * (high - low)
}

/** The share of children below, in percent with one decimal, of a normal distribution. Source: Abramowitz and Stegun 26.2.17. */
export function percentileOf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.round((z > 0 ? 1 - tail : tail) * 1000) / 10
}
