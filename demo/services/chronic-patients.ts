import { dayOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import { published } from '../truth.ts'
import type { KeyPopulation } from './key-population.ts'

export type DiseaseId = 'hypertension' | 'diabetes'
export const diseaseIds: readonly DiseaseId[] = ['hypertension', 'diabetes']

/** A person under management for a disease. */
export interface Patient {
  readonly index: number
  readonly disease: DiseaseId
  readonly person: Resident
  readonly from: Day
  /** First day no longer under management; some of the dead and departed have not been closed yet. */
  readonly to: Day | null
  readonly lostOn: Day | null
  readonly risk: 'low' | 'medium' | 'high' | 'very-high'
}

/** Patients under management on the business date, of the whole county. */
const PATIENTS: Record<DiseaseId, number> = { hypertension: 28_000, diabetes: 6_000 }
/** How likely somebody beside the key population is a patient, from these ages on. */
const byAge: Record<DiseaseId, readonly (readonly [age: number, weight: number])[]> = {
  hypertension: [
    [65, 0.5],
    [55, 0.27],
    [45, 0.14],
    [36, 0.05],
  ],
  diabetes: [
    [65, 0.11],
    [55, 0.075],
    [45, 0.04],
    [36, 0.015],
  ],
}
const LEAST_AGE = 35

const weightOf = (disease: DiseaseId, age: number) => byAge[disease].find(([from]) => age >= from)?.[1] ?? 0
const birthday = (person: Resident, years: number) => person.birth + Math.ceil(years * 365.2425) + 1

/** Most were registered before the records begin; nobody before the age of the norm or the arrival. */
function registeredOn(random: Random, person: Resident): Day {
  const day = random.chance(0.72)
    ? random.int(dayOf('2012-01-01'), RECORDS_FROM - 1)
    : random.int(RECORDS_FROM, TODAY - 40)
  return Math.max(day, birthday(person, LEAST_AGE), person.cameBy === 'initial' ? 0 : person.cameOn + 20)
}

const riskOf = (random: Random) => (['low', 'medium', 'high', 'very-high'] as const)[random.weighted([30, 42, 20, 8])]!

/**
 * Patients of both diseases. Every member of the key groups is one, from the day of membership; the management registers hold more
 * people than the key population, which is a published number, so that others are added by age. Some died or left in the years of the records.
 */
export function planPatients(population: Population, key: KeyPopulation, seed: number): readonly Patient[] {
  const patients: Patient[] = []
  const both = new Set<Resident>()
  for (const disease of diseaseIds) {
    const random = randomOf(seed, `patients ${disease}`)
    const add = (person: Resident, from: Day, to: Day | null) => {
      const lostOn =
        to === null && random.chance(0.012) ? Math.max(from + 100, random.int(RECORDS_FROM + 60, TODAY - 20)) : null
      const lost = lostOn !== null && lostOn < TODAY ? lostOn : null
      patients.push({ index: patients.length, disease, person, from, to, lostOn: lost, risk: riskOf(random) })
      both.add(person)
    }
    const members = new Set<Resident>()
    for (const { person, group, from, to } of key.memberships) {
      if (group !== disease || to !== null) continue
      members.add(person)
      add(person, from, null)
    }
    const wanted = Math.round((PATIENTS[disease] * population.residents.length) / published.residents)
    const others: { person: Resident; key: number }[] = []
    for (const person of population.residents) {
      const weight = weightOf(disease, yearsBetween(person.birth, TODAY - 45))
      if (weight === 0 || members.has(person) || TODAY - person.cameOn <= 90) continue
      const likely = weight * (disease === 'diabetes' && both.has(person) ? 4 : 1)
      others.push({ person, key: -Math.log(1 - random.next()) / likely })
    }
    others.sort((one, other) => one.key - other.key)
    others.length = Math.min(others.length, Math.max(0, wanted - members.size))
    for (const { person } of others) add(person, Math.min(TODAY - 30, registeredOn(random, person)), null)
    for (const person of population.people) {
      const { leftOn } = person
      if (
        leftOn === null ||
        leftOn < RECORDS_FROM ||
        !random.chance(weightOf(disease, yearsBetween(person.birth, leftOn)))
      )
        continue
      const from = Math.min(registeredOn(random, person), leftOn - 200)
      if (from < birthday(person, LEAST_AGE) || from < person.cameOn - 4000) continue
      const closed = leftOn <= TODAY - 40 || random.chance(0.5)
      add(person, from, closed ? leftOn : null)
    }
  }
  return patients
}
