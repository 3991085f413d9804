import {
  expectedDay,
  periodAt,
  standingOf,
  weeksOn,
  type PregnancyStanding,
} from '@kangheng/domains/public-health/maternal-health/course.ts'
import {
  asksCase,
  followUpDays,
  measuredFactors,
  reportDays,
  riskOf,
  higher,
  type Risk,
} from '@kangheng/domains/public-health/maternal-health/risk.ts'
import { ageOn } from '@kangheng/kernel/period/date.ts'
import { planOf } from '../county-plan.ts'
import { isoOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import { livesHere, type Resident } from '../people/model.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import type { Born } from './births.ts'

/** An antenatal visit with its assessment. */
export interface AntenatalVisit {
  readonly on: Day
  readonly weeks: number
  readonly period: string
  readonly systolic: number
  readonly diastolic: number
  readonly weight: number
  readonly haemoglobin: number | null
  readonly riskFactors: readonly string[]
  readonly risk: Risk
}

/** A special case, from the assessment that asked for it. */
export interface SpecialCase {
  readonly from: Day
  readonly risk: Risk
  readonly riskFactors: readonly string[]
  readonly reportDueOn: Day
  readonly reportedOn: Day | null
  readonly referredOn: Day | null
  readonly dueOn: Day
  readonly lastFollowedOn: Day | null
  readonly closedOn: Day | null
}

/** A pregnancy with everything recorded of it. */
export interface Pregnancy {
  readonly index: number
  readonly woman: Resident
  readonly lastPeriodOn: Day
  readonly bookedOn: Day
  readonly parity: number
  readonly height: number
  readonly weight: number
  /** The birth; undefined while pregnant or where the pregnancy ended early. */
  readonly born: Born | undefined
  readonly visits: readonly AntenatalVisit[]
  readonly homeVisits: readonly Day[]
  readonly checkedOn: Day | null
  readonly endedOn: Day | null
  readonly outcome: string | null
  readonly standing: PregnancyStanding
  readonly special: SpecialCase | null
}

/** Women of these ages may be pregnant today, with the chance of one in so many. */
const chanceByAge: readonly (readonly [age: number, chance: number])[] = [
  [40, 0],
  [36, 0.008],
  [31, 0.029],
  [22, 0.04],
  [20, 0.013],
]
/** Share of pregnancies that end before birth and were booked by then. */
const ENDED_EARLY = 0.05
/** Days since the last period from which a pregnancy can be booked. */
const BOOKED_FROM = 48

type Factor = readonly [factor: string, chance: number, fromWeeks: number]
/** Factors of risk that come with a woman or during the pregnancy. */
const common: readonly Factor[] = [
  ['carrier', 0.032, 0],
  ['bad-history', 0.02, 0],
  ['assisted-reproduction', 0.015, 0],
  ['diabetes-diet', 0.02, 0],
  ['fibroid', 0.012, 0],
  ['gestational-diabetes', 0.07, 24],
  ['hypertension-mild', 0.03, 26],
  ['placenta-low', 0.03, 28],
  ['growth-restriction', 0.012, 30],
  ['scar-severe', 0.012, 0],
  ['diabetes-drugs', 0.009, 0],
  ['heart-moderate', 0.003, 0],
  ['chronic-hypertension', 0.011, 28],
  ['placenta-praevia', 0.009, 26],
  ['cholestasis', 0.007, 30],
  ['mental', 0.002, 0],
  ['heart-severe', 0.0009, 0],
  ['eclampsia', 0.0012, 30],
  ['tumour', 0.0004, 0],
  ['hepatitis', 0.005, 0],
  ['syphilis', 0.005, 0],
  ['hiv', 0.0012, 0],
  ['tuberculosis', 0.0008, 12],
]

/** Days of the visits from booking on: one in each period, more towards the end. */
function daysOfVisits(random: Random, lastPeriodOn: Day, bookedOn: Day, until: Day): Day[] {
  const days = [bookedOn]
  const keeps = random.chance(0.965) ? 0.995 : 0.68
  for (const [from, to] of [
    [113, 144],
    [148, 172],
    [197, 236],
    [240, 256],
    [260, 268],
    [269, 285],
  ] as const) {
    const day = lastPeriodOn + random.int(from, to)
    const comes = random.chance(from === 240 || from === 269 ? 0.6 : keeps)
    if (comes && day > days.at(-1)! + 6 && day < until) days.push(day)
  }
  return days
}

interface Body {
  readonly height: number
  readonly weight: number
  readonly own: readonly Factor[]
  readonly pale: boolean
}

function visitsOf(
  random: Random,
  woman: Resident,
  lastPeriodOn: Day,
  days: readonly Day[],
  body: Body,
): AntenatalVisit[] {
  const last = isoOf(lastPeriodOn)
  const index = body.weight / (body.height / 100) ** 2
  const age = ageOn(isoOf(woman.birth), expectedDay(last))
  return days.map((on): AntenatalVisit => {
    const weeks = weeksOn(last, isoOf(on))
    const haemoglobin = random.chance(0.85) ? Math.round(random.normal(body.pale ? 108 : 122, 7)) : null
    const chosen = body.own.filter(([, , from]) => weeks >= from).map(([factor]) => factor)
    // The index as it is kept, with one decimal.
    const measured = measuredFactors({
      age,
      bodyMassIndex: Math.round(index * 10) / 10,
      haemoglobin,
      height: body.height,
    })
    const riskFactors = [...new Set([...chosen, ...measured])]
    const high = chosen.some((factor) => factor.includes('hypertension')) ? 34 : 0
    return {
      on,
      weeks,
      period: periodAt(weeks),
      systolic: Math.round(random.normal(112, 7)) + high,
      diastolic: Math.round(random.normal(71, 5)) + Math.round(high * 0.6),
      weight: Math.round((body.weight + Math.max(0, weeks - 10) * 0.42 + random.normal(0, 0.8)) * 10) / 10,
      haemoglobin,
      riskFactors,
      risk: riskOf(riskFactors),
    }
  })
}

/** The special case of a pregnancy, if an assessment asks for one. */
function caseOf(random: Random, visits: readonly AntenatalVisit[], overOn: Day | null): SpecialCase | null {
  const asking = visits.filter(({ risk }) => asksCase(risk))
  const [first] = asking
  if (!first) return null
  const risk = asking.map((visit) => visit.risk).reduce(higher)
  const severe = (factor: string) => asksCase(riskOf([factor]))
  const riskFactors = [...new Set(asking.flatMap((visit) => visit.riskFactors.filter(severe)))].sort()
  const reportDueOn = first.on + reportDays(first.risk)
  const reported = random.chance(0.95) ? random.int(first.on, reportDueOn) : reportDueOn + random.int(1, 5)
  const every = followUpDays(risk)
  const until = Math.min(TODAY, overOn === null ? TODAY : overOn - 1)
  let last: Day | null = null
  if (random.chance(0.985))
    for (let day = first.on + random.int(every - 4, every); day <= until; day += random.int(every - 4, every))
      last = day
  const closed = overOn === null ? null : overOn + random.int(0, 12)
  const refers = risk.colour === 'red' || random.chance(0.35)
  return {
    from: first.on,
    risk,
    riskFactors,
    reportDueOn,
    reportedOn: reported <= TODAY ? reported : null,
    referredOn: refers && reported < TODAY ? reported : null,
    dueOn: (last ?? first.on) + every,
    lastFollowedOn: last,
    closedOn: closed !== null && closed <= TODAY ? closed : null,
  }
}

/** A pregnancy before the visits are made: who, since when, and how it ends. */
interface Begun {
  readonly woman: Resident
  readonly lastPeriodOn: Day
  readonly born?: Born
  readonly endedEarlyOn?: Day
}

/** Pregnancies that ended in the births of these years. */
function fromBirths(random: Random, births: readonly Born[]): Begun[] {
  return births.flatMap((born) => {
    const { mother: woman, child, weeks } = born
    // Some come only to give birth; their delivery is in the hospital's books alone.
    if (!woman || random.chance(0.012) || !livesHere(woman, child.birth) || woman.cameOn > child.birth - 60) return []
    return [{ woman, lastPeriodOn: child.birth - weeks * 7 - random.int(0, 6), born }]
  })
}

/** Pregnancies of today, and some that ended early in these years. */
function withoutBirth(random: Random, model: Pick<Model, 'population'>, lately: ReadonlyMap<Resident, Day>): Begun[] {
  return model.population.residents.flatMap((woman): Begun[] => {
    if (woman.sex !== 'female' || TODAY - woman.birth > 42 * 366 || TODAY - woman.birth < 20 * 365) return []
    const chance = chanceByAge.find(([from]) => yearsBetween(woman.birth, TODAY) >= from)?.[1] ?? 0
    if (chance === 0 || !random.chance(chance) || (lately.get(woman) ?? 0) > TODAY - 400 || woman.cameOn > TODAY - 90)
      return []
    if (!random.chance(ENDED_EARLY)) return [{ woman, lastPeriodOn: TODAY - random.int(BOOKED_FROM + 12, 282) }]
    const lastPeriodOn = Math.max(
      random.int(RECORDS_FROM - 40, TODAY - 150),
      (lately.get(woman) ?? 0) + 120,
      woman.cameOn,
    )
    return lastPeriodOn < TODAY - 120 ? [{ woman, lastPeriodOn, endedEarlyOn: lastPeriodOn + random.int(60, 98) }] : []
  })
}

/**
 * The pregnancies of the years of the records: of the births, of today, and some that ended early; booked, examined and assessed by the rules of the line of business,
 * with what is late and missed as it is in a county.
 */
export function planPregnancies(model: Pick<Model, 'population' | 'births' | 'seed'>): Pregnancy[] {
  const random = randomOf(model.seed, 'maternal health')
  const lately = new Map<Resident, Day>()
  for (const { mother, child } of model.births)
    if (mother) lately.set(mother, Math.max(lately.get(mother) ?? 0, child.birth))
  const begun = [...fromBirths(random, model.births), ...withoutBirth(random, model, lately)]
  const pregnancies: Pregnancy[] = []
  for (const { woman, lastPeriodOn, born, endedEarlyOn } of begun) {
    const { services } = planOf(woman.household.village.code)
    const soon = random.chance(Math.min(0.97, 0.945 * services))
    const wanted = lastPeriodOn + (soon ? random.int(BOOKED_FROM, 89) : random.int(91, 170))
    const bookedOn = Math.max(wanted, woman.cameOn + random.int(2, 20))
    const until = Math.min(TODAY + 1, born?.child.birth ?? endedEarlyOn ?? TODAY + 1)
    if (bookedOn >= until) continue
    const parity = random.weighted([45, 42, 13])
    const height = Math.round(random.normal(157, 5.2))
    const body: Body = {
      height,
      weight: Math.round(random.normal(54.5, 7.4) * 10) / 10,
      own: [
        ...(parity > 0 && random.chance(0.3) ? ([['scarred-uterus', 1, 0]] as const) : []),
        ...common.filter(([, chance]) => random.chance(chance)),
      ],
      pale: random.chance(0.17),
    }
    const visits = visitsOf(random, woman, lastPeriodOn, daysOfVisits(random, lastPeriodOn, bookedOn, until), body)
    const leaves = Math.min(TODAY + 1, woman.leftOn ?? TODAY + 1)
    const homeVisits: Day[] = []
    let checkedOn: Day | null = null
    if (born) {
      const first =
        born.dischargedOn + (random.chance(Math.min(0.985, 0.955 * services)) ? random.int(1, 7) : random.int(8, 22))
      if (first < leaves && random.chance(0.985)) homeVisits.push(first)
      const check = born.child.birth + random.int(42, 56)
      if (check < leaves && random.chance(0.93)) checkedOn = check
    }
    const standing = standingOf({
      lastPeriodOn: isoOf(lastPeriodOn),
      bookedOn: isoOf(bookedOn),
      visits: visits.map(({ on, riskFactors }) => ({ on: isoOf(on), riskFactors })),
      delivery: born ? { on: isoOf(born.child.birth), dischargedOn: isoOf(born.dischargedOn) } : null,
      homeVisits: homeVisits.map(isoOf),
      checks: checkedOn === null ? [] : [isoOf(checkedOn)],
    })
    const closing = checkedOn === null ? null : checkedOn + random.int(0, 9)
    const left = woman.leftOn !== null && woman.leftOn <= TODAY ? woman.leftOn : null
    const endedOn = endedEarlyOn ?? (closing !== null && closing < leaves ? closing : left)
    const outcome =
      endedOn === null
        ? null
        : endedEarlyOn !== undefined
          ? 'ended-early'
          : endedOn === closing
            ? 'completed'
            : woman.leftBy === 'death'
              ? 'died'
              : 'moved-away'
    pregnancies.push({
      ...{ index: pregnancies.length, woman, lastPeriodOn, bookedOn, parity, height, weight: body.weight },
      ...{ born, visits, homeVisits, checkedOn, endedOn, outcome, standing },
      special: caseOf(random, visits, born ? born.child.birth + 42 : (endedOn ?? null)),
    })
  }
  return pregnancies
}
