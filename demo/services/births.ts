import type { Day } from '../days.ts'
import { RECORDS_FROM } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'

/** A live birth in the years of the records. */
export interface Born {
  readonly child: Resident
  /** Null when she is not on the register, or had another child too shortly before. */
  readonly mother: Resident | null
  readonly motherName: string
  /** Grams. */
  readonly weight: number
  /** Completed weeks. */
  readonly weeks: number
  readonly place: 'hospital' | 'township' | 'elsewhere'
  readonly caesarean: boolean
  readonly dischargedOn: Day
}

/** Days between two births of one woman. */
const LEAST_SPACING = 330
const YEAR = 365.25

/** The woman of the household who can have borne the child, as the register tells it. */
function motherOf(child: Resident): Resident | undefined {
  return child.household.members.find(
    (each) => each.sex === 'female' && child.birth - each.birth > 18 * YEAR && child.birth - each.birth < 46 * YEAR,
  )
}

/** Completed weeks: most at 38 to 40, one in twenty before 37. */
function weeksOf(random: Random): number {
  return random.weighted([0.4, 0.5, 0.8, 1.4, 2.2, 8, 21, 33, 26, 6.7]) + 32
}

/** Grams at so many weeks. */
function weightOf(random: Random, weeks: number): number {
  const mean = 3230 - 175 * Math.max(0, 39 - weeks) + 60 * Math.max(0, weeks - 39)
  return Math.max(900, Math.round(random.normal(mean, 375) / 10) * 10)
}

/** The live births of the two years, in the order of the register. */
export function planBirths(population: Population, seed: number): readonly Born[] {
  const random = randomOf(seed, 'births')
  const last = new Map<Resident, Day[]>()
  return population.people
    .filter((person) => person.cameBy === 'birth' && person.birth >= RECORDS_FROM)
    .map((child): Born => {
      const found = motherOf(child)
      const births = found ? (last.get(found) ?? []) : []
      const fits = found !== undefined && births.every((day) => Math.abs(day - child.birth) >= LEAST_SPACING)
      if (fits) last.set(found, [...births, child.birth])
      const weeks = weeksOf(random)
      const place = (['hospital', 'township', 'elsewhere'] as const)[random.weighted([95.4, 4.3, 0.3])]!
      const caesarean = place === 'hospital' && random.chance(0.38)
      return {
        child,
        mother: fits ? found : null,
        motherName: fits ? found.name : '（外地）',
        weight: weightOf(random, weeks),
        weeks,
        place,
        caesarean,
        dischargedOn: child.birth + random.int(2, 3) + (caesarean ? 2 : 0),
      }
    })
}
