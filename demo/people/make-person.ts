import { isoOf, TODAY, yearOf, yearsBetween, type Day } from '../days.ts'
import type { idMaker } from '../ids.ts'
import type { Layer } from '../layer.ts'
import type { Random } from '../random.ts'
import type { Household, Resident, Sex, Village } from './model.ts'
import { fullName, surnameOf } from './names.ts'
import { identityAreas, identityNumbers, phoneNumber } from './numbers.ts'
import { pickEthnic } from './villages.ts'

/** What is decided about a person before name and numbers. */
export interface PersonFacts {
  readonly sex: Sex
  readonly birth: Day
  /** Relation to the head, GB/T 4761. */
  readonly relation: string
  readonly motherName: string | null
}

/** How a person came and went. */
export type History = Pick<Resident, 'cameOn' | 'cameBy' | 'leftOn' | 'leftBy' | 'registered'>

/** A move within the county, if there was one. */
export type Move = Resident['movedFrom']

/** Newborns of the last weeks have no number yet, some of them. */
const WITHOUT_NUMBER_DAYS = 45
/** Spouse, daughter-in-law, son-in-law and the mother bring their own name. */
const MARRIED_IN = ['10', '38', '28', '52']

function registrationOf(random: Random, village: Village): Resident['registration'] {
  const urban = village.community ? 0.32 : 0.05
  const roll = random.next()
  if (roll < urban) return 'urban'
  if (roll < urban + 0.14) return 'resident'
  return roll < urban + 0.147 ? 'collective' : 'rural'
}

/** Own phone of most adults; children and many of the old are reached by the family's. */
function phoneOf(random: Random, household: Household, age: number): string | null {
  const own = age >= 14 && random.chance(age < 75 ? 0.88 : 0.45)
  if (own) return phoneNumber(random)
  const family = household.members.find((member) => member.phone !== null)?.phone ?? null
  return random.chance(0.96) ? family : null
}

type Draft = { -readonly [Key in keyof Resident]: Resident[Key] }

/** Makes people one after the other, each with an identity number of their own, and puts them into their household. */
export function personMaker(share: Pick<Layer, 'index' | 'of'>) {
  const numberOf = identityNumbers(share)
  return (
    random: Random,
    household: Household,
    facts: PersonFacts,
    history: History,
    movedFrom: Move = null,
  ): Resident => {
    const { sex, birth, relation } = facts
    const year = yearOf(birth)
    const marriedIn = MARRIED_IN.includes(relation)
    const ethnic = marriedIn && random.chance(0.16) ? pickEthnic(random, household.village) : household.ethnic
    const surname = marriedIn || ethnic !== household.ethnic ? surnameOf(random, ethnic) : household.surname
    const withoutNumber = TODAY - birth < WITHOUT_NUMBER_DAYS && random.chance(0.4)
    const person: Resident = {
      index: -1,
      id: '',
      household,
      name: fullName(random, surname, ethnic, sex, year),
      sex,
      birth,
      ethnic,
      relation,
      document: withoutNumber ? null : numberOf(identityAreas(random, year), isoOf(birth), sex),
      motherName: withoutNumber ? facts.motherName : null,
      phone: phoneOf(random, household, yearsBetween(birth, TODAY)),
      registration: registrationOf(random, household.village),
      ...history,
      movedFrom,
    }
    household.members.push(person)
    return person
  }
}

/**
 * All people in the order of their households, numbered in this order: rows that follow it go into indexes by person and by
 * village without sorting.
 */
export function numberPeople(households: readonly Household[], idOf: ReturnType<typeof idMaker>): Resident[] {
  const people = households.flatMap((household) => household.members)
  people.forEach((person: Draft, index) => Object.assign(person, { index, id: idOf('person', index) }))
  return people
}
