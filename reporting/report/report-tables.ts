import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { accumulates } from '@kangheng/kernel/indicator/targets.ts'
import { derive } from '@kangheng/kernel/wording/derive.ts'
import type { FigureRef, TableBlock, TableCell, TableRow } from '@kangheng/kernel/wording/model.ts'
import { pointsOf } from '@kangheng/kernel/wording/units.ts'
import type { Binder } from './binder.ts'

const cell = (figure: FigureRef): TableCell => ({ kind: 'figure', figure })
const word = (text: string): TableCell => ({ kind: 'text', text })

/** All headline indicators of a place: value, target, completion or gap, comparison. */
export function progressTable(binder: Binder, indicators: readonly Indicator[], title: string): TableBlock {
  return {
    kind: 'table',
    title,
    place: binder.place,
    period: { id: binder.period.id, title: binder.bound(indicators[0]!).figure.period.title },
    basis: { zh: '各指标口径见数据清单', en: 'see the list of figures' },
    asOf: binder.period.ends,
    columns: [
      { title: '指标', kind: 'text', width: 4 },
      { title: '单位', kind: 'text', width: 1.6 },
      { title: '累计（期末）', unitByRow: true, kind: 'number', width: 2.2 },
      { title: '年度目标', unitByRow: true, kind: 'number', width: 2 },
      { title: '完成目标', unit: '%', kind: 'number', width: 1.8 },
      { title: '同比（%、百分点）', unitByRow: true, kind: 'number', width: 2 },
    ],
    rows: indicators.map((indicator): TableRow => {
      const bound = binder.bound(indicator)
      const completion =
        indicator.kind === 'quantity' && bound.comparison.target ? cell(derive(bound, 'completion')) : word('—')
      return {
        kind: 'body',
        cells: [
          word(indicator.title.zh),
          word(indicator.unit.zh),
          cell(bound.figure),
          bound.comparison.target ? cell(derive(bound, 'target')) : word('—'),
          completion,
          cell(derive(bound, 'same-time-last-year')),
        ],
      }
    }),
    notes: ['比率的同比为百分点之差，数量的同比为增长百分比。'],
  }
}

/** One indicator by the places below: value, comparison, target, rank; the place itself in the last row. */
export function placesTable(binder: Binder, indicator: Indicator, title: string): TableBlock {
  const head = binder.bound(indicator).figure
  const running = accumulates(indicator)
  const row = (kind: TableRow['kind'], name: string, code: string): TableRow => {
    const bound = binder.bound(indicator, code)
    return {
      kind,
      cells: [
        word(name),
        cell(bound.figure),
        cell(derive(bound, 'same-time-last-year')),
        ...(running ? [bound.comparison.target ? cell(derive(bound, 'completion')) : word('—')] : []),
        kind === 'total' || !bound.comparison.rank ? word('—') : cell(derive(bound, 'rank')),
      ],
    }
  }
  return {
    kind: 'table',
    title,
    place: binder.place,
    period: { id: binder.period.id, title: head.period.title },
    basis: indicator.basis,
    asOf: binder.period.ends,
    columns: [
      { title: '乡镇', kind: 'text', width: 3.4 },
      { title: indicator.title.zh, unit: indicator.unit.zh, kind: 'number', width: 3 },
      { title: '同比', unit: pointsOf(indicator.unit)?.zh ?? '%', kind: 'number', width: 2 },
      ...(running ? [{ title: '完成目标', unit: '%', kind: 'number' as const, width: 2 }] : []),
      { title: '排名', kind: 'number', width: 1.6 },
    ],
    rows: [
      ...binder.below.map((place) => row('body', place.title.zh, place.code)),
      row('total', binder.place.title.zh, binder.place.code),
    ],
    notes: indicator.better === 'neither' ? ['该指标不排名。'] : ['数值相同的名次相同。'],
  }
}
