import type { CellData, Datum, View } from '../cell-data.ts'

const PLACES = ['石鼓镇', '巨甸镇', '黎明傈僳族乡', '鸣音镇', '奉科镇', '宝山乡', '大具乡', '拉市镇']

/** A figure for tests; whatever a test is not about has a plain value. */
export function sampleDatum(change: Partial<Datum> = {}): Datum {
  return {
    indicator: 'coverage',
    place: 'P0',
    period: '2025-06',
    value: '48.39',
    notApplicable: false,
    provisional: false,
    due: '45.00',
    target: '60.00',
    lastYear: '44.10',
    change: { kind: 'points', value: '4.29' },
    light: 'green',
    rank: 3,
    rankedOf: 8,
    ...change,
  }
}

/** A view of one rate over so many places and months, with a note on its last figure. */
export function sampleCell(view: View, { places = 1, months = 1 } = {}): CellData {
  const periods = Array.from({ length: months }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`)
  const codes = Array.from({ length: places }, (_, index) => `P${index}`)
  const lights = ['green', 'yellow', 'red'] as const
  const data = codes.flatMap((place, row) =>
    periods.map((period, column) => {
      const value = (40 + row * 3.7 + column * 1.3).toFixed(2)
      return sampleDatum({ place, period, value, lastYear: (Number(value) - 3).toFixed(2), light: lights[row % 3]! })
    }),
  )
  const last = data.at(-1)!
  return {
    id: view,
    view,
    title: { zh: '家庭医生签约覆盖率', en: 'Contract coverage' },
    width: 2,
    height: 2,
    indicators: [
      {
        id: 'coverage',
        title: { zh: '签约覆盖率', en: 'Coverage' },
        unit: { zh: '%', en: '%' },
        better: 'higher',
        rate: true,
      },
    ],
    places: codes.map((code, index) => ({ code, name: PLACES[index % 8]!, x: index % 3, y: Math.floor(index / 3) })),
    periods: periods.map((id) => ({ id, title: { zh: `2025年${Number(id.slice(5))}月`, en: id } })),
    data,
    notes: [
      {
        id: 'n1',
        number: 1,
        indicator: last.indicator,
        place: last.place,
        placeName: '宝山乡',
        period: last.period,
        text: '6月起两个村卫生室合并，签约数据正在核对',
        author: '基层卫生健康股',
        on: '2025-06-10',
      },
    ],
  }
}
