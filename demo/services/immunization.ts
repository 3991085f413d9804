import { monthsAfter } from '@kangheng/domains/public-health/immunization/forecast/day.ts'
import { vaccineOf, type VaccineCode } from '@kangheng/domains/public-health/immunization/forecast/vaccines.ts'
import { planOf } from '../county-plan.ts'
import { dayOf, TODAY, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'

/** A dose of a child’s history. */
export interface GivenVaccine {
  readonly vaccine: VaccineCode
  readonly on: Day
  /** Given in the hospital of birth, within 24 hours for hepatitis B. */
  readonly atBirth: boolean
}

/** A child with all doses it has had. */
export interface VaccinatedChild {
  readonly index: number
  readonly person: Resident
  readonly cardOn: Day
  readonly doses: readonly GivenVaccine[]
}

/** Old enough for the cohorts of school-age doses at the beginning of the records. */
const BORN_FROM = dayOf('2016-01-01')
/** DTaP at 2, 4, 6 months and 6 years from this day; MMR for both doses of children born from the other one. */
const DTAP_CHANGED = dayOf('2025-01-01')
const MMR_TWICE_FROM = dayOf('2019-10-01')

/** One dose of the routine: age in months, days after the dose before it, and how often it is missed. */
interface Routine {
  readonly vaccine: VaccineCode
  readonly months: number
  readonly after?: { readonly months: number } | { readonly days: number }
  readonly missed?: number
}

/** Each list is one series in order; a missed dose ends it. */
function routineOf(birth: Day, dtapFirst: Day): Routine[][] {
  const young = dtapFirst >= DTAP_CHANGED
  const ages = young ? [2, 4, 6] : [3, 4, 5]
  const schoolDose = monthsAfter(birth, 72) < DTAP_CHANGED ? 'DT' : 'DTaP'
  const first = birth < MMR_TWICE_FROM ? 'MR' : 'MMR'
  const second = birth < MMR_TWICE_FROM ? 'bOPV' : 'IPV'
  const days = (count: number) => ({ days: count })
  const months = (count: number) => ({ months: count })
  return [
    [
      { vaccine: 'HepB', months: 1, after: days(28) },
      { vaccine: 'HepB', months: 6, after: months(5) },
    ],
    [
      { vaccine: 'IPV', months: 2 },
      { vaccine: second, months: 3, after: days(28) },
      { vaccine: 'bOPV', months: 4, after: days(28) },
      { vaccine: 'bOPV', months: 48, after: days(28), missed: 2 },
    ],
    [
      ...ages.map((age, index): Routine => ({
        vaccine: 'DTaP',
        months: age,
        ...(index > 0 ? { after: days(28) } : {}),
      })),
      { vaccine: 'DTaP', months: 18, after: months(6) },
      { vaccine: schoolDose, months: 72, after: months(12), missed: 2 },
    ],
    [
      { vaccine: first, months: 8 },
      { vaccine: 'MMR', months: 18, after: days(28) },
    ],
    [
      { vaccine: 'JE-L', months: 8 },
      { vaccine: 'JE-L', months: 24, after: months(12), missed: 1.5 },
    ],
    [
      { vaccine: 'MPSV-A', months: 6 },
      { vaccine: 'MPSV-A', months: 9, after: months(3) },
      { vaccine: 'MPSV-AC', months: 36, after: months(12), missed: 1.5 },
      { vaccine: 'MPSV-AC', months: 72, after: months(36), missed: 2 },
    ],
    [{ vaccine: 'HepA-L', months: 18 }],
  ]
}

/** Most come within three weeks of the day; some months later, as caught up by the list of the due. */
const delay = (random: Random) => (random.chance(0.95) ? random.int(0, 20) : random.int(30, 160))

/** The doses at birth: in the hospital, nearly all within a day. */
function birthDoses(random: Random, birth: Day): GivenVaccine[] {
  const doses: GivenVaccine[] = []
  if (random.chance(0.998)) {
    const inTime = random.chance(0.972)
    doses.push({ vaccine: 'HepB', on: inTime ? birth + random.int(0, 1) : birth + random.int(3, 20), atBirth: inTime })
  }
  if (random.chance(0.99)) doses.push({ vaccine: 'BCG', on: birth + random.int(0, 3), atBirth: true })
  return doses
}

/** The day of an injected live vaccine: with the others, or 28 days from them. */
function awayFromLive(live: readonly Day[], day: Day): Day {
  let on = day
  for (;;) {
    const close = live.find((other) => other !== on && Math.abs(other - on) < 28)
    if (close === undefined) return on
    on = close > on ? close : close + 28
  }
}

function dosesOf(random: Random, person: Resident, diligence: number): GivenVaccine[] {
  const { birth } = person
  const doses = birthDoses(random, birth)
  const hepatitisB = doses.find(({ vaccine }) => vaccine === 'HepB')
  const live = doses.filter(({ vaccine }) => vaccine === 'BCG').map(({ on }) => on)
  const dtapFirst = monthsAfter(birth, 2) + random.int(0, 12)
  // Some families come for nothing; what keeps others away keeps them from the rest of a series.
  const away = random.chance(0.004)
  for (const [series, list] of routineOf(birth, dtapFirst).entries()) {
    let last = series === 0 ? hepatitisB?.on : undefined
    if (away || (series === 0 && last === undefined)) continue
    for (const { vaccine, months, after, missed = 1 } of list) {
      if (random.chance(0.008 * missed * diligence)) break
      const from = monthsAfter(birth, months)
      let on = from + delay(random)
      if (last !== undefined && after)
        on = Math.max(on, 'days' in after ? last + after.days : monthsAfter(last, after.months))
      // The third dose of hepatitis B follows the second by 60 days as well.
      if (vaccineOf(vaccine).live) on = awayFromLive(live, on)
      if (vaccine === 'MPSV-A' && on >= monthsAfter(birth, 24)) break
      // A dose due at three months by the old ages and late into 2025 keeps the new ones.
      if (vaccine === 'DTaP' && on >= DTAP_CHANGED && months === 5) on = Math.max(on, monthsAfter(birth, 6))
      if (vaccine === 'DT' && on >= DTAP_CHANGED) break
      if (on > TODAY || (person.leftOn !== null && on >= person.leftOn)) break
      if (vaccineOf(vaccine).live) live.push(on)
      doses.push({ vaccine, on, atBirth: false })
      last = on
    }
  }
  return doses.sort((one, other) => one.on - other.on)
}

/** The children born since 2016 with their vaccinations: complete histories, with what is missing and late as it is in a county. */
export function planVaccinations(population: Population, seed: number): VaccinatedChild[] {
  const random = randomOf(seed, 'vaccinations')
  const children: VaccinatedChild[] = []
  for (const person of population.people) {
    if (person.birth < BORN_FROM) continue
    const diligence = Math.min(2.2, Math.max(0.4, 1 + (1 - planOf(person.household.village.code).services) * 4))
    const doses = dosesOf(random, person, diligence)
    const cardOn = Math.min(TODAY, Math.max(person.birth, person.cameOn) + random.int(1, 28))
    // A card is made within a month of birth or arrival; a few of the newest are still to be made.
    if (cardOn === TODAY || random.chance(0.004)) continue
    children.push({ index: children.length, person, cardOn, doses })
  }
  return children
}
