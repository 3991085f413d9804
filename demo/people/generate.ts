import type { CountyData } from '@kangheng/kernel/place/county-data.ts'
import { apportion } from '../apportion.ts'
import { planOf } from '../county-plan.ts'
import { TODAY, yearOf, yearsBetween, type Day } from '../days.ts'
import type { idMaker } from '../ids.ts'
import { randomOf, type Random } from '../random.ts'
import { planHousehold } from './household-plan.ts'
import type { Household, Population, Resident, Sex, Village } from './model.ts'
import { fullName, surnameOf } from './names.ts'
import { identityAreas, identityNumbers, phoneNumber } from './numbers.ts'
import * as residence from './residence.ts'

/** Yearly rates, as parts of the usual residents: died and departed within the two years, registered but away. */
const DIED = 0.0143
const DEPARTED = 0.0225
const AWAY = 0.034

/** The villages with their number of usual residents: the county's total divided by township and village weights. */
export function planVillages(county: CountyData, residents: number, seed: number): Village[] {
  const random = randomOf(seed, 'villages')
  const townships = new Map(county.divisions.filter((each) => each.code.length === 9).map((each) => [each.code, each]))
  const villages = county.divisions.filter((each) => each.code.length === 12)
  const share = new Map<string, number>()
  const factors = villages.map((village) => {
    const factor = 0.55 + random.next()
    share.set(village.code.slice(0, 9), (share.get(village.code.slice(0, 9)) ?? 0) + factor)
    return factor
  })
  const weights = villages.map((village, index) => {
    const township = village.code.slice(0, 9)
    return (planOf(township).people * factors[index]!) / share.get(township)!
  })
  const counts = apportion(residents, weights)
  return villages.map((village, index) => ({
    code: village.code,
    shortName: village.shortName,
    townshipName: townships.get(village.code.slice(0, 9))!.name,
    community: village.name.includes('社区'),
    residents: counts[index]!,
  }))
}

/** Makes all people of the county: every village has exactly its number of usual residents on the business date. */
export function generatePopulation(
  county: CountyData,
  residents: number,
  seed: number,
  idOf: ReturnType<typeof idMaker>,
): Population {
  const villages = planVillages(county, residents, seed)
  const makeNumber = identityNumbers()
  const households: Household[] = []
  const people: Resident[] = []

  function makePerson(
    random: Random,
    household: Household,
    facts: { sex: Sex; birth: Day; relation: string; motherName: string | null },
    history: ReturnType<typeof residence.historyOfResident>,
  ): Resident {
    const { sex, birth, relation } = facts
    const year = yearOf(birth)
    const marriedIn = relation === '10' || relation === '38' || relation === '28' || relation === '52'
    const ethnic = marriedIn && random.chance(0.16) ? pickEthnic(random, household.village) : household.ethnic
    const surname = marriedIn || ethnic !== household.ethnic ? surnameOf(random, ethnic) : household.surname
    const name = fullName(random, surname, ethnic, sex, year)
    const newborn = TODAY - birth < 45 && random.chance(0.4)
    const age = yearsBetween(birth, TODAY)
    const person: Resident = {
      index: people.length,
      id: idOf('person', people.length),
      household,
      name,
      sex,
      birth,
      ethnic,
      relation,
      document: newborn ? null : makeNumber(identityAreas(random, year), isoDay(birth), sex),
      motherName: newborn ? facts.motherName : null,
      phone: age >= 14 && random.chance(age < 75 ? 0.86 : 0.45) ? phoneNumber(random) : null,
      registration: registrationOf(random, household.village),
      ...history,
    }
    people.push(person)
    household.members.push(person)
    return person
  }

  for (const village of villages) {
    const random = randomOf(seed, `people ${village.code}`)
    const first = households.length
    let open = village.residents
    while (open > 0) {
      const household = openHousehold(
        random,
        village,
        households.length - first + 1,
        idOf('household', households.length),
        households.length,
      )
      households.push(household)
      const members = planHousehold(random).slice(0, open)
      for (const plan of members) {
        const birth = TODAY - Math.floor(plan.age * 365.25)
        const mother = plan.mother === undefined ? null : (household.members[plan.mother]?.name ?? null)
        const history = residence.historyOfResident(random, birth, plan.sex)
        makePerson(random, household, { sex: plan.sex, birth, relation: plan.relation, motherName: mother }, history)
      }
      household.headName = household.members[0]!.name
      open -= members.length
    }
    const here = households.slice(first)
    const addGone = (rate: number, make: (random: Random, home: Household) => void) => {
      const expected = village.residents * rate
      const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
      for (let number = 0; number < count && here.length > 0; number += 1) make(random, random.pick(here))
    }
    addGone(DIED, (stream, home) => {
      const birth = residence.birthOfDead(stream)
      const sex: Sex = stream.chance(0.55) ? 'male' : 'female'
      const relation = yearOf(birth) > 1985 ? (sex === 'male' ? '20' : '30') : sex === 'male' ? '51' : '52'
      makePerson(stream, home, { sex, birth, relation, motherName: null }, residence.historyOfDead(stream, birth))
    })
    addGone(DEPARTED, (stream, home) => {
      const birth = residence.birthOfDeparted(stream)
      const sex: Sex = stream.chance(0.5) ? 'male' : 'female'
      makePerson(
        stream,
        home,
        { sex, birth, relation: sex === 'male' ? '20' : '30', motherName: null },
        residence.historyOfDeparted(stream, birth),
      )
    })
    addGone(AWAY, (stream, home) => {
      const birth = residence.birthOfDeparted(stream)
      const sex: Sex = stream.chance(0.53) ? 'male' : 'female'
      makePerson(
        stream,
        home,
        { sex, birth, relation: sex === 'male' ? '20' : '30', motherName: null },
        residence.historyOfAway(stream, birth),
      )
    })
  }
  return { villages, households, people, residents: people.filter((person) => person.leftOn === null) }
}

const isoDay = (day: Day) => new Date(day * 86_400_000).toISOString().slice(0, 10)

function pickEthnic(random: Random, village: Village): string {
  const { ethnic } = planOf(village.code)
  const codes = Object.keys(ethnic).sort()
  return codes[random.weighted(codes.map((code) => ethnic[code]!))]!
}

function openHousehold(random: Random, village: Village, number: number, id: string, index: number): Household {
  const ethnic = pickEthnic(random, village)
  return {
    index,
    id,
    village,
    number: String(number).padStart(5, '0'),
    group: String(Math.floor((number - 1) / 42) + 1),
    surname: surnameOf(random, ethnic),
    ethnic,
    headName: '',
    members: [],
  }
}

function registrationOf(random: Random, village: Village): Resident['registration'] {
  const urban = village.community ? 0.32 : 0.05
  const roll = random.next()
  if (roll < urban) return 'urban'
  if (roll < urban + 0.14) return 'resident'
  return roll < urban + 0.147 ? 'collective' : 'rural'
}
