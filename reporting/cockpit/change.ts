import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { compare, decimal, ratio, round, subtract, text } from '@kangheng/kernel/wording/decimal.ts'

/** A comparison: percent for quantities, percentage points (or points of the unit) for rates. */
export interface Change {
  readonly kind: 'percent' | 'points'
  readonly value: string
}

/** Compares a value with its base; undefined where one is missing, or where a quantity has no base to grow from. */
export function changeOf(
  indicator: Pick<Indicator, 'kind' | 'decimals'>,
  value: string | null,
  base: string | null,
): Change | undefined {
  if (value === null || base === null) return undefined
  const difference = subtract(decimal(value), decimal(base))
  if (indicator.kind === 'ratio') return { kind: 'points', value: text(round(difference, indicator.decimals)) }
  if (compare(decimal(base), decimal('0')) === 0) return undefined
  return { kind: 'percent', value: text(ratio(difference, decimal(base), 100, 1)) }
}
