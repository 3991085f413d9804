/** Digits in groups of three; the string stays as exact as it came. `null` stays `null`. */
export function grouped(value: string | number): string {
  const [whole = '', fraction] = String(value).split('.')
  const sign = whole.startsWith('-') ? '−' : ''
  const digits = whole.replace(/^[-+]/, '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Why there is no value: a ratio over nothing does not arise; anything else is not there yet. */
export function absence(
  value: string | null,
  denominator: string | null | undefined,
): 'missing' | 'not-applicable' | null {
  if (value !== null) return null
  return denominator !== null && denominator !== undefined && Number(denominator) === 0 ? 'not-applicable' : 'missing'
}

/** A plain number for drawing; texts always use the string. */
export function drawable(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
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
