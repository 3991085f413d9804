import { renewalWindow } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { apportion } from '../apportion.ts'
import { planOf } from '../county-plan.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import type { idMaker } from '../ids.ts'
import { livesHere, type Household, type Population, type Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { CountyTruth } from '../truth.ts'
import type { KeyPopulation } from './key-population.ts'
import { basicPackage, type PackagePlan } from './packages.ts'
import type { ReliefRegister } from './relief.ts'
import type { Member, Team } from './teams.ts'

export interface Contract {
  readonly id: string
  readonly person: Resident
  readonly team: Team
  readonly doctor: Member
  readonly package: PackagePlan
  readonly years: number
  readonly signedOn: Day
  readonly startsOn: Day
  readonly agreedEndsOn: Day
  endsOn: Day
  state: 'signed' | 'terminated'
  endReason: string | null
  readonly renews: string | null
  readonly household: string | null
}

/** The day so many calendar years later; 29 February becomes 28 February. */
export function yearsLater(day: Day, years: number): Day {
  const text = isoOf(day)
  const year = Number(text.slice(0, 4)) + years
  const monthDay = text.slice(5) === '02-29' ? '02-28' : text.slice(5)
  return dayOf(`${year}-${monthDay}`)
}

/** Who has a valid contract on the business date: quotas by village, filled household by household, so that families sign together. */
export function chooseSigned(
  population: Population,
  key: KeyPopulation,
  relief: ReliefRegister,
  truth: CountyTruth,
  seed: number,
): Set<Resident> {
  const random = randomOf(seed, 'signed')
  const forced = new Set<Resident>([...relief.due, ...key.special])
  const villages = population.villages.map((village) => village.code)
  const position = new Map(villages.map((code, index) => [code, index]))
  const keyOpen = villages.map(() => 0)
  const otherOpen = villages.map(() => 0)
  const signable = (person: Resident) => person.leftOn === null && TODAY - person.cameOn > 12 && !forced.has(person)
  for (const person of population.residents) {
    if (!signable(person)) continue
    const counts = key.people.has(person) ? keyOpen : otherOpen
    counts[position.get(person.household.village.code)!]! += 1
  }
  const factors = villages.map((code) => planOf(code).signing * (0.9 + 0.2 * random.next()))
  const quota = (total: number, open: readonly number[]) =>
    apportion(
      total,
      open.map((count, index) => count * factors[index]!),
      open,
    )
  const keyLeft = quota(truth.keySigned - forced.size, keyOpen)
  const otherLeft = quota(truth.signed - truth.keySigned, otherOpen)
  const signed = new Set(forced)
  for (const household of random.shuffle([...population.households])) {
    const village = position.get(household.village.code)!
    for (const person of household.members) {
      if (!signable(person)) continue
      const left = key.people.has(person) ? keyLeft : otherLeft
      // Now and then one of the family does not sign.
      if (
        left[village]! > 0 &&
        !(left === otherLeft && otherOpen[village]! > left[village]! * 1.3 && random.chance(0.12))
      ) {
        signed.add(person)
        left[village]! -= 1
      }
    }
  }
  // Whoever was passed over fills what is still open.
  for (const person of population.residents) {
    const village = position.get(person.household.village.code)!
    const left = key.people.has(person) ? keyLeft : otherLeft
    if (left[village]! > 0 && signable(person) && !signed.has(person)) {
      signed.add(person)
      left[village]! -= 1
    }
  }
  return signed
}

/** Months in which contracts are signed: the campaign of spring, the world family doctor day in May, the autumn round. */
const monthWeights = [3, 3, 9, 12, 16, 12, 8, 10, 13, 9, 6, 4]

function signingDay(random: Random, year: number): Day {
  const month = random.weighted(monthWeights)
  return dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`) + random.int(0, 27)
}

/** What members of a household have in common: when they first signed and for how long. */
interface HouseholdHabit {
  readonly firstOn: Day
  readonly years: number
  readonly late: number
}

/** Families on the register and special families were signed first, as policy asked. */
function firstYear(random: Random, household: Household, early: boolean): number {
  if (early) return [2023, 2024, 2025][random.weighted([88, 10, 2])]!
  const { trend } = planOf(household.village.code)
  const newThisYear = Math.min(0.35, Math.max(0.02, 0.125 + (trend - 1) * 1.4))
  return random.chance(newThisYear) ? 2025 : random.chance(0.24) ? 2024 : 2023
}

function habitOf(random: Random, household: Household, early: boolean): HouseholdHabit {
  return {
    firstOn: signingDay(random, firstYear(random, household, early)),
    years: [1, 2, 3][random.weighted([44, 16, 40])]!,
    late: random.chance(0.16) ? random.int(4, 80) : 0,
  }
}

/** What the contracts of a household are made with. */
interface HouseholdPlan {
  readonly random: Random
  readonly packages: readonly PackagePlan[]
  readonly key: KeyPopulation
  readonly team: Team
  readonly contracts: Contract[]
  readonly idOf: ReturnType<typeof idMaker>
}

const signingKinds = ['general-practitioner', 'public-health', 'village-doctor', 'clinician']

function packageFor(plan: HouseholdPlan, person: Resident): PackagePlan {
  const groups = plan.key.groupsOf(person)
  const chronic = groups.includes('hypertension') || groups.includes('diabetes')
  if (plan.random.chance(chronic ? 0.09 : 0.02))
    return plan.packages.find((each) => each.code === (chronic ? 'P02' : 'P01'))!
  return basicPackage(plan.packages, groups)
}

/** The person's contracts one after the other, from the first until `until` is covered (or, `until` null, for one term only). */
function chain(plan: HouseholdPlan, person: Resident, habit: HouseholdHabit, until: Day | null): Contract[] {
  const { random, team } = plan
  const made: Contract[] = []
  const doctors = team.members.filter(
    (member) => signingKinds.includes(member.kind) && member.leftOn === null && member.joinedOn <= team.formedOn,
  )
  const doctor = random.chance(0.6)
    ? (doctors.find((member) => member.kind === 'village-doctor') ?? doctors[0]!)
    : random.pick(doctors)
  const chosen = packageFor(plan, person)
  let startsOn = Math.min(
    until ?? TODAY,
    Math.max(habit.firstOn, person.cameOn + (person.cameBy === 'initial' ? 0 : random.int(7, 60))),
  )
  let previous: Contract | undefined
  for (;;) {
    const endsOn = yearsLater(startsOn, habit.years)
    const seamless = previous !== undefined && previous.endsOn === startsOn
    const signedOn: Day = seamless ? Math.max(previous!.signedOn + 200, startsOn - random.int(0, 35)) : startsOn
    previous = {
      id: plan.idOf('contract', plan.contracts.length + made.length),
      person,
      team,
      doctor,
      package: chosen,
      years: habit.years,
      signedOn: Math.min(TODAY, signedOn),
      startsOn,
      agreedEndsOn: endsOn,
      endsOn,
      state: 'signed',
      endReason: null,
      renews: previous && isoOf(startsOn) <= renewalWindow({ endsOn: isoOf(previous.endsOn) }).to ? previous.id : null,
      household: made.length === 0 && startsOn === habit.firstOn ? person.household.id : null,
    }
    made.push(previous)
    if (until === null || endsOn > until) return made
    startsOn = endsOn + habit.late > until ? endsOn : endsOn + habit.late
  }
}

/** What contracts are planned from. */
export interface ContractPlan {
  readonly population: Population
  readonly teams: readonly Team[]
  readonly packages: readonly PackagePlan[]
  readonly key: KeyPopulation
  readonly relief: ReliefRegister
  /** Who has a valid contract on the business date. */
  readonly signed: ReadonlySet<Resident>
  readonly seed: number
  readonly idOf: ReturnType<typeof idMaker>
}

/** All contracts of the demo: chains that reach the business date for those signed, lapsed and terminated ones for others. */
export function planContracts(plan: ContractPlan): Contract[] {
  const { population, teams, packages, key, relief, signed, seed, idOf } = plan
  const random = randomOf(seed, 'contracts')
  const teamOf = new Map(teams.flatMap((team) => team.villages.map((village) => [village, team] as const)))
  const contracts: Contract[] = []
  for (const household of population.households) {
    const team = teamOf.get(household.village.code)!
    const early = household.members.some((person) => relief.due.has(person) || key.special.has(person))
    const habit = habitOf(random, household, early)
    const home: HouseholdPlan = { random, packages, key, team, contracts, idOf }
    for (const person of household.members) {
      if (signed.has(person)) {
        const made = chain(home, person, habit, TODAY)
        contracts.push(...made)
        continueIntoNextYear(home, person, habit, made.at(-1)!)
      } else if (person.leftOn === null) lapse(home, person, habit)
      else if (person.leftOn >= RECORDS_FROM) endWithResidence(home, person, habit)
    }
  }
  return contracts
}

/** Some whose contract ends soon have renewed it already. */
function continueIntoNextYear(plan: HouseholdPlan, person: Resident, habit: HouseholdHabit, last: Contract): void {
  if (last.endsOn - TODAY > 45 || !plan.random.chance(0.3)) return
  plan.contracts.push({
    ...last,
    id: plan.idOf('contract', plan.contracts.length),
    person,
    signedOn: Math.max(last.signedOn + 1, TODAY - plan.random.int(0, 12)),
    startsOn: last.endsOn,
    agreedEndsOn: yearsLater(last.endsOn, habit.years),
    endsOn: yearsLater(last.endsOn, habit.years),
    renews: last.id,
    household: null,
  })
}

/** Residents without a valid contract: some had one that ran out and was not renewed, or ended it. */
function lapse(plan: HouseholdPlan, person: Resident, habit: HouseholdHabit): void {
  const { random } = plan
  const { trend } = planOf(person.household.village.code)
  if (!random.chance(Math.max(0.02, 0.075 - (trend - 1) * 0.9))) return
  const years = random.chance(0.7) ? 1 : 2
  const firstOn = random.chance(0.72) ? signingDay(random, 2024) : signingDay(random, 2023)
  if (firstOn <= person.cameOn + 7) return
  const [contract] = chain(plan, person, { ...habit, firstOn, years }, null)
  if (random.chance(0.14)) {
    const on = random.int(contract!.startsOn + 30, Math.min(TODAY - 3, contract!.endsOn - 2))
    Object.assign(contract!, {
      state: 'terminated',
      endsOn: on,
      endReason: random.pick(['own-wish', 'changed-team', 'own-wish', 'other']),
    })
  }
  if (contract!.endsOn <= TODAY) plan.contracts.push(contract!)
}

/** Those who died or left had contracts as often as others; a few are not closed yet. */
function endWithResidence(plan: HouseholdPlan, person: Resident, habit: HouseholdHabit): void {
  const { random } = plan
  if (!random.chance(0.45) || habit.firstOn >= person.leftOn! - 20 || !livesHere(person, habit.firstOn)) return
  const made = chain(plan, person, { ...habit, late: 0 }, person.leftOn! - 1)
  const last = made.at(-1)!
  const on = person.leftOn! + random.int(0, 18)
  const forgotten = on > TODAY - 90 && random.chance(0.3)
  if (on <= TODAY && on < last.endsOn && on > last.startsOn && !forgotten)
    Object.assign(last, {
      state: 'terminated',
      endsOn: on,
      endReason: person.leftBy === 'death' ? 'died' : 'moved-away',
    })
  plan.contracts.push(...made)
}
