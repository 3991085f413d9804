import type { RecordRow } from '../api/types.ts'

/** A measured value on a day. */
export interface TrendPoint {
  readonly on: string
  readonly value: number
}

/** The values of a field over time, oldest first; voided rows and rows without a value are left out. */
export function trendPoints(rows: readonly RecordRow[], field: string): TrendPoint[] {
  return rows
    .filter((row) => !row['voidedAt'] && row[field] !== null && row[field] !== undefined)
    .map((row) => ({ on: String(row['happenedOn']), value: Number(row[field]) }))
    .filter((point) => Number.isFinite(point.value))
    .sort((one, other) => (one.on < other.on ? -1 : 1))
}

/** Where a day and a value lie in a picture of this size, with room for the line's width. */
export function scaleOf(
  points: readonly TrendPoint[],
  limits: readonly number[],
  size: { readonly width: number; readonly height: number; readonly inset: number },
) {
  const days = points.map((point) => Date.parse(point.on))
  const values = [...points.map((point) => point.value), ...limits]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const { width, height, inset } = size
  return {
    x: (on: string) => inset + ((Date.parse(on) - first) * (width - 2 * inset)) / (last - first || 1),
    y: (value: number) => height - inset - ((value - low) * (height - 2 * inset)) / (high - low || 1),
  }
}
