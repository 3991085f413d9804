/** A matrix kept by columns, each of the same length. */
export type Columns = readonly Float64Array[]

/** A QR decomposition by Householder reflections with the columns that depend on others moved to the end. */
export interface Decomposition {
  /** Number of independent columns. */
  readonly rank: number
  /** `pivot[k]` is the column of the design that stands at place k. */
  readonly pivot: readonly number[]
  /** Column k holds R above and on the diagonal; below it, and in `heads`, the reflection. */
  readonly columns: Columns
  readonly heads: Float64Array
}

/**
 * Decomposes a design of n rows. A column whose norm falls below `tolerance` times what it was is taken for a combination of those before it
 * and moved to the end. Source: Golub & Van Loan, Matrix Computations, 5.2; limited pivoting as in LINPACK’s users’ guide, ch. 9.
 */
export function decompose(design: Columns, tolerance: number): Decomposition {
  const columns = design.map((column) => column.slice())
  const pivot = columns.map((_, index) => index)
  const original = columns.map((column) => norm(column, 0) || 1)
  const heads = new Float64Array(columns.length)
  const rows = columns[0]?.length ?? 0
  let rank = columns.length
  for (let k = 0; k < Math.min(rows, rank); k++) {
    while (k < rank && norm(columns[k]!, k) < original[k]! * tolerance) {
      for (const list of [columns, pivot, original] as unknown[][]) list.push(...list.splice(k, 1))
      rank--
    }
    if (k >= rank || k === rows - 1) break
    reflect(columns, heads, k)
  }
  return { rank: Math.min(rank, rows), pivot, columns, heads }
}

/** Makes the reflection of column k and applies it to the columns after it. */
function reflect(columns: Columns, heads: Float64Array, k: number): void {
  const column = columns[k]!
  let length = norm(column, k)
  if (length === 0) return
  if (column[k]! < 0) length = -length
  for (let row = k; row < column.length; row++) column[row]! /= length
  column[k]! += 1
  heads[k] = column[k]!
  for (let later = k + 1; later < columns.length; later++) applyReflection(column, heads[k]!, k, columns[later]!)
  column[k] = -length
}

function applyReflection(column: Float64Array, head: number, k: number, target: Float64Array): void {
  let sum = head * target[k]!
  for (let row = k + 1; row < target.length; row++) sum += column[row]! * target[row]!
  const factor = -sum / head
  target[k]! += factor * head
  for (let row = k + 1; row < target.length; row++) target[row]! += factor * column[row]!
}

function norm(column: Float64Array, from: number): number {
  let sum = 0
  for (let row = from; row < column.length; row++) sum += column[row]! * column[row]!
  return Math.sqrt(sum)
}

/** The coefficients that fit `response` best; those of dependent columns are 0. */
export function solve(decomposition: Decomposition, response: Float64Array): Float64Array {
  const { rank, pivot, columns, heads } = decomposition
  const rotated = response.slice()
  for (let k = 0; k < rank; k++) if (heads[k] !== 0) applyReflection(columns[k]!, heads[k]!, k, rotated)
  const coefficients = new Float64Array(columns.length)
  for (let k = rank - 1; k >= 0; k--) {
    let value = rotated[k]!
    for (let later = k + 1; later < rank; later++) value -= columns[later]![k]! * coefficients[pivot[later]!]!
    coefficients[pivot[k]!] = value / columns[k]![k]!
  }
  return coefficients
}

/** xᵀ(XᵀX)⁻¹x for a row `x` of the design (or one like it): leverage, and the variance of a prediction per unit of dispersion. */
export function leverage(decomposition: Decomposition, x: ArrayLike<number>): number {
  const { rank, pivot, columns } = decomposition
  const parts = new Float64Array(rank)
  let sum = 0
  for (let k = 0; k < rank; k++) {
    let value = x[pivot[k]!]!
    for (let before = 0; before < k; before++) value -= columns[k]![before]! * parts[before]!
    parts[k] = value / columns[k]![k]!
    sum += parts[k]! * parts[k]!
  }
  return sum
}
