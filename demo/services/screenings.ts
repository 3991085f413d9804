import { screeningStanding } from '@kangheng/domains/public-health/diabetes/screening.ts'
import { screeningStandings } from '@kangheng/domains/public-health/hypertension/screening.ts'
import { planOf } from '../county-plan.ts'
import { isoOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf } from '../random.ts'
import type { DiseaseId, Patient } from './chronic-patients.ts'

/** A measurement of somebody who is not a patient, with its finding by the rules of the line of business. */
export interface ScreeningPlan {
  readonly index: number
  readonly person: Resident
  readonly on: Day
  readonly systolic: number | null
  readonly diastolic: number | null
  /** Tenths of mmol/L. */
  readonly glucose: number | null
  readonly finding: string
  readonly dueOn: string
}

/** Share of those from 35 who are measured in a year. */
const SHARE: Record<DiseaseId, number> = { hypertension: 0.09, diabetes: 0.035 }

/** Screening of the two years: one measurement of most, up to three of those it finds high. */
export function planScreenings(
  population: Population,
  patients: readonly Patient[],
  disease: DiseaseId,
  seed: number,
): ScreeningPlan[] {
  const random = randomOf(seed, `screening ${disease}`)
  const known = new Set(patients.filter((patient) => patient.disease === disease).map((patient) => patient.person))
  const plans: ScreeningPlan[] = []
  for (const person of population.residents) {
    if (known.has(person) || yearsBetween(person.birth, RECORDS_FROM) < 35) continue
    const chance = SHARE[disease] * 2 * planOf(person.household.village.code).services
    const begins = RECORDS_FROM + Math.floor(random.next() * (TODAY - RECORDS_FROM))
    if (!random.chance(chance) || begins < person.cameOn) continue
    const own: Omit<ScreeningPlan, 'finding' | 'dueOn'>[] = []
    for (let on = begins; own.length < 3 && on <= TODAY; on += random.int(6, 16)) {
      const systolic = Math.round(random.normal(own.length === 0 ? 124 : 136, 11))
      const glucose = Math.round(random.normal(53, 6))
      const values =
        disease === 'hypertension'
          ? { systolic, diastolic: Math.round(systolic * 0.62), glucose: null }
          : { systolic: null, diastolic: null, glucose }
      own.push({ index: plans.length + own.length, person, on, ...values })
      if (disease === 'diabetes' || systolic < 140 || random.chance(0.25)) break
    }
    const standings =
      disease === 'hypertension'
        ? screeningStandings(
            own.map(({ index, on, systolic, diastolic }) => ({
              ...{ id: String(index), on: isoOf(on), factors: [] },
              ...{ systolic: systolic!, diastolic: diastolic! },
            })),
          )
        : undefined
    for (const plan of own) {
      const { finding, dueOn } =
        standings?.get(String(plan.index)) ??
        screeningStanding({ id: '', on: isoOf(plan.on), fasting: plan.glucose! / 10, random: null, factors: [] })
      plans.push({ ...plan, finding, dueOn })
    }
  }
  return plans
}
