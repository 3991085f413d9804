import { dayOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Resident } from '../people/model.ts'
import { fullName, surnameOf } from '../people/names.ts'
import { planOf } from '../county-plan.ts'
import { randomOf, type Random } from '../random.ts'
import type { ReliefHousehold, ReliefRegister } from './relief.ts'

export interface Illness {
  readonly person: Resident
  readonly disease: string
  readonly class: 'I' | 'II' | 'III'
  readonly foundBy: string
  readonly on: Day
}

export interface Treatment {
  readonly illness: number
  readonly person: Resident
  readonly disease: string
  readonly hospital: string
  readonly enrolledOn: Day
  readonly treatedOn: Day | null
  readonly closedOn: Day | null
  readonly outcome: string | null
  /** In yuan. */
  readonly totalCost: number
  readonly insurancePaid: number
  readonly aidPaid: number
}

export interface Link {
  readonly home: ReliefHousehold
  readonly official: string
  readonly unit: string
  readonly from: Day
}

export interface Visit {
  readonly home: ReliefHousehold
  readonly official: string
  readonly purpose: 'health' | 'policy' | 'aid' | 'check'
  readonly aid: number
  readonly on: Day
}

/** What was done for the people on the register. */
export interface ReliefWork {
  readonly illnesses: readonly Illness[]
  readonly treatments: readonly Treatment[]
  readonly links: readonly Link[]
  readonly visits: readonly Visit[]
}

const UNITS = [
  '县卫生健康局',
  '县人民医院',
  '县妇幼保健院',
  '县疾控中心',
  '县中医医院',
  '乡镇卫生院',
  '乡镇人民政府',
  '县教育体育局',
  '县农业农村局',
]
const MAJOR: readonly [string, number][] = [
  ['cataract', 16],
  ['stroke', 16],
  ['copd', 14],
  ['heart-attack', 6],
  ['stomach-cancer', 6],
  ['lung-cancer', 7],
  ['liver-cancer', 6],
  ['breast-cancer', 5],
  ['cervix-cancer', 4],
  ['colon-cancer', 4],
  ['end-stage-kidney', 6],
  ['severe-mental', 6],
  ['rheumatic-heart', 4],
]
const CHRONIC: readonly [string, number][] = [
  ['hypertension', 52],
  ['diabetes', 16],
  ['arthritis', 14],
  ['hepatitis', 6],
  ['tuberculosis', 3],
  ['other', 9],
]

const choose = (random: Random, list: readonly (readonly [string, number])[]) =>
  list[random.weighted(list.map((each) => each[1]))]![0]

function illnessesOf(random: Random, register: ReliefRegister): Illness[] {
  const illnesses: Illness[] = []
  for (const person of register.due) {
    const age = yearsBetween(person.birth, TODAY)
    const add = (disease: string, group: Illness['class']) => {
      const on = Math.max(person.cameOn + 30, random.int(dayOf('2022-03-01'), TODAY - 15))
      const foundBy = ['hospital-data', 'home-visit', 'exam'][random.weighted([45, 30, 25])]!
      if (on < TODAY) illnesses.push({ person, disease, class: group, foundBy, on })
    }
    if (random.chance(age < 15 ? 0.004 : age < 45 ? 0.014 : age < 65 ? 0.05 : 0.11))
      add(choose(random, MAJOR), random.chance(0.14) ? 'III' : 'I')
    if (random.chance(age < 30 ? 0.01 : age < 50 ? 0.06 : age < 65 ? 0.2 : 0.38)) add(choose(random, CHRONIC), 'II')
  }
  return illnesses
}

function treatmentsOf(random: Random, illnesses: readonly Illness[]): Treatment[] {
  const treatments: Treatment[] = []
  for (const [index, illness] of illnesses.entries()) {
    if (illness.class !== 'I') continue
    const enrolledOn = Math.min(TODAY - 2, illness.on + random.int(1, 40))
    const waiting = random.int(2, 75)
    const treatedOn = random.chance(0.965) && enrolledOn + waiting <= TODAY ? enrolledOn + waiting : null
    const closes = treatedOn !== null && random.chance(0.6) ? treatedOn + random.int(30, 200) : null
    const total = treatedOn === null ? 0 : Math.round(Math.exp(random.normal(9.5, 0.7)))
    const insurance = Math.round(total * (0.6 + 0.15 * random.next()))
    treatments.push({
      illness: index,
      person: illness.person,
      disease: illness.disease,
      hospital: illness.disease === 'severe-mental' ? 'H530721002' : 'H530721001',
      enrolledOn,
      treatedOn,
      closedOn: closes !== null && closes <= TODAY ? closes : null,
      outcome:
        closes !== null && closes <= TODAY
          ? ['cured', 'improved', 'long-term', 'refused'][random.weighted([30, 48, 20, 2])]!
          : null,
      totalCost: total,
      insurancePaid: insurance,
      aidPaid: Math.round((total - insurance) * (0.45 + 0.3 * random.next())),
    })
  }
  return treatments
}

/** Visits: monitored households about every quarter, others twice a year, less reliably where the township lags. */
function visitsOf(random: Random, links: readonly Link[]): Visit[] {
  const visits: Visit[] = []
  for (const { home, official, from } of links) {
    const step = home.standing === 'monitored' ? 91 : 183
    const reliability = 0.86 * planOf(home.household.village.code).services
    for (let day = RECORDS_FROM + random.int(0, step - 1); day <= TODAY; day += step) {
      if (day < from || !random.chance(Math.min(0.97, reliability))) continue
      const on = Math.min(TODAY, day + random.int(0, 20))
      // Money and goods are brought before the spring festival and the torch festival.
      const festive = [0, 1, 7].includes(new Date(on * 86_400_000).getUTCMonth())
      const purpose =
        festive && random.chance(0.5) ? 'aid' : (['health', 'policy', 'check'] as const)[random.weighted([5, 3, 4])]!
      visits.push({
        home,
        official,
        purpose,
        aid: purpose === 'aid' ? random.pick([200, 300, 500, 500, 600, 800]) : 0,
        on,
      })
    }
  }
  return visits
}

/** Illnesses, treatments, linked officials and visits of the register. */
export function planReliefWork(register: ReliefRegister, seed: number): ReliefWork {
  const random = randomOf(seed, 'relief work')
  const officials = Array.from({ length: Math.max(3, Math.ceil(register.households.length / 7)) }, () => ({
    official: fullName(random, surnameOf(random, '27'), '27', random.chance(0.4) ? 'female' : 'male', 1982),
    unit: random.pick(UNITS),
  }))
  const links = register.households
    .filter(() => random.chance(0.988))
    .map((home) => ({
      home,
      ...random.pick(officials),
      from: Math.min(TODAY - 30, Math.max(home.registeredOn + 15, dayOf('2021-05-01'))),
    }))
  const illnesses = illnessesOf(random, register)
  return { illnesses, treatments: treatmentsOf(random, illnesses), links, visits: visitsOf(random, links) }
}
