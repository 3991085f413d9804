import { RECORD_YEARS, TODAY, yearOf, type Day } from '../days.ts'
import type { idMaker } from '../ids.ts'
import type { Layer } from '../layer.ts'
import { randomOf, type Random } from '../random.ts'
import { planHousehold } from './household-plan.ts'
import { numberPeople, personMaker, type History } from './make-person.ts'
import type { Household, Population, Sex, Village } from './model.ts'
import { surnameOf } from './names.ts'
import * as residence from './residence.ts'
import { pickEthnic } from './villages.ts'

/** Those who are no usual residents any more, as parts of the village's residents. */
const gone: readonly {
  readonly rate: number
  readonly birth: (random: Random) => Day
  readonly history: (random: Random, birth: Day) => History
  /** Since before the records, so that it does not grow with their years. */
  readonly before?: true
}[] = [
  { rate: 0.0143, birth: residence.birthOfDead, history: residence.historyOfDead },
  { rate: 0.0225, birth: residence.birthOfDeparted, history: residence.historyOfDeparted },
  { rate: 0.034, birth: residence.birthOfDeparted, history: residence.historyOfAway, before: true },
]

/** Households hold some forty to a village group. */
const HOUSEHOLDS_PER_GROUP = 42

function openHousehold(random: Random, village: Village, number: number, id: string, index: number): Household {
  const ethnic = pickEthnic(random, village)
  return {
    index,
    id,
    village,
    number: String(village.serialsFrom + number).padStart(5, '0'),
    group: String(Math.floor((village.serialsFrom + number - 1) / HOUSEHOLDS_PER_GROUP) + 1),
    surname: surnameOf(random, ethnic),
    ethnic,
    headName: '',
    members: [],
  }
}

/** Somebody who died or left: old people were parents of the head, young ones children. */
function relationOfGone(birth: Day, sex: Sex): string {
  if (yearOf(birth) > 1975) return sex === 'male' ? '20' : '30'
  return sex === 'male' ? '51' : '52'
}

/** Makes all people of the villages: each has exactly its number of usual residents on the business date. */
export function generatePopulation(
  villages: readonly Village[],
  seed: number,
  idOf: ReturnType<typeof idMaker>,
  share: Pick<Layer, 'index' | 'of'>,
): Population {
  const households: Household[] = []
  const makePerson = personMaker(share)

  function otherVillage(random: Random, village: Village): Village {
    const other = random.pick(villages)
    return other === village ? otherVillage(random, village) : other
  }

  function settle(random: Random, village: Village): Household[] {
    const first = households.length
    for (let open = village.residents; open > 0;) {
      const index = households.length
      const household = openHousehold(random, village, index - first + 1, idOf('household', index), index)
      households.push(household)
      const plans = planHousehold(random).slice(0, open)
      for (const { age, sex, relation, mother } of plans) {
        const birth = TODAY - Math.floor(age * 365.25)
        const motherName = mother === undefined ? null : (household.members[mother]?.name ?? null)
        const history = residence.historyOfResident(random, birth, sex)
        const move = residence.moveOf(random, birth, history, () => otherVillage(random, village))
        makePerson(random, household, { sex, birth, relation, motherName }, history, move)
      }
      household.headName = household.members[0]!.name
      open -= plans.length
    }
    return households.slice(first)
  }

  for (const village of villages) {
    const random = randomOf(seed, `people ${village.code}`)
    const homes = settle(random, village)
    for (const { rate, birth: birthOf, history, before } of gone) {
      const years = before ? 1 : RECORD_YEARS.length / 2
      const expected = homes.length === 0 ? 0 : village.residents * rate * years
      const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
      for (let number = 0; number < count; number += 1) {
        const birth = birthOf(random)
        const sex: Sex = random.chance(0.54) ? 'male' : 'female'
        const facts = { sex, birth, relation: relationOfGone(birth, sex), motherName: null }
        makePerson(random, random.pick(homes), facts, history(random, birth))
      }
    }
  }
  const people = numberPeople(households, idOf)
  return { villages, households, people, residents: people.filter((person) => person.leftOn === null) }
}
