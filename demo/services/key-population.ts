import type { KeyGroupId } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { dayOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { CountyTruth } from '../truth.ts'
import type { ReliefRegister } from './relief.ts'

export interface Membership {
  readonly person: Resident
  readonly group: KeyGroupId
  readonly from: Day
  readonly to: Day | null
  readonly source:
    'management' | 'diagnosis' | 'poverty-register' | 'family-planning' | 'disabled-federation' | 'civil-affairs'
  readonly sourceId: string | null
  readonly endReason: string | null
}

export interface KeyPopulation {
  /** Members of any group on the business date. */
  readonly people: ReadonlySet<Resident>
  readonly special: ReadonlySet<Resident>
  readonly memberships: readonly Membership[]
  /** Groups of each person on the business date. */
  groupsOf(person: Resident): readonly KeyGroupId[]
}

const ageToday = (person: Resident) => yearsBetween(person.birth, TODAY)

/** How likely somebody is to be on one of the management registers. */
function weightOf(person: Resident): number {
  const age = ageToday(person)
  if (TODAY - person.birth < 40 || TODAY - person.cameOn < 40) return 0
  if (age <= 6) return 0.95
  if (age >= 65) return 0.8
  if (age >= 45) return 0.14
  if (age >= 35) return 0.07
  return person.sex === 'female' && age >= 20 ? 0.06 : 0.025
}

/** Groups of somebody on a management register, by age and sex; at least one. */
function managedGroups(random: Random, person: Resident): KeyGroupId[] {
  const age = ageToday(person)
  if (age <= 6) return ['child']
  const groups: KeyGroupId[] = age >= 65 ? ['older'] : []
  const add = (group: KeyGroupId, probability: number) => random.chance(probability) && groups.push(group)
  if (age >= 65) {
    add('hypertension', 0.33)
    add('diabetes', 0.07)
    add('disabled', 0.06)
    return groups
  }
  if (person.sex === 'female' && age >= 20 && age <= 38) add('maternal', 0.52)
  if (age >= 35) {
    add('hypertension', 0.62)
    add('diabetes', 0.13)
  }
  add('disabled', 0.13)
  add('mental-disorder', age < 18 ? 0.02 : 0.07)
  add('tuberculosis', 0.009)
  add('low-income', 0.08)
  if (groups.length === 0) groups.push(random.chance(0.6) ? 'disabled' : 'low-income')
  return groups
}

const sources: Partial<Record<KeyGroupId, Membership['source']>> = {
  'out-of-poverty': 'poverty-register',
  'special-family': 'family-planning',
  disabled: 'disabled-federation',
  'low-income': 'civil-affairs',
  tuberculosis: 'diagnosis',
  'mental-disorder': 'diagnosis',
}

const birthdayAt = (birth: Day, years: number) => birth + Math.ceil(years * 365.2425) + 1

/** When somebody entered a group: for an age group not before its age, for the others on any day of the last years. */
function enteredOn(random: Random, person: Resident, group: KeyGroupId): Day {
  const earliest = Math.max(
    dayOf('2021-01-01'),
    person.cameOn + 20,
    group === 'older' ? birthdayAt(person.birth, 65) : 0,
    group === 'child' ? person.birth + 30 : 0,
    // The norm manages patients from 35.
    group === 'hypertension' || group === 'diabetes' ? birthdayAt(person.birth, 35) : 0,
  )
  const span = group === 'maternal' || group === 'tuberculosis' ? 240 : TODAY - dayOf('2021-01-01')
  const day = TODAY - Math.floor(span * Math.pow(random.next(), 0.8))
  return Math.min(TODAY - 1, Math.max(earliest, day))
}

/** The key population: everybody on the out-of-poverty register, the special families, and of the others as many as are missing. */
export function planKeyPopulation(
  population: Population,
  relief: ReliefRegister,
  truth: CountyTruth,
  seed: number,
): KeyPopulation {
  const random = randomOf(seed, 'key population')
  const special = chooseSpecialFamilies(random, population, relief, truth.specialFamilies)
  const forced = new Set([...relief.due, ...special])
  const others = population.residents
    .filter((person) => !forced.has(person) && weightOf(person) > 0)
    .map((person) => ({ person, key: -Math.log(1 - random.next()) / weightOf(person) }))
    .sort((one, other) => one.key - other.key)
    .slice(0, truth.key - forced.size)
    .map((each) => each.person)
  if (forced.size + others.length !== truth.key) throw new Error('The county is too small for its key population')
  const people = new Set<Resident>([...forced, ...others])
  const groups = new Map<Resident, KeyGroupId[]>()
  const memberships: Membership[] = []
  const entries = new Map(
    relief.entries
      .filter((entry) => entry.disposition === null && entry.removedOn === null)
      .map((entry) => [entry.person, entry]),
  )
  for (const person of population.residents) {
    if (!people.has(person)) continue
    const own: KeyGroupId[] = []
    if (relief.due.has(person)) own.push('out-of-poverty')
    if (special.has(person)) own.push('special-family')
    if (!forced.has(person) || random.chance(weightOf(person))) own.push(...managedGroups(random, person))
    groups.set(person, own)
    for (const group of own) {
      const entry = group === 'out-of-poverty' ? entries.get(person) : undefined
      memberships.push({
        person,
        group,
        from: entry?.enteredOn ?? enteredOn(random, person, group),
        to: null,
        source: sources[group] ?? 'management',
        sourceId: entry?.id ?? null,
        endReason: null,
      })
    }
  }
  memberships.push(...endedMemberships(random, population, relief))
  memberships.sort((one, other) => one.person.index - other.person.index)
  return { people, special, memberships, groupsOf: (person) => groups.get(person) ?? [] }
}

/** Couples and single people from 49 without children at home. */
function chooseSpecialFamilies(
  random: Random,
  population: Population,
  relief: ReliefRegister,
  count: number,
): Set<Resident> {
  const fits = (person: Resident) =>
    person.leftOn === null && person.cameBy === 'initial' && ageToday(person) >= 49 && ageToday(person) < 78
  const small = population.households.filter(
    (household) => household.members.length <= 2 && household.members.some(fits),
  )
  const chosen = new Set<Resident>()
  for (const household of random.shuffle([...small])) {
    for (const person of household.members)
      if (chosen.size < count && fits(person) && !relief.due.has(person)) chosen.add(person)
    if (chosen.size === count) return chosen
  }
  for (const person of population.residents)
    if (chosen.size < count && fits(person) && !relief.due.has(person)) chosen.add(person)
  if (chosen.size < count) throw new Error('The county is too small for its special families')
  return chosen
}

/** Memberships that ended in the years of the records: children who turned seven, mothers after the postpartum period, the dead and departed, the register’s explained lines. */
function endedMemberships(random: Random, population: Population, relief: ReliefRegister): Membership[] {
  const ended: Membership[] = []
  const add = (
    person: Resident,
    group: KeyGroupId,
    from: Day,
    to: Day,
    endReason: string,
    sourceId: string | null = null,
  ) => {
    if (to > from && to <= TODAY)
      ended.push({ person, group, from, to, source: sources[group] ?? 'management', sourceId, endReason })
  }
  for (const person of population.people) {
    const seventh = birthdayAt(person.birth, 7)
    if (seventh >= RECORDS_FROM && seventh <= TODAY && random.chance(0.6))
      add(person, 'child', Math.max(person.birth + 30, dayOf('2020-12-01'), person.cameOn + 20), seventh, '满7周岁')
    else if (person.leftOn !== null && person.leftOn >= RECORDS_FROM && random.chance(0.5))
      add(
        person,
        'older',
        Math.max(dayOf('2022-05-01'), birthdayAt(person.birth, 65), person.cameOn),
        person.leftOn,
        person.leftBy === 'death' ? '死亡' : '迁出',
      )
    else if (
      person.sex === 'female' &&
      person.leftOn === null &&
      ageToday(person) >= 21 &&
      ageToday(person) <= 38 &&
      random.chance(0.03)
    ) {
      const from = random.int(RECORDS_FROM - 200, TODAY - 430)
      if (from > person.cameOn) add(person, 'maternal', from, from + 320, '产后42天访视结束')
    }
  }
  for (const entry of relief.entries) {
    const to = entry.disposition === 'duplicate' ? null : (entry.dispositionOn ?? entry.removedOn)
    if (to !== null)
      add(
        entry.person,
        'out-of-poverty',
        entry.enteredOn,
        to,
        entry.disposition === 'other' ? '迁出' : '死亡',
        entry.id,
      )
  }
  return ended
}
