import { planOf } from '../county-plan.ts'
import { RECORD_YEARS, dayOf, TODAY, yearOf, yearsBetween, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf } from '../random.ts'
import type { Patient } from './chronic-patients.ts'
import type { Delivery } from './deliveries.ts'

/** A yearly examination that no contract promised: of people from 65, and of patients. */
export interface CheckUp {
  readonly person: Resident
  readonly on: Day
  readonly older: boolean
  /** Whether the form holds the self-care score; otherwise it is assessed by itself. */
  readonly scored: boolean
  /** Whether nothing is missing in the form. */
  readonly complete: boolean
}

const calendar = () =>
  RECORD_YEARS.map((year) => ({
    year,
    end: dayOf(`${year}-12-31`),
    months: Array.from({ length: 12 }, (_, month) => dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`)),
  }))
/** Shares examined in a year, of people from 65 and of patients. */
const SHARE = { older: 0.67, patient: 0.8, olderPatient: 0.84 } as const
/** Campaigns: little around the spring festival, most in spring and autumn. */
const months = [2, 2, 9, 13, 14, 11, 8, 8, 12, 11, 7, 3]

/** Examinations of the years beside those given under contract. */
export function planCheckUps(
  population: Population,
  patients: readonly Patient[],
  deliveries: readonly Delivery[],
  seed: number,
): CheckUp[] {
  const random = randomOf(seed, 'check-ups')
  const done = new Set<number>()
  for (const { contract, service, on } of deliveries)
    if (service === 'older-check') done.add(contract.person.index * 10_000 + yearOf(on))
  const registered = new Map<Resident, Day>()
  for (const { person, from } of patients) registered.set(person, Math.min(from, registered.get(person) ?? from))
  const checkUps: CheckUp[] = []
  const years = calendar()
  for (const person of population.people) {
    const { services, trend } = planOf(person.household.village.code)
    for (const { year, end, months: starts } of years) {
      const older = yearsBetween(person.birth, end) >= 65
      const patient = (registered.get(person) ?? Infinity) <= end
      if (!older && !patient) continue
      const share = older ? (patient ? SHARE.olderPatient : SHARE.older) : SHARE.patient
      const pace = year === 2025 ? trend : 0.97
      const examined = random.chance(Math.min(0.98, share * (0.55 + 0.45 * services) * pace))
      const on = starts[random.weighted(months)]! + random.int(0, 27)
      if (!examined || done.has(person.index * 10_000 + year)) continue
      if (on > TODAY || on < person.cameOn + 20 || (person.leftOn !== null && on >= person.leftOn)) continue
      checkUps.push({ person, on, older, scored: random.chance(0.7), complete: random.chance(0.94) })
    }
  }
  return checkUps
}

/** Yearly examinations at a visit of patients whom no other programme examined in the year. */
export function planVisitCheckUps(
  visits: readonly { readonly person: Resident; readonly on: Day }[],
  others: readonly CheckUp[],
  deliveries: readonly Delivery[],
  seed: number,
): CheckUp[] {
  const random = randomOf(seed, 'check-ups at visits')
  const yearOfPerson = (person: Resident, on: Day) => person.index * 10_000 + yearOf(on)
  const done = new Set(others.map(({ person, on }) => yearOfPerson(person, on)))
  for (const { contract, service, on } of deliveries)
    if (service === 'older-check') done.add(yearOfPerson(contract.person, on))
  return visits.flatMap(({ person, on }): CheckUp[] => {
    if (done.has(yearOfPerson(person, on)) || !random.chance(0.7)) return []
    done.add(yearOfPerson(person, on))
    return [{ person, on, older: false, scored: false, complete: random.chance(0.94) }]
  })
}
