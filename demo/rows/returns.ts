import { RECORD_YEARS } from '../days.ts'
import { aggregateValues } from '@kangheng/kernel/indicator/tables.ts'
import { monthsBetween, monthsOf, periodsTouching } from '@kangheng/kernel/period/period.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { planOf } from '../county-plan.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import { rowsFor, type TableRows } from './load-table.ts'

const VISITS = 'family-doctor.contracted-visits'
const FIRST = 'family-doctor.first-at-base'
const SOURCE = '医疗机构门诊月报（演示）'

/**
 * The institutions' monthly returns of visits by signed residents: aggregates, approved, for every period they are stated for.
 * They are no records; the figure made of them says so.
 */
export function returnTables({ county, layer, seed, population }: Model): TableRows[] {
  const random = randomOf(seed, 'returns')
  const months = monthsBetween(`${RECORD_YEARS[0]}-01`, '2025-12')
  const townships = [...new Set(population.villages.map((village) => village.code.slice(0, 9)))]
  const monthly = new Map<string, [visits: number, first: number]>()
  for (const township of townships) {
    const residents = population.villages
      .filter((village) => village.code.startsWith(township))
      .reduce((sum, each) => sum + each.residents * layer.of, 0)
    for (const [index, month] of months.entries()) {
      const visits = Math.round(residents * 0.45 * (0.13 + 0.02 * random.next()))
      const share = Math.min(0.86, 0.58 * planOf(township).services + 0.0025 * index + 0.03 * random.next())
      monthly.set(`${township} ${month}`, [visits, Math.round(visits * share)])
    }
  }
  const rows: CopyValue[][] = []
  const periods = periodsTouching(months).filter((period) => monthsOf(period).every((month) => months.includes(month)))
  for (const period of periods) {
    const whole: [number, number] = [0, 0]
    const add = (place: string, [visits, first]: [number, number]) => {
      rows.push([county, VISITS, place, period.id, visits, SOURCE, 'approved'])
      rows.push([county, FIRST, place, period.id, first, SOURCE, 'approved'])
    }
    for (const township of townships) {
      const sums: [number, number] = [0, 0]
      for (const month of monthsOf(period)) {
        const [visits, first] = monthly.get(`${township} ${month}`)!
        sums[0] += visits
        sums[1] += first
      }
      whole[0] += sums[0]
      whole[1] += sums[1]
      add(township, sums)
    }
    add(county, whole)
  }
  return [
    rowsFor(aggregateValues, ['county', 'item', 'place', 'period', 'value', 'source', 'state'], rows.length, rows),
  ]
}
