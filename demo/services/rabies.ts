import {
  gradeOf,
  immunoglobulinUnits,
  nextDose,
  type schedules,
  type ContactKind,
} from '@kangheng/domains/public-health/communicable-disease/rabies-exposure/schedule.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import { livesHere, type Population, type Resident } from '../people/model.ts'
import { randomOf } from '../random.ts'

/** Exposures a year per resident, as clinics of mountain counties see them. */
const EXPOSURES_A_YEAR = 0.0015
const STOPPED = 0.05
const LATE = 0.12
const CONTACTS: readonly ContactKind[] = [
  'minor-scratch',
  'minor-scratch',
  'transdermal-bite',
  'transdermal-bite',
  'broken-skin',
]
const SITES = ['leg', 'leg', 'hand', 'arm', 'trunk', 'head'] as const

/** A dose of rabies vaccine, and the day on which it was due. */
export interface RabiesDose {
  readonly number: number
  readonly on: Day
  readonly dueOn: Day
}

/** Somebody who was bitten or scratched, and what the clinic gave. */
export interface Exposure {
  readonly person: Resident
  readonly on: Day
  readonly animal: 'dog' | 'cat'
  readonly vaccinated: boolean
  readonly contact: ContactKind
  readonly site: (typeof SITES)[number]
  readonly grade: ReturnType<typeof gradeOf>
  readonly schedule: keyof typeof schedules
  readonly weight: number
  readonly doses: readonly RabiesDose[]
  readonly next: { readonly number: number; readonly dueOn: string } | null
  /** The dog stayed well, so that the course ended before its end. */
  readonly stopped: boolean
  /** Units of human immunoglobulin on the day of the visit; null where none was given. */
  readonly immunoglobulin: number | null
}

function exposureOf(random: ReturnType<typeof randomOf>, person: Resident, on: Day): Exposure {
  const contact = random.pick(CONTACTS)
  const grade = gradeOf(contact, false)
  const schedule = random.chance(0.6) ? 'zagreb' : 'essen'
  const stopsAfter = random.chance(STOPPED) ? 2 : Infinity
  const weight = Math.min(70, 4 + Math.max(1, (on - person.birth) / 365.25) * 3)
  const doses: RabiesDose[] = []
  const given = () => doses.map((dose) => isoOf(dose.on))
  let due = nextDose(schedule, isoOf(on), [])
  for (; due && due.dueOn <= isoOf(TODAY) && doses.length < stopsAfter; due = nextDose(schedule, isoOf(on), given())) {
    const dueOn = dayOf(due.dueOn)
    const day = dueOn + (doses.length > 0 && random.chance(LATE) ? random.int(1, 3) : 0)
    if (day > TODAY) break
    doses.push({ number: due.number, on: day, dueOn })
  }
  return {
    ...{ person, on, contact, grade, schedule, weight, doses, next: due ?? null },
    stopped: doses.length >= stopsAfter && due !== undefined,
    immunoglobulin: grade === 'III' && random.chance(0.93) ? immunoglobulinUnits('human', weight) : null,
    animal: random.chance(0.85) ? 'dog' : 'cat',
    vaccinated: random.chance(0.4),
    site: random.pick(SITES),
  }
}

/** Exposures to rabies in the years of the records: most courses complete, some stopped. The same seed gives the same. */
export function planExposures(population: Population, seed: number): Exposure[] {
  const random = randomOf(seed, 'rabies exposures')
  const count = Math.round(population.residents.length * EXPOSURES_A_YEAR * 2)
  return Array.from({ length: count }, () => {
    const on = random.int(RECORDS_FROM, TODAY)
    const person = random.pick(population.residents)
    return livesHere(person, on) ? [exposureOf(random, person, on)] : []
  }).flat()
}
