/**
 * Which part of the year each point of the history belongs to. The windows around the reference points (and the steps up to `at`) are the last
 * period, number `periods`; what lies between two windows is cut into `periods` − 1 pieces of equal length, the longer ones first. With one
 * period only the windows count. Gives 0 for a point that is no history.
 * Source: Noufaily et al. (2013), § 3.2 (10-level factor); the pieces are laid as in R surveillance::farringtonFlexible.
 *
 * @param references index of the point itself and of the same week one, two … years before, newest first, all within the series
 * @returns the period (1 … periods) of each index up to `at`, or undefined when a year is too short for so many periods
 */
export function seasonBlocks(
  references: readonly number[],
  halfWidth: number,
  periods: number,
): Uint8Array | undefined {
  const at = references[0]!
  const blocks = new Uint8Array(at + 1)
  blocks.fill(periods, Math.max(0, at - halfWidth), at + 1)
  for (const [index, later] of references.slice(0, -1).entries()) {
    const centre = references[index + 1]!
    if (centre - halfWidth < 0) return undefined
    blocks.fill(periods, centre - halfWidth, centre + halfWidth + 1)
    if (periods === 1) continue
    const between = later - 2 * halfWidth - 1 - centre
    const pieces = periods - 1
    if (between < pieces) return undefined
    let start = centre + halfWidth + 1
    for (let piece = 1; piece <= pieces; piece++) {
      const length = Math.floor(between / pieces) + (piece <= between % pieces ? 1 : 0)
      blocks.fill(piece, start, start + length)
      start += length
    }
  }
  return blocks
}
