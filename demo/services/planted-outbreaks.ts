import { dayOf, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { livesHere } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'

/** A case that belongs to an outbreak. */
export interface PlantedCase {
  readonly outbreak: 'norovirus' | 'measles' | 'brucellosis'
  readonly disease: string
  readonly person: Resident
  readonly on: Day
  readonly workplace?: string
}

/** Where the outbreaks of the demo county happen, so that the guide through it can say so. */
export const outbreakPlaces = {
  school: { township: '530721102', name: '石鼓镇中心完小' },
  measles: ['530721105', '530721106'],
} as const

export const NOROVIRUS_FROM = dayOf('2025-11-10')
const MEASLES_FROM = dayOf('2025-04-07')
const RISE_FROM = dayOf('2025-03-03')
const RISE_UNTIL = dayOf('2025-12-28')
/** Pupils who fall ill in the school on each day from the first. */
const PUPILS_BY_DAY = [2, 6, 9, 7, 3, 1]
/** Days after the imported case, by township: the first generation, then who was infected by it. */
const MEASLES_DAYS = [
  [0, 10, 11, 12, 13],
  [9, 11, 20, 21],
] as const
/** Cases a week of brucellosis at the end of the rise. */
const RISE_TO = 4.5
const HERDERS_AGE = [25, 70] as const

const ageAt = (person: Resident, on: Day) => Math.floor((on - person.birth) / 365.25)

/** Picks so many different residents who fit; fewer when there are not so many. */
function pick(
  random: Random,
  from: readonly Resident[],
  count: number,
  fits: (person: Resident) => boolean,
): Resident[] {
  return random.shuffle(from.filter(fits)).slice(0, count)
}

/**
 * Three outbreaks of 2025: norovirus in a primary school within a week; measles brought into one township and carried to a second; brucellosis that
 * rises slowly over the year. They are the same at every scale, as far as there are enough people.
 */
export function plantOutbreaks(population: Population, seed: number): PlantedCase[] {
  const random = randomOf(seed, 'planted outbreaks')
  const inTownship = (township: string) => (person: Resident) => person.household.village.code.startsWith(township)
  const { school, measles } = outbreakPlaces
  const pupils = pick(
    random,
    population.residents,
    PUPILS_BY_DAY.reduce((sum, count) => sum + count, 0),
    (person) =>
      inTownship(school.township)(person) &&
      ageAt(person, NOROVIRUS_FROM) >= 6 &&
      ageAt(person, NOROVIRUS_FROM) <= 12 &&
      livesHere(person, NOROVIRUS_FROM),
  )
  const days = PUPILS_BY_DAY.flatMap((count, day) => Array.from({ length: count }, () => NOROVIRUS_FROM + day))
  const sickPupils = pupils.map((person, index): PlantedCase => ({
    outbreak: 'norovirus',
    disease: 'infectious-diarrhoea',
    person,
    on: days[index]!,
    workplace: school.name,
  }))
  const imported = measles.flatMap((township, index) =>
    pick(
      random,
      population.residents,
      MEASLES_DAYS[index]!.length,
      (person) => inTownship(township)(person) && ageAt(person, MEASLES_FROM) < 45 && livesHere(person, MEASLES_FROM),
    ).map((person, number): PlantedCase => ({
      outbreak: 'measles',
      disease: 'measles',
      person,
      on: MEASLES_FROM + MEASLES_DAYS[index]![number]!,
    })),
  )
  return [...sickPupils, ...imported, ...slowRise(random, population)]
}

function slowRise(random: Random, population: Population): PlantedCase[] {
  const herders = pick(
    random,
    population.residents,
    400,
    (person) =>
      ageAt(person, RISE_FROM) >= HERDERS_AGE[0] &&
      ageAt(person, RISE_FROM) <= HERDERS_AGE[1] &&
      livesHere(person, RISE_FROM),
  )
  const cases: PlantedCase[] = []
  const weeks = Math.floor((RISE_UNTIL - RISE_FROM) / 7)
  let owed = 0
  for (let week = 0; week < weeks; week += 1) {
    owed += (RISE_TO * (week + 1)) / weeks
    for (; owed >= 1 && cases.length < herders.length; owed -= 1)
      cases.push({
        outbreak: 'brucellosis',
        disease: 'brucellosis',
        person: herders[cases.length]!,
        on: RISE_FROM + week * 7 + random.int(0, 6),
      })
  }
  return cases
}
