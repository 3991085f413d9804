import type { Case, Dose } from './case.ts'
import { type Day, monthsAfter } from './day.ts'
import type { Reason } from './result.ts'
import { type VaccineCode, type VaccineDefinition, vaccineOf } from './vaccines.ts'

/** Days between two injected attenuated vaccines not given together. Source: 2021 edition, principles of giving vaccines together. */
const LIVE_INTERVAL = 28

const liveAfterImmunoglobulin: ReadonlySet<VaccineCode> = new Set(['MMR', 'MR', 'MV', 'JE-L', 'HepA-L'])

/** Months that a vaccine keeps from immunoglobulin before it; none for most. */
function monthsAfterImmunoglobulin({ schedule }: Case, vaccine: VaccineCode): number | null {
  const { live, inactivatedEncephalitis } = schedule.afterImmunoglobulin
  return liveAfterImmunoglobulin.has(vaccine) ? live : vaccine === 'JE-I' ? inactivatedEncephalitis : null
}

const shareSeries = (one: VaccineDefinition, other: VaccineDefinition) =>
  one.series.some((series) => other.series.includes(series))

/** What another vaccine or immunoglobulin before it takes from a dose; the later one of two is the one that does not count. */
export function spacingFault(person: Case, dose: Dose): Reason | null {
  if (dose.is.live)
    for (const other of person.live) {
      const days = dose.day - other.day
      if (days > 0 && days < LIVE_INTERVAL && !shareSeries(other.is, dose.is)) return 'live-interval'
    }
  const distance = monthsAfterImmunoglobulin(person, dose.vaccine)
  if (distance !== null)
    for (const day of person.immunoglobulin)
      if (day <= dose.day && dose.day < monthsAfter(day, distance)) return 'immunoglobulin-interval'
  return null
}

/**
 * The first day from `earliest` on that keeps the distance from what was given before: 28 days after an injected attenuated vaccine (or the same day,
 * while that day is today), and the months the edition asks for after immunoglobulin.
 */
export function clearOfOthers(person: Case, vaccine: VaccineCode, earliest: Day): Day {
  let day = earliest
  const is = vaccineOf(vaccine)
  if (is.live)
    for (const other of person.live) {
      const together = other.day === person.on && day <= other.day
      if (!together && !shareSeries(other.is, is)) day = Math.max(day, other.day + LIVE_INTERVAL)
    }
  const distance = monthsAfterImmunoglobulin(person, vaccine)
  if (distance !== null) for (const given of person.immunoglobulin) day = Math.max(day, monthsAfter(given, distance))
  return day
}
