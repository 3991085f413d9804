import type { Values } from './compute.ts'
import { cellsOf, type Layout } from './layout.ts'

/** How far a number lies from a unit’s own history. */
export interface Outlier {
  readonly cell: string
  readonly value: string
  /** (x − mean) / standard deviation of the sample; null where the history does not vary. */
  readonly z: number | null
  /** 0.6745 · (x − median) / MAD (Iglewicz and Hoaglin 1993); null where half of the history is one number. */
  readonly modifiedZ: number | null
  readonly least: number
  readonly most: number
  readonly beyond: boolean
}

/** Fewer numbers are no history. LOCAL. */
export const LEAST_HISTORY = 6
/** |modified z| above which a number is called an outlier. Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993. */
export const MODIFIED_LIMIT = 3.5
const Z_LIMIT = 3

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

/** z, modified z and range of a value against a history of at least two numbers. */
export function scoresOf(value: number, history: readonly number[]) {
  const mean = history.reduce((sum, each) => sum + each, 0) / history.length
  const deviation = Math.sqrt(history.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (history.length - 1))
  const sorted = ascending(history)
  const middle = median(sorted)
  const mad = median(ascending(history.map((each) => Math.abs(each - middle))))
  return {
    z: deviation === 0 ? null : (value - mean) / deviation,
    modifiedZ: mad === 0 ? null : (0.6745 * (value - middle)) / mad,
    least: sorted[0]!,
    most: sorted.at(-1)!,
  }
}

/**
 * The cells of a return that lie out of line with the unit’s own earlier periods: |modified z| above 3.5, or, where half of the history is one number and there is no
 * such score, |z| above 3; either way outside what there has been. Such a number is looked at, not refused.
 */
export function outliersOf(layout: Layout, values: Values, history: readonly { readonly values: Values }[]): Outlier[] {
  if (history.length < LEAST_HISTORY) return []
  return cellsOf(layout).flatMap(({ code }): Outlier[] => {
    const value = values[code]
    const before = history.flatMap((each) => (each.values[code] === undefined ? [] : [Number(each.values[code])]))
    if (value === undefined || before.length < LEAST_HISTORY) return []
    const number = Number(value)
    const { z, modifiedZ, least, most } = scoresOf(number, before)
    const beyond = number < least || number > most
    const far = modifiedZ === null ? z !== null && Math.abs(z) > Z_LIMIT : Math.abs(modifiedZ) > MODIFIED_LIMIT
    return far && beyond ? [{ cell: code, value, z, modifiedZ, least, most, beyond }] : []
  })
}
