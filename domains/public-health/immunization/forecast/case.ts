import { type DateParts, type Day, dayOf, monthsAfterDate, partsOf } from './day.ts'
import type { GivenDose } from './result.ts'
import type { Schedule } from './rules.ts'
import { type SeriesCode, type VaccineDefinition, vaccineCodes, vaccineOf } from './vaccines.ts'

/** A dose with its day as a number, and what its vaccine is. */
export interface Dose extends GivenDose {
  readonly day: Day
  readonly is: VaccineDefinition
}

/** A reason of the person not to be given a series: until a day (excluded), or for good. */
export interface Exclusion {
  readonly series: SeriesCode
  readonly until: string | null
}

/** One person's history as all series see it. */
export interface Case {
  readonly birth: Day
  readonly birthDate: DateParts
  readonly sex: 'F' | 'M'
  readonly on: Day
  readonly schedule: Schedule
  /** By day; doses of one day in the order of the vaccines, so that the order of the input never matters. */
  readonly doses: readonly Dose[]
  /** Injected attenuated vaccines, valid or not: they keep others at a distance either way. */
  readonly live: readonly Dose[]
  readonly immunoglobulin: readonly Day[]
}

/** What is known of each vaccine, with its place in the order of the table. */
const known = new Map(vaccineCodes.map((code, order) => [code, { is: vaccineOf(code), order }]))

/** Sorts a history and picks out what concerns every series. */
export function openCase(
  child: { readonly birth: string; readonly sex: 'F' | 'M' },
  given: readonly GivenDose[],
  on: string,
  schedule: Schedule,
): Case {
  const doses = given
    .map(({ vaccine, date }): Dose & { order: number } => {
      const { is, order } = known.get(vaccine)!
      return { vaccine, date, day: dayOf(date), is, order }
    })
    .sort((one, other) => one.day - other.day || one.order - other.order)
  const birth = dayOf(child.birth)
  return {
    birth,
    birthDate: partsOf(birth),
    sex: child.sex,
    on: dayOf(on),
    schedule,
    doses,
    live: doses.filter((dose) => dose.is.live),
    immunoglobulin: doses.filter(({ vaccine }) => vaccine === 'IG' || vaccine === 'RIG-H').map((dose) => dose.day),
  }
}

/** The day on which the person reaches an age in months. */
export function reaches(person: Case, months: number): Day {
  return monthsAfterDate(person.birthDate, months)
}

/** The doses whose vaccine counts in a series. */
export function dosesOf(person: Case, series: SeriesCode): Dose[] {
  return person.doses.filter((dose) => dose.is.series.includes(series))
}
