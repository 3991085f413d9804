import { targets } from '@kangheng/kernel/indicator/tables.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { apportion } from './apportion.ts'
import { planOf } from './county-plan.ts'
import type { Model } from './model.ts'
import { rowsFor, type TableRows } from './rows/load-table.ts'

/** A rate to be reached by the year's end; it grows from `from` as the campaign goes. */
interface LevelTarget {
  readonly indicator: string
  readonly year: number
  readonly from: number
  readonly value: number
  /** Townships get the county's target moved by this many points per tenth of their plan's `signing`. */
  readonly spread: number
}

/** A number to be reached over the year, divided among townships by their residents. */
interface CountTarget {
  readonly indicator: string
  readonly year: number
  readonly value: number
}

// prettier-ignore
const LEVELS: readonly LevelTarget[] = [
  { indicator: 'family-doctor.coverage', year: 2025, from: 44, value: 48, spread: 0.9 },
  { indicator: 'family-doctor.coverage', year: 2026, from: 48, value: 50, spread: 0.9 },
  { indicator: 'family-doctor.key-coverage', year: 2025, from: 69, value: 75, spread: 0 },
  { indicator: 'family-doctor.key-coverage', year: 2026, from: 73, value: 76, spread: 0 },
  { indicator: 'family-doctor.special-family-coverage', year: 2025, from: 100, value: 100, spread: 0 },
  { indicator: 'family-doctor.special-family-coverage', year: 2026, from: 100, value: 100, spread: 0 },
  { indicator: 'family-doctor.renewal-rate', year: 2025, from: 93, value: 93, spread: 0 },
  { indicator: 'family-doctor.renewal-rate', year: 2026, from: 94, value: 94, spread: 0 },
  { indicator: 'family-doctor.fulfilment-rate', year: 2025, from: 80, value: 80, spread: 0 },
  { indicator: 'family-doctor.fulfilment-rate', year: 2026, from: 82, value: 82, spread: 0 },
  { indicator: 'health-record.coverage', year: 2025, from: 94, value: 95, spread: 0 },
  { indicator: 'health-record.coverage', year: 2026, from: 95, value: 95.5, spread: 0 },
  { indicator: 'immunization.coverage', year: 2025, from: 95, value: 95, spread: 0 },
  { indicator: 'immunization.coverage', year: 2026, from: 95, value: 95, spread: 0 },
  { indicator: 'immunization.hepb-birth-dose', year: 2025, from: 90, value: 90, spread: 0 },
  { indicator: 'immunization.hepb-birth-dose', year: 2026, from: 90, value: 90, spread: 0 },
  { indicator: 'child-health.management-rate', year: 2025, from: 0, value: 92, spread: 0 },
  { indicator: 'child-health.management-rate', year: 2026, from: 0, value: 92, spread: 0 },
  { indicator: 'child-health.systematic-rate', year: 2025, from: 88, value: 88, spread: 0 },
  { indicator: 'child-health.systematic-rate', year: 2026, from: 89, value: 89, spread: 0 },
  { indicator: 'maternal-health.early-booking-rate', year: 2025, from: 90, value: 90, spread: 0 },
  { indicator: 'maternal-health.early-booking-rate', year: 2026, from: 90, value: 90, spread: 0 },
  { indicator: 'maternal-health.systematic-rate', year: 2025, from: 85, value: 85, spread: 0 },
  { indicator: 'maternal-health.systematic-rate', year: 2026, from: 86, value: 86, spread: 0 },
  { indicator: 'severe-mental-disorder.standard-rate', year: 2025, from: 80, value: 80, spread: 0 },
  { indicator: 'severe-mental-disorder.standard-rate', year: 2026, from: 80, value: 80, spread: 0 },
  { indicator: 'tuberculosis.management-rate', year: 2025, from: 90, value: 90, spread: 0 },
  { indicator: 'tuberculosis.management-rate', year: 2026, from: 90, value: 90, spread: 0 },
  { indicator: 'tuberculosis.regular-rate', year: 2025, from: 90, value: 90, spread: 0 },
  { indicator: 'tuberculosis.regular-rate', year: 2026, from: 90, value: 90, spread: 0 },
  { indicator: 'poverty-relief.contract-coverage', year: 2025, from: 100, value: 100, spread: 0 },
  { indicator: 'poverty-relief.contract-coverage', year: 2026, from: 100, value: 100, spread: 0 },
  { indicator: 'poverty-relief.treatment-rate', year: 2025, from: 95, value: 95, spread: 0 },
  { indicator: 'poverty-relief.treatment-rate', year: 2026, from: 96, value: 96, spread: 0 },
]

/** Share of the year's growth due at the end of each month: the rhythm of the campaigns. */
const RHYTHM = [0.03, 0.06, 0.14, 0.26, 0.41, 0.53, 0.6, 0.69, 0.81, 0.9, 0.96, 1]

function countTargets({ layer, contracts, relief, deliveries }: Model): CountTarget[] {
  const rounded = (value: number) => Math.max(10, Math.round((value * layer.of) / 10) * 10)
  const homes = relief.households.length
  const services = deliveries.length
  return [
    { indicator: 'family-doctor.services', year: 2025, value: rounded(services * 0.5) },
    { indicator: 'family-doctor.services', year: 2026, value: rounded(services * 0.54) },
    { indicator: 'family-doctor.contracts-signed', year: 2025, value: rounded(contracts.length * 0.36) },
    { indicator: 'family-doctor.contracts-signed', year: 2026, value: rounded(contracts.length * 0.38) },
    { indicator: 'poverty-relief.visits', year: 2025, value: rounded(homes * 2.4) },
    { indicator: 'poverty-relief.visits', year: 2026, value: rounded(homes * 2.4) },
  ]
}

const SET_AT = { 2025: '2025-01-20 10:00:00+08', 2026: '2025-12-26 10:00:00+08' } as Record<number, string>

/** Targets of this year and the next, for the county and its townships, with their months. */
export function targetTables(model: Model): TableRows[] {
  const { county, population } = model
  const townships = [...new Set(population.villages.map((village) => village.code.slice(0, 9)))]
  const residents = townships.map((code) =>
    population.villages
      .filter((village) => village.code.startsWith(code))
      .reduce((sum, village) => sum + village.residents, 0),
  )
  const rows: CopyValue[][] = []
  const add = (indicator: string, place: string, year: number, value: string, months: readonly string[]) =>
    rows.push([county, indicator, place, year, value, JSON.stringify(months), 1, SET_AT[year]!])
  for (const { indicator, year, from, value, spread } of LEVELS) {
    for (const place of [county, ...townships]) {
      const moved = place === county ? 0 : spread * 10 * (planOf(place).signing - 1)
      const target = Math.min(100, value + moved)
      const months = RHYTHM.map((share) => Math.min(target, from + moved + (value - from) * share).toFixed(2))
      add(indicator, place, year, target.toFixed(2), months)
    }
  }
  for (const { indicator, year, value } of countTargets(model)) {
    const parts = apportion(value, residents)
    ;[county, ...townships].forEach((place, index) => {
      const whole = index === 0 ? value : parts[index - 1]!
      add(
        indicator,
        place,
        year,
        String(whole),
        RHYTHM.map((share) => String(Math.round(whole * share))),
      )
    })
  }
  return [
    rowsFor(
      targets,
      ['county', 'indicator', 'place', 'year', 'value', 'months', 'version', 'setAt'],
      rows.length,
      rows,
    ),
  ]
}
