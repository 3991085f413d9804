import type { FigureRef } from '../wording/model.ts'
import { unitText } from '../wording/units.ts'

/** A closed figure for tests; whatever a test is not about has a plain value. */
export function sampleFigure(change: Partial<Omit<FigureRef, 'unit'>> & { unit?: string } = {}): FigureRef {
  const { unit = '人', ...rest } = change
  return {
    key: '',
    indicator: 'family-doctor.signed',
    title: { zh: '签约居民', en: 'Signed residents' },
    place: { code: '530721', title: { zh: '玉龙纳西族自治县', en: 'Yulong County' } },
    period: { id: '2025', title: { zh: '2025年', en: '2025' } },
    value: '106351',
    unit: unitText(unit),
    decimals: 0,
    numerator: null,
    denominator: null,
    status: 'closed',
    closedOn: '2026-01-05',
    basis: { zh: '常住人口', en: 'usual residents' },
    definitionVersion: 1,
    link: '/figures/family-doctor.signed/530721/2025',
    ...rest,
  }
}

/** A rate in percent at two decimals. */
export function sampleRate(
  value: string | null,
  change: Partial<Omit<FigureRef, 'unit'>> & { unit?: string } = {},
): FigureRef {
  return sampleFigure({
    indicator: 'family-doctor.coverage',
    title: { zh: '签约覆盖率', en: 'Contract coverage' },
    unit: '%',
    decimals: 2,
    value,
    link: '/figures/family-doctor.coverage/530721/2025',
    ...change,
  })
}
