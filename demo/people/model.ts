import type { Day } from '../days.ts'

export type Sex = 'male' | 'female'

/** A village of the demo with the number of usual residents it is to have. */
export interface Village {
  readonly code: string
  readonly shortName: string
  readonly townshipName: string
  readonly community: boolean
  readonly residents: number
  /** Where the numbers of its households and health records begin: 0 but for the further layers of a large county. */
  readonly serialsFrom: number
}

/** A household; its members are those living there and those who died or left in the years of the records. */
export interface Household {
  readonly index: number
  readonly id: string
  readonly village: Village
  /** Five digits within the village. */
  readonly number: string
  readonly group: string
  readonly surname: string
  readonly ethnic: string
  headName: string
  readonly members: Resident[]
}

/** A person of the demo with the whole history of residence. */
export interface Resident {
  readonly index: number
  readonly id: string
  readonly household: Household
  readonly name: string
  readonly sex: Sex
  readonly birth: Day
  readonly ethnic: string
  readonly relation: string
  readonly document: string | null
  readonly motherName: string | null
  readonly phone: string | null
  readonly registration: 'rural' | 'urban' | 'resident' | 'collective'
  readonly cameOn: Day
  readonly cameBy: 'initial' | 'birth' | 'arrival'
  /** First day no longer resident. */
  readonly leftOn: Day | null
  readonly leftBy: 'death' | 'departure' | null
  /** Lived in another village of the county until a day. */
  readonly movedFrom: { readonly village: Village; readonly on: Day; readonly registrationMoves: boolean } | null
  /** Household registration in the county: from and until (first day no longer); null when registered elsewhere. */
  readonly registered: { readonly from: Day; readonly to: Day | null } | null
}

/** Whether the person is a usual resident on the day. */
export function livesHere(person: Resident, on: Day): boolean {
  return person.cameOn <= on && (person.leftOn === null || on < person.leftOn)
}

/** All people of the demo, in the order of their villages. */
export interface Population {
  readonly villages: readonly Village[]
  readonly households: readonly Household[]
  readonly people: readonly Resident[]
  /** Usual residents on the business date. */
  readonly residents: readonly Resident[]
}
