export { drawable } from '@kangheng/drawing/scale.ts'
export { grouped } from '@kangheng/drawing/text.ts'

/** Why there is no value: a ratio over nothing does not arise; anything else is not there yet. */
export function absence(
  value: string | null,
  denominator: string | null | undefined,
): 'missing' | 'not-applicable' | null {
  if (value !== null) return null
  return denominator !== null && denominator !== undefined && Number(denominator) === 0 ? 'not-applicable' : 'missing'
}

/**
 * Change against a base: points for rates, percent (one decimal) for quantities.
 * Null when either side is missing or a percentage has no base.
 */
export function changeOf(
  value: string | null,
  base: string | null,
  ratio: boolean,
  decimals: number,
): { change: string; kind: 'percent' | 'points' } | null {
  if (value === null || base === null) return null
  const difference = Number(value) - Number(base)
  if (ratio) return { change: difference.toFixed(decimals), kind: 'points' }
  if (Number(base) === 0) return null
  return { change: ((difference / Math.abs(Number(base))) * 100).toFixed(1), kind: 'percent' }
}
