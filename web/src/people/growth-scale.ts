import type { Curves } from '../api/people-types.ts'
import type { TrendPoint } from './trend-points.ts'

/** A measured value at an age in months. */
export interface GrowthPoint {
  readonly age: number
  readonly value: number
  readonly on: string
}

/** Days of a mean month: near enough for a picture; what is judged is judged by the server. */
const DAYS = 30.4375

/** The points of a person born on that day. */
export function growthPoints(points: readonly TrendPoint[], birth: string): GrowthPoint[] {
  return points.map(({ on, value }) => ({ on, value, age: (Date.parse(on) - Date.parse(birth)) / 86_400_000 / DAYS }))
}

/** Ages at which a picture may end, so that the points fill it: one, two, three years, then the whole table. */
const ENDS = [12, 24, 36]

/** The part of the curves that is drawn: up to the first of these ages after the last point, at least the first year. */
export function shownPart({ keys, values }: Pick<Curves, 'keys' | 'values'>, points: readonly GrowthPoint[]) {
  const last = Math.max(0, ...points.map(({ age }) => age))
  const end = Math.min(keys.at(-1)!, ENDS.find((age) => age >= last) ?? Infinity)
  const shown = keys.filter((key) => key <= end).length
  return { end: Math.max(end, last), keys: keys.slice(0, shown), values: values.slice(0, shown) }
}

/** Ticks of an axis: whole steps within the range, at most eight. */
export function ticks(from: number, to: number, steps: readonly number[]): number[] {
  const step = steps.find((each) => (to - from) / each <= 8) ?? steps.at(-1)!
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.floor((to - first) / step + 1e-9) + 1 }, (_, index) => first + index * step)
}
