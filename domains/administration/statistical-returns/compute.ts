import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { rational } from '@kangheng/kernel/exact/rational.ts'
import { evaluate, isValue, type Outcome } from '@kangheng/kernel/expression/evaluate.ts'
import { cellsOf, formulaOf, type Layout } from './layout.ts'

/** The numbers of a return as decimal texts, by the codes of its cells; a cell without number has no entry. */
export type Values = Readonly<Record<string, string>>

/** What a number in a cell may look like. */
export const NUMBER = /^-?\d{1,13}(\.\d{1,4})?$/

/** Zero, missing and not applicable are three things: what is not there yet makes everything that needs it wait. */
export const outcomeOf = (value: string | undefined): Outcome =>
  value === undefined ? 'awaiting' : decimalToRational(parseDecimal(value))

/** The values with every computed cell reckoned anew from the others; each is rounded half up once, at its own decimals. */
export function computed(layout: Layout, values: Values): Record<string, string> {
  const cells = cellsOf(layout)
  const byCode = new Map(cells.map((cell) => [cell.code, cell]))
  const outcomes = new Map<string, Outcome>()
  const outcome = (code: string): Outcome => {
    const known = outcomes.get(code)
    if (known !== undefined) return known
    const source = byCode.get(code)?.source
    // Unrounded values travel on, so that a mean of a mean is not rounded twice.
    const found =
      source?.kind === 'computed'
        ? evaluate(formulaOf(source.formula), (key) => outcome(key.slice(1, -1)))
        : outcomeOf(values[code])
    outcomes.set(code, found)
    return found
  }
  const result: Record<string, string> = {}
  for (const { code, decimals, source } of cells) {
    const value = outcome(code)
    if (source.kind !== 'computed') {
      if (values[code] !== undefined) result[code] = values[code]
    } else if (isValue(value)) result[code] = printDecimal(roundHalfUp(value, decimals))
  }
  return result
}

/** Decimals that a value may have at most (see NUMBER). */
const FINEST = 4

/** A value in ten-thousandths: a hundred units by sixty cells are added up as whole numbers, which is several times faster than as fractions. */
function tenThousandths(value: string): bigint {
  const { digits, decimals } = parseDecimal(value)
  return digits * 10n ** BigInt(FINEST - decimals)
}

/** The values of several units as one: what was counted adds up, what is reckoned is reckoned from the sums. */
export function totalOf(layout: Layout, units: readonly Values[]): Record<string, string> {
  const sums: Record<string, string> = {}
  for (const { code, decimals, source } of cellsOf(layout)) {
    if (source.kind === 'computed') continue
    const given = units.flatMap((values) => values[code] ?? [])
    if (given.length === 0) continue
    const total = given.reduce((sum, value) => sum + tenThousandths(value), 0n)
    sums[code] = printDecimal(roundHalfUp(rational(total, 10n ** BigInt(FINEST)), decimals))
  }
  return computed(layout, sums)
}
