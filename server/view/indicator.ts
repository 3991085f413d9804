import { quantityTitle, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'

/** An indicator as the page needs it. */
export function indicatorView(indicator: Indicator) {
  const { id, title, unit, decimals, better, basis, source, kind, version, headline } = indicator
  return {
    id,
    title,
    unit,
    decimals,
    better,
    basis,
    source,
    kind,
    version,
    headline,
    numerator: quantityTitle(indicator.numerator),
    ...(indicator.kind === 'ratio' ? { denominator: quantityTitle(indicator.denominator) } : {}),
  }
}
