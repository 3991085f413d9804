import {
  checkUpAges,
  checkUpAt,
  checkUpIds,
  isHighRisk,
  newbornVisitDue,
  type CheckUpId,
} from '@kangheng/domains/public-health/child-health/schedule.ts'
import { nextStepOf, standingsOf, type NextStep } from '@kangheng/domains/public-health/child-health/course.ts'
import {
  anaemiaOf,
  asksReferral,
  closes,
  findingsOf,
  isVisionLow,
  nextFollowUp,
} from '@kangheng/domains/public-health/child-health/findings.ts'
import type { Finding, Outcome } from '@kangheng/domains/public-health/child-health/codes.ts'
import {
  ageInMonths,
  growthAge,
  growthGrades,
  growthScores,
  growthStandard,
  type GrowthGrades,
  type GrowthScores,
} from '@kangheng/domains/public-health/child-health/growth/assess.ts'
import {
  linesAt,
  valueAt,
  type StandardTable,
} from '@kangheng/domains/public-health/child-health/growth/standard-table.ts'
import { hasWarningSigns } from '@kangheng/domains/public-health/child-health/warning-signs.ts'
import { planOf } from '../county-plan.ts'
import { type Day, dayOf, isoOf, isoOrNull, RECORDS_FROM, TODAY, yearsBetween } from '../days.ts'
import type { Resident } from '../people/model.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import type { Born } from './births.ts'

/** A check-up with everything that was measured and follows from it. */
export interface CheckUp {
  readonly on: Day
  readonly step: CheckUpId | null
  readonly age: number
  readonly feeding: string | null
  readonly weight: number
  readonly height: number
  readonly head: number | null
  readonly haemoglobin: number | null
  readonly hearing: string | null
  readonly vision: readonly [number, number] | null
  readonly carious: number | null
  readonly warningSigns: readonly string[] | null
  readonly scores: GrowthScores
  readonly grades: GrowthGrades
  readonly findings: readonly Finding[]
  readonly severe: boolean
  readonly followedOn: Day | null
}

/** What became of a child with findings. */
export interface Concern {
  readonly checkUp: number
  readonly referral: boolean
  readonly firstDueOn: Day
  readonly dueOn: Day
  readonly firstFollowedOn: Day | null
  readonly lastFollowedOn: Day | null
  readonly outcome: Outcome | null
  readonly closedOn: Day | null
}

/** A child in care with its years of the records. */
export interface ChildInCare {
  readonly index: number
  readonly person: Resident
  readonly born: Born | undefined
  readonly registeredOn: Day
  readonly dischargedOn: Day | null
  readonly weight: number | null
  readonly weeks: number | null
  readonly highRisk: boolean
  readonly endedOn: Day | null
  readonly newbornVisits: readonly { readonly on: Day; readonly timely: boolean; readonly weight: number }[]
  readonly checkUps: readonly CheckUp[]
  readonly concerns: readonly Concern[]
  readonly next: NextStep
}

/** Visits are made from this day on, so that the first months of the figures have something to stand on. */
const visitsFrom = () => RECORDS_FROM - 184
const MONTH = 30.4375
/** Nobody born before is under seven in the years of the records; a day's text costs more than this comparison. */
const bornFrom = () => RECORDS_FROM - 2560

const birthdayAt = (birth: Day, years: number) =>
  dayOf(`${Number(isoOf(birth).slice(0, 4)) + years}${isoOf(birth).slice(4).replace('02-29', '02-28')}`)

/** How well the family keeps the appointments: most do, some come now and then, a few hardly ever. */
function habitOf(random: Random, diligence: number): { readonly comes: number; readonly late: number } {
  const roll = random.next() / Math.min(1.06, diligence)
  if (roll < 0.9) return { comes: 0.992, late: 20 }
  return roll < 0.975 ? { comes: 0.74, late: 45 } : { comes: 0.15, late: 60 }
}

/** The days of the check-ups: those a contract credits, and for each other age of the schedule the one the family came for. */
function daysOfCheckUps(random: Random, person: Resident, contracted: readonly Day[], from: Day, until: Day): Day[] {
  const { comes, late } = habitOf(random, planOf(person.household.village.code).services)
  const days = new Set(contracted.filter((day) => day >= from && day < until && day > person.birth + 27))
  const ages = new Set([...days].map((day) => checkUpAt(ageInMonths(isoOf(person.birth), isoOf(day)))))
  for (const id of checkUpIds) {
    const { months } = checkUpAges[id]
    const day = person.birth + Math.round(months * MONTH) + random.int(months < 36 ? -2 : -20, late)
    const came = random.chance(comes)
    if (came && !ages.has(id) && day >= from && day < until) days.add(day)
  }
  return [...days].sort((one, other) => one - other)
}

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals

/** How a child is fed at an age, by the months up to which it has breast milk alone and at all. */
function feedingOf(age: number, alone: number, atAll: number): string | null {
  if (age >= 12) return null
  return age < alone ? 'exclusive' : age < atAll ? 'mixed' : 'artificial'
}

type Raw = Omit<CheckUp, 'findings' | 'followedOn' | 'severe'> & { readonly visionLow: boolean }

/** Measures a child on these days: each grows along lines of its own. */
function measure(random: Random, person: Resident, weeks: number | null, days: readonly Day[]): Raw[] {
  const sex = person.sex
  const birth = isoOf(person.birth)
  const build = random.normal(-0.26, 0.88)
  const stature = 0.72 * build + random.normal(-0.1, 0.62)
  const skull = random.normal(0, 0.8)
  const pale = random.chance(0.16)
  const alone = random.chance(0.68) ? random.int(3, 6) : 0
  const atAll = random.chance(0.92) ? random.int(6, 14) : 0
  const at = (table: StandardTable, age: number, score: number) =>
    valueAt(Math.max(-4, Math.min(4, score)), linesAt(table, Math.min(age, 83.9), 3)!)
  return days.map((on): Raw => {
    const day = isoOf(on)
    const age = ageInMonths(birth, day)
    const judged = growthAge(age, weeks)
    const step = checkUpAt(age) ?? null
    const { haemoglobin, hearing, vision } = (step ? checkUpAges[step] : {}) as {
      haemoglobin?: true
      hearing?: true
      vision?: true
    }
    const weight = rounded(at(growthStandard.weightForAge[sex], judged, build + random.normal(0, 0.14)), 1)
    const height = rounded(at(growthStandard.heightForAge[sex], judged, stature + random.normal(0, 0.12)), 1)
    const head = age < 36 ? rounded(at(growthStandard.headCircumferenceForAge[sex], judged, skull), 1) : null
    const scores = growthScores(sex, judged, { weight, height, headCircumference: head })
    const eye = random.chance(0.045) ? 0.5 : random.pick([0.8, 0.8, 1, 1])
    const eyes =
      vision && random.chance(0.93) ? ([eye, random.chance(0.95) ? eye : random.pick([0.6, 0.8])] as const) : null
    const screened = step !== null && hasWarningSigns(step)
    const low = eyes !== null && isVisionLow(eyes[0], eyes[1], yearsBetween(person.birth, on))
    return {
      on,
      step,
      age,
      feeding: feedingOf(age, alone, Math.max(alone, atAll)),
      weight,
      height,
      head,
      haemoglobin:
        haemoglobin && random.chance(0.95) ? Math.round(pale ? random.normal(111, 9) : random.normal(124, 7)) : null,
      hearing: hearing ? (random.chance(0.994) ? 'passed' : 'failed') : null,
      vision: eyes,
      visionLow: low,
      carious: age >= 30 ? (random.chance(age / 260) ? random.int(1, 4) : 0) : null,
      warningSigns: screened ? (random.chance(0.988) ? [] : [`${step}-${random.int(1, 4)}`]) : null,
      scores,
      grades: growthGrades(scores),
    }
  })
}

/** What follows from the check-ups of one child, by the rules of the line of business. */
function judge(raw: readonly Raw[]): CheckUp[] {
  const standings = standingsOf(
    raw.map(({ on, scores }, index) => ({
      ...{ id: String(index).padStart(3, '0'), on: isoOf(on), measured: true },
      weightScore: scores.weightForAge,
    })),
  )
  return raw.map((each, index) => {
    const { grades, haemoglobin, warningSigns, visionLow, hearing, carious, on } = each
    const day = isoOf(on)
    const { faltering, followedOn } = standings[index]!
    const results = { faltering, haemoglobin, visionLow, hearing, cariousTeeth: carious, abnormal: null }
    const pale = haemoglobin !== null && ['moderate', 'severe'].includes(anaemiaOf(haemoglobin, day))
    return {
      ...each,
      findings: findingsOf({ ...grades, ...results, warningSigns: warningSigns ?? [] }, day),
      severe:
        pale ||
        Object.values(grades).some(
          (grade) => grade !== null && grade.startsWith('severely-') && grade !== 'severely-obese',
        ),
      followedOn: followedOn === null ? null : dayOf(followedOn),
    }
  })
}

/** The follow-up of what a check-up found, until it was closed or today. */
function followUp(random: Random, checkUp: number, { on, findings, severe }: CheckUp, until: Day): Concern {
  const referral = asksReferral(findings, severe)
  const firstDueOn = dayOf(nextFollowUp(isoOf(on), referral))
  let [dueOn, last, first]: [Day, Day | null, Day | null] = [firstDueOn, null, null]
  let outcome: Outcome | null = null
  for (let turn = 0; turn < 5; turn += 1) {
    const day = random.chance(0.9) ? dueOn - random.int(0, 6) : dueOn + random.int(1, 40)
    if (day >= until || day < (last ?? on) || random.chance(0.02)) break
    first ??= day
    last = day
    outcome = (['recovered', 'diagnosed', 'improved', 'unchanged'] as const)[random.weighted([46, 20, 26, 8])]!
    if (closes(outcome)) break
    dueOn = dayOf(nextFollowUp(isoOf(day), false))
  }
  const closedOn = outcome !== null && closes(outcome) ? last : null
  return { checkUp, referral, firstDueOn, dueOn, firstFollowedOn: first, lastFollowedOn: last, outcome, closedOn }
}

/** Home visits of a newborn: the first in time as a rule, a second one for those of high risk. */
function visitsOfNewborn(
  random: Random,
  child: Pick<ChildInCare, 'person' | 'highRisk' | 'weight' | 'dischargedOn'>,
  until: Day,
) {
  const { person, highRisk, weight, dischargedOn } = child
  const { services } = planOf(person.household.village.code)
  const due = dayOf(newbornVisitDue(isoOf(person.birth), isoOrNull(dischargedOn), highRisk))
  const discharge = dischargedOn ?? person.birth + 3
  const roll = random.next()
  const first =
    roll < Math.min(0.985, 0.955 * services)
      ? random.int(discharge + 1, due)
      : roll < 0.985
        ? Math.min(person.birth + 27, due + random.int(1, 12))
        : null
  if (first === null || first >= until || first < visitsFrom()) return []
  const days = highRisk && first + 9 < Math.min(until, person.birth + 28) ? [first, first + random.int(5, 8)] : [first]
  return days.map((on) => ({
    on,
    timely: on <= due,
    weight: rounded(Math.max(1.2, (weight ?? 3200) / 1000 - 0.12 + (on - person.birth) * 0.024), 2),
  }))
}

/** Days on which a contract says that a child was examined. */
function contractedDays({ deliveries }: Pick<Model, 'deliveries'>): Map<Resident, Day[]> {
  const days = new Map<Resident, Day[]>()
  for (const { contract, service, on } of deliveries) {
    if (service !== 'child-check') continue
    const own = days.get(contract.person)
    if (own) own.push(on)
    else days.set(contract.person, [on])
  }
  return days
}

/**
 * The children under seven in the years of the records, with their visits, check-ups and what was found: registered at birth or arrival, examined by the rules of the
 * line of business, with what is missed and late as it is in a county.
 */
export function* planChildren(
  model: Pick<Model, 'population' | 'births' | 'deliveries' | 'seed'>,
): Generator<ChildInCare> {
  const { population, births, seed } = model
  const random = randomOf(seed, 'child health')
  const bornOf = new Map(births.map((born) => [born.child, born]))
  const contracted = contractedDays(model)
  let index = 0
  for (const person of population.people) {
    if (person.birth < bornFrom()) continue
    const seventh = birthdayAt(person.birth, 7)
    if (seventh <= RECORDS_FROM || (person.leftOn !== null && person.leftOn <= RECORDS_FROM)) continue
    const born = bornOf.get(person)
    const arrived = person.cameBy === 'arrival'
    const registeredOn = arrived ? person.cameOn + random.int(5, 50) : person.birth + random.int(2, 9)
    const until = Math.min(TODAY + 1, person.leftOn ?? TODAY + 1, seventh)
    if (registeredOn >= until || (!arrived && random.chance(0.006))) continue
    const weeks = born?.weeks ?? (random.chance(0.95) ? random.int(37, 41) : random.int(33, 36))
    const weight = born?.weight ?? Math.round(random.normal(weeks < 37 ? 2500 : 3220, 330) / 10) * 10
    const facts = { birthWeight: weight, gestationalWeeks: weeks, plurality: 1, riskFactors: [] }
    const child = { person, weight, weeks, highRisk: isHighRisk(facts), dischargedOn: born?.dischargedOn ?? null }
    const visited = registeredOn <= person.birth + 28 && person.birth >= visitsFrom() - 30
    const newbornVisits = visited ? visitsOfNewborn(random, child, until) : []
    const from = Math.max(visitsFrom(), registeredOn, person.cameOn)
    const days = daysOfCheckUps(random, person, contracted.get(person) ?? [], from, until)
    const checkUps = judge(measure(random, person, weeks, days))
    const concerns = checkUps.flatMap((each, at) =>
      each.findings.length > 0 ? [followUp(random, at, each, Math.min(TODAY + 1, person.leftOn ?? TODAY + 1))] : [],
    )
    const gone = person.leftOn ?? seventh
    // The last of those who left or turned seven are still to be closed.
    const ended = gone <= TODAY - random.int(0, 40) ? gone : null
    const iso = (list: readonly { readonly on: Day }[]) => list.map(({ on }) => isoOf(on))
    const course = { birth: isoOf(person.birth), registeredOn: isoOf(registeredOn), highRisk: child.highRisk }
    const discharged = isoOrNull(child.dischargedOn)
    const seen = { newbornVisits: iso(newbornVisits), checkUps: iso(checkUps), dischargedOn: discharged }
    yield {
      ...{ index, born, registeredOn, newbornVisits, checkUps, concerns, endedOn: ended, ...child },
      next: nextStepOf({ ...course, ...seen }),
    }
    index += 1
  }
}
