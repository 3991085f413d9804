import { planOf } from '../county-plan.ts'
import { dayOf, TODAY, type Day } from '../days.ts'
import type { idMaker } from '../ids.ts'
import type { Household, Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { CountyTruth } from '../truth.ts'

export type Standing = 'monitored' | 'out-of-poverty'

export interface ReliefHousehold {
  readonly id: string
  readonly household: Household
  readonly number: string
  readonly standing: Standing
  readonly monitoredAs: string | null
  readonly causes: readonly string[]
  readonly registeredOn: Day
}

export interface ReliefEntry {
  readonly id: string
  readonly home: ReliefHousehold
  readonly person: Resident
  readonly enteredOn: Day
  readonly disposition: 'died' | 'duplicate' | 'other' | null
  readonly dispositionOn: Day | null
  readonly reason: string | null
  readonly note: string | null
  readonly duplicateOf: string | null
  readonly removedOn: Day | null
}

export interface ReliefRegister {
  readonly households: readonly ReliefHousehold[]
  readonly entries: readonly ReliefEntry[]
  /** People due for a contract. */
  readonly due: ReadonlySet<Resident>
}

const YEAR_START = dayOf('2025-01-01')
const causes = ['illness', 'disability', 'schooling', 'disaster', 'labour', 'skill', 'money', 'transport', 'will']
const causeWeights = [34, 12, 9, 4, 11, 13, 12, 3, 2]
const otherReasons = ['moved-out', 'away-long', 'married-out', 'army', 'detained', 'untraced', 'public-service']

interface Draft {
  readonly household: Household
  readonly standing: Standing
  readonly died: Resident[]
  readonly other: Resident[]
  readonly due: Resident[]
}

const living = (household: Household) => household.members.filter((person) => person.leftOn === null)
const goneThisYear = (household: Household, by: 'death' | 'departure') =>
  household.members.filter(
    (person) => person.leftBy === by && person.leftOn! >= YEAR_START && person.leftOn! < TODAY - 20,
  )

/** Chooses households so that the people due come to exactly `wanted`: whole households as long as they fit, the last one in part. */
function fill(
  order: readonly Household[],
  taken: Set<Household>,
  standing: Standing,
  wanted: number,
  drafts: Draft[],
): void {
  let open =
    wanted - drafts.filter((each) => each.standing === standing).reduce((sum, each) => sum + each.due.length, 0)
  let tooLarge: Household | undefined
  for (const household of order) {
    if (open === 0) return
    if (taken.has(household)) continue
    const members = living(household)
    if (members.length > open) {
      tooLarge ??= household
      continue
    }
    if (members.length === 0) continue
    taken.add(household)
    drafts.push({ household, standing, died: [], other: [], due: members })
    open -= members.length
  }
  if (open > 0 && tooLarge) {
    taken.add(tooLarge)
    drafts.push({ household: tooLarge, standing, died: [], other: [], due: living(tooLarge).slice(0, open) })
  } else if (open > 0) throw new Error(`No household is left for ${open} ${standing} people`)
}

/** Households where somebody died or left this year come first, until there is one explained entry each. */
function withGone(
  random: Random,
  candidates: readonly Household[],
  taken: Set<Household>,
  standing: Standing,
  count: number,
  by: 'death' | 'departure',
  limit: number,
  drafts: Draft[],
): void {
  let open = count
  for (const household of candidates) {
    if (open === 0) return
    const gone = goneThisYear(household, by)
    const members = living(household)
    if (taken.has(household) || gone.length === 0 || gone.length > open || members.length > limit) continue
    if (goneThisYear(household, by === 'death' ? 'departure' : 'death').length > 0) continue
    taken.add(household)
    const due = members.filter(() => limit > 20 || random.chance(0.5))
    drafts.push({ household, standing, died: by === 'death' ? gone : [], other: by === 'departure' ? gone : [], due })
    open -= gone.length
  }
  if (open > 0) throw new Error(`The county is too small for ${open} more entries explained by ${by}`)
}

/** The register of out-of-poverty and monitored people, line by line as the truth says. */
export function planRelief(
  population: Population,
  truth: CountyTruth,
  seed: number,
  idOf: ReturnType<typeof idMaker>,
): ReliefRegister {
  const random = randomOf(seed, 'relief')
  // A random order in which poor townships come earlier: exponential keys with the township's weight as rate.
  const order = population.households
    .map((household) => ({ household, key: -Math.log(1 - random.next()) / planOf(household.village.code).poverty }))
    .sort((one, other) => one.key - other.key)
    .map((each) => each.household)
  const taken = new Set<Household>()
  const drafts: Draft[] = []
  const standings: readonly Standing[] = ['monitored', 'out-of-poverty']
  const eventful = order.filter((household) =>
    household.members.some((person) => person.leftOn !== null && person.leftOn >= YEAR_START),
  )
  for (const standing of standings) {
    const lines = truth.register[standing]
    withGone(random, eventful, taken, standing, lines.died, 'death', lines.due, drafts)
    withGone(random, eventful, taken, standing, lines.other, 'departure', lines.due, drafts)
  }
  const quiet = order.filter(
    (household) =>
      !taken.has(household) &&
      goneThisYear(household, 'death').length + goneThisYear(household, 'departure').length === 0,
  )
  for (const standing of standings) {
    trim(drafts, standing, truth.register[standing].due)
    fill(quiet, taken, standing, truth.register[standing].due, drafts)
  }
  return register(drafts, truth, random, idOf)
}

/** In a tiny county the households chosen for their dead may hold more living members than are due: the surplus is not listed. */
function trim(drafts: readonly Draft[], standing: Standing, wanted: number): void {
  let surplus =
    drafts.filter((each) => each.standing === standing).reduce((sum, each) => sum + each.due.length, 0) - wanted
  for (const draft of drafts)
    while (draft.standing === standing && surplus > 0 && draft.due.length > 0) surplus -= draft.due.pop() ? 1 : 0
}

function register(
  drafts: readonly Draft[],
  truth: CountyTruth,
  random: Random,
  idOf: ReturnType<typeof idMaker>,
): ReliefRegister {
  const sorted = [...drafts].sort((one, other) => one.household.index - other.household.index)
  const households: ReliefHousehold[] = []
  const entries: ReliefEntry[] = []
  const due = new Set<Resident>()
  const enter = (home: ReliefHousehold, person: Resident, more: Partial<ReliefEntry> = {}): ReliefEntry => {
    const entry: ReliefEntry = {
      id: idOf('relief-entry', entries.length),
      home,
      person,
      enteredOn: Math.min(TODAY, Math.max(home.registeredOn, person.cameOn + (person.cameBy === 'initial' ? 0 : 25))),
      disposition: null,
      dispositionOn: null,
      reason: null,
      note: null,
      duplicateOf: null,
      removedOn: null,
      ...more,
    }
    entries.push(entry)
    return entry
  }
  for (const { household, standing, died, other, due: members } of sorted) {
    const home: ReliefHousehold = {
      id: idOf('relief-household', households.length),
      household,
      number: `${household.village.code}${household.number}`,
      standing,
      monitoredAs: standing === 'monitored' ? ['unstable', 'marginal', 'sudden'][random.weighted([5, 4, 1.4])]! : null,
      causes: [...new Set([causes[random.weighted(causeWeights)]!, causes[random.weighted(causeWeights)]!])],
      registeredOn: registeredOn(random, standing),
    }
    households.push(home)
    for (const person of members) due.add(enter(home, person).person)
    for (const person of died)
      enter(home, person, {
        disposition: 'died',
        dispositionOn: Math.min(TODAY, person.leftOn! + random.int(3, 40)),
        note: '经核实已死亡',
      })
    for (const person of other)
      enter(home, person, {
        disposition: 'other',
        dispositionOn: Math.min(TODAY, person.leftOn! + random.int(5, 60)),
        reason: otherReasons[random.weighted([10, 9, 7, 2, 1, 1, 2])]!,
        note: null,
      })
    const before = household.members.filter(
      (person) => person.leftBy === 'death' && person.leftOn! < YEAR_START && person.leftOn! > home.registeredOn,
    )
    for (const person of before) enter(home, person, { removedOn: YEAR_START, note: '年度动态调整移出' })
  }
  for (const standing of ['monitored', 'out-of-poverty'] as const) {
    const kept = random.shuffle(
      entries.filter(
        (entry) => entry.home.standing === standing && due.has(entry.person) && entry.enteredOn < TODAY - 200,
      ),
    )
    for (const entry of kept.slice(0, truth.register[standing].duplicate))
      enter(entry.home, entry.person, {
        disposition: 'duplicate',
        dispositionOn: random.int(YEAR_START + 40, TODAY - 30),
        note: '同一人重复登记，保留另一条',
        duplicateOf: entry.id,
      })
  }
  return { households, entries, due }
}

function registeredOn(random: Random, standing: Standing): Day {
  if (standing === 'out-of-poverty')
    return dayOf(`${random.int(2014, 2018)}-${random.pick(['06', '11'])}-${random.int(10, 28)}`)
  const roll = random.next()
  if (roll < 0.05) return random.int(dayOf('2025-02-01'), dayOf('2025-08-30'))
  if (roll < 0.13) return random.int(dayOf('2024-02-01'), dayOf('2024-12-20'))
  return random.int(dayOf('2020-12-01'), dayOf('2023-12-20'))
}
