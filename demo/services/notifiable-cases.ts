import { reportDue, reviewDue } from '@kangheng/domains/public-health/communicable-disease/clocks.ts'
import {
  countedCategories,
  type Category,
  type Group,
} from '@kangheng/domains/public-health/communicable-disease/codes.ts'
import { addMinutes, dayOfMoment, momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'
import { findDisease } from '@kangheng/domains/public-health/communicable-disease/notifiable/list.ts'
import { dayOf, isoOf, TODAY, type Day } from '../days.ts'
import { livesHere, type Population, type Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import { diseaseProfiles, type DiseaseProfile } from './disease-profiles.ts'
import { plantOutbreaks, type PlantedCase } from './planted-outbreaks.ts'

/** A reported case of the demo. */
export interface DemoCase {
  readonly disease: string
  readonly subtype: string | null
  readonly category: Category
  readonly course: 'acute' | 'chronic' | null
  readonly person: Resident
  readonly on: Day
  readonly diedOn: Day | null
  readonly group: Group
  readonly workplace: string | null
  readonly schoolClass: string | null
  readonly guardian: string | null
  readonly diagnosedAt: Moment
  readonly reportedAt: Moment
  readonly reportDueAt: Moment
  readonly reviewDueAt: Moment
  /** Null while it waits for review. */
  readonly reviewedAt: Moment | null
  readonly complete: boolean
  readonly counted: boolean
  readonly outbreak: PlantedCase['outbreak'] | null
}

/** Five years of cases, as baselines need them. */
export const CASES_FROM = dayOf('2021-01-01')
const MIDDLE = dayOf('2023-07-01')
const COUNTY_RESIDENTS = 219_757
const TRIES = 60
const [LATE_REPORT, LATE_REVIEW, INCOMPLETE, SUSPECTED] = [0.018, 0.012, 0.02, 0.03]
const MONTHS = 12

const ageAt = (person: Resident, on: Day) => Math.floor((on - person.birth) / 365.25)
const CLASS_NAMES = ['一', '二', '三', '四', '五', '六'] as const

function groupOf(random: Random, age: number): Group {
  if (age < 3) return 'child-at-home'
  if (age < 6) return random.chance(0.8) ? 'nursery' : 'child-at-home'
  if (age < 18) return 'pupil'
  if (age >= 62) return random.chance(0.25) ? 'retired' : 'farmer'
  return (['farmer', 'farmer', 'migrant', 'worker', 'commerce', 'household'] as const)[random.int(0, 5)]!
}

function schoolOf(person: Resident, age: number): string {
  const { townshipName } = person.household.village
  if (age < 6) return `${townshipName}中心幼儿园`
  return age < 13 ? `${townshipName}中心完小` : age < 16 ? `${townshipName}中学` : '玉龙县第一中学'
}

/** A card as it was filled in, reported and reviewed. */
function cardOf(
  random: Random,
  profile: Pick<DiseaseProfile, 'disease' | 'subtypes' | 'delay' | 'confirmed' | 'deadly'>,
  person: Resident,
  on: Day,
  planted: PlantedCase | null,
): DemoCase | undefined {
  const disease = findDisease(profile.disease)!
  const subtype = profile.subtypes
    ? profile.subtypes[random.weighted(profile.subtypes.map((each) => each[1]))]![0]
    : null
  const diagnosedOn = on + random.int(0, planted ? 1 : profile.delay)
  const time = `${String(random.int(8, 18)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`
  const diagnosedAt = momentOf(isoOf(diagnosedOn), time)
  const late = random.chance(LATE_REPORT)
  const reportedAt = addMinutes(diagnosedAt, late ? random.int(1500, 4000) : random.int(4, 600))
  const reviewDueAt = reviewDue(disease, subtype, reportedAt)
  const reviewedAt = addMinutes(reportedAt, random.chance(LATE_REVIEW) ? random.int(1500, 3000) : random.int(10, 900))
  const latest = momentOf(isoOf(TODAY), '17:00')
  if (diagnosedOn > TODAY || reportedAt > latest) return undefined
  const age = ageAt(person, on)
  const group = groupOf(random, age)
  const atSchool = group === 'pupil' || group === 'nursery'
  const category: Category =
    !planted && random.chance(SUSPECTED) ? 'suspected' : random.chance(profile.confirmed) ? 'confirmed' : 'clinical'
  const dies = random.chance(profile.deadly ?? 0) ? diagnosedOn + random.int(3, 60) : null
  return {
    disease: profile.disease,
    subtype,
    category,
    course: subtype === 'hepatitis-b' || subtype === 'hepatitis-c' ? (random.chance(0.9) ? 'chronic' : 'acute') : null,
    person,
    on,
    diedOn: dies !== null && dies <= TODAY && person.leftOn === dies ? dies : null,
    group,
    workplace: planted?.workplace ?? (atSchool ? schoolOf(person, age) : null),
    schoolClass:
      group === 'pupil' ? `${CLASS_NAMES[Math.min(5, Math.max(0, age - 6))]}年级${random.int(1, 3)}班` : null,
    guardian: age < 14 ? (person.motherName ?? person.household.headName) : null,
    diagnosedAt,
    reportedAt,
    reportDueAt: reportDue(disease, subtype, diagnosedAt),
    reviewDueAt,
    reviewedAt: reviewedAt <= latest ? reviewedAt : null,
    complete: !random.chance(INCOMPLETE),
    counted: countedCategories.includes(category) && !disease.uncounted?.includes(subtype ?? ''),
    outbreak: planted?.outbreak ?? null,
  }
}

/** Those who were of about this age in the middle of the five years: most of them are on any day. */
function peopleOfAge(people: readonly Resident[], [from, to]: readonly [number, number]): Resident[] {
  return people.filter((person) => {
    const age = (MIDDLE - person.birth) / 365.25
    return age >= from - 2 && age <= to + 3
  })
}

function patientOf(random: Random, people: readonly Resident[], on: Day, [from, to]: readonly [number, number]) {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const person = random.pick(people)
    const age = ageAt(person, on)
    if (age >= from && age <= to && livesHere(person, on)) return person
  }
  return undefined
}

/** Cases of a disease in a month: a whole number near what is expected, by chance above or below. */
function casesIn(random: Random, expected: number): number {
  const spread = Math.sqrt(expected) * 1.1
  return Math.max(0, Math.floor(random.normal(expected, spread) + random.next()))
}

/** Notifiable cases of five years, in the order of onset: seasons, years, and three outbreaks of 2025 where they are planted. */
export function planNotifiableCases(population: Population, seed: number, planted = true): DemoCase[] {
  const random = randomOf(seed, 'notifiable cases')
  const scale = population.residents.length / COUNTY_RESIDENTS
  const cases: DemoCase[] = []
  const add = (made: DemoCase | undefined) => made && cases.push(made)
  for (const profile of diseaseProfiles) {
    const people = peopleOfAge(population.people, profile.ages)
    const months = profile.months ?? new Array<number>(MONTHS).fill(1)
    const total = months.reduce((sum, weight) => sum + weight, 0)
    for (let year = 2021; year <= 2025; year += 1)
      for (const [month, weight] of months.entries()) {
        const first = dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`)
        const expected = (profile.yearly * scale * (profile.years?.[year] ?? 1) * weight) / total
        for (let number = casesIn(random, expected); number > 0; number -= 1) {
          const on = first + random.int(0, 27)
          const person = patientOf(random, people, on, profile.ages)
          if (person) add(cardOf(random, profile, person, on, null))
        }
      }
  }
  const defaults = { delay: 1, confirmed: 0.7 }
  for (const each of planted ? plantOutbreaks(population, seed) : [])
    add(cardOf(random, { ...defaults, disease: each.disease }, each.person, each.on, each))
  return cases.sort((one, other) => one.on - other.on)
}

/** The day of review, which published counts go by. */
export const reviewedOn = ({ reviewedAt }: DemoCase) => (reviewedAt ? dayOfMoment(reviewedAt) : null)
