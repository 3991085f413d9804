import { villagePartOf } from '@kangheng/domains/public-health/health-record/number.ts'
import { groupOf, type ResidentGroup } from '@kangheng/domains/public-health/health-record/groups.ts'
import { planOf } from '../county-plan.ts'
import { RECORD_YEARS, dayOf, isoOf, RECORDS_FROM, TODAY, yearsBetween, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { Contract } from './contracts.ts'
import type { KeyPopulation } from './key-population.ts'

/** A resident's health record. */
export interface HealthRecord {
  readonly index: number
  readonly person: Resident
  /** 17 digits. */
  readonly number: string
  readonly electronic: boolean
  readonly group: ResidentGroup
  readonly openedOn: Day
  readonly closedOn: Day | null
  /** The day the basic information was asked for in full; null while something is missing. */
  readonly compliantSince: Day | null
  readonly doctor: string
}

/** Share of residents with a record; townships differ by their plan. */
const COVERAGE = 0.957
const COMPLIANT = 0.84

/** Most records date from the years in which they were introduced; who has signed had one before. */
function openedOn(random: Random, person: Resident, firstContract: Day): Day {
  if (person.cameBy !== 'initial')
    return Math.min(firstContract, person.cameOn + random.int(10, person.cameBy === 'birth' ? 60 : 150))
  if (random.chance(0.035)) return Math.min(firstContract, random.int(RECORDS_FROM, TODAY - 20))
  const earliest = Math.max(dayOf('2010-03-01'), person.birth + 30)
  const span = Math.max(0, dayOf('2019-12-31') - earliest)
  return Math.min(firstContract, earliest + Math.floor(span * random.next()))
}

/** Health records of the county. Whoever has signed has one; of the others as many as the township’s plan says. */
export function planHealthRecords(
  population: Population,
  contracts: readonly Contract[],
  key: KeyPopulation,
  seed: number,
): HealthRecord[] {
  const random = randomOf(seed, 'health records')
  const firstContract = new Map<Resident, Day>()
  const doctors = new Map<Resident, string>()
  for (const { person, startsOn, doctor } of contracts) {
    firstContract.set(person, Math.min(startsOn, firstContract.get(person) ?? startsOn))
    doctors.set(person, doctor.name)
  }
  const villageDoctors = new Map(
    contracts.map((contract) => [contract.person.household.village.code, contract.doctor.name]),
  )
  const serials = new Map<string, number>()
  const records: HealthRecord[] = []
  for (const person of population.people) {
    if (person.leftOn !== null && person.leftOn < RECORDS_FROM) continue
    const { code, serialsFrom } = person.household.village
    const first = firstContract.get(person)
    const coverage = Math.min(0.985, COVERAGE + (planOf(code).records - 0.99) * 0.9)
    // Contracts cover half of the people and all have a record, so that the others must have fewer.
    if (first === undefined && !random.chance(1 - (1 - coverage) * 1.95)) continue
    const opened = openedOn(random, person, first ?? TODAY)
    if (opened > TODAY - 1 || (person.leftOn !== null && opened >= person.leftOn)) continue
    const groups = key.groupsOf(person)
    const serial = (serials.get(code) ?? serialsFrom) + 1
    serials.set(code, serial)
    const asked = Math.min(TODAY - 1, opened + random.int(0, 25))
    const closes = person.leftOn === null ? null : person.leftOn + random.int(2, 45)
    records.push({
      index: records.length,
      person,
      number: `${code.slice(0, 9)}${villagePartOf(code) ?? '901'}${String(serial).padStart(5, '0')}`,
      electronic: random.chance(0.992),
      group: groupOf({ birth: isoOf(person.birth), sex: person.sex }, isoOf(opened), {
        maternal: opened >= RECORDS_FROM && groups.includes('maternal'),
        diabetes: groups.includes('diabetes'),
        hypertension: groups.includes('hypertension'),
      }),
      openedOn: opened,
      // Some records of the dead and departed have not been closed yet.
      closedOn: closes !== null && closes <= TODAY && random.chance(0.97) ? closes : null,
      compliantSince: person.phone !== null && random.chance(COMPLIANT * planOf(code).records) ? asked : null,
      doctor: doctors.get(person) ?? villageDoctors.get(code) ?? '村医',
    })
  }
  return records
}

/** Entries of people who have not signed: a consultation now and then. */
export interface FreeUse {
  readonly record: HealthRecord
  readonly kind: 'consultation' | 'vaccination' | 'follow-up' | 'examination'
  readonly on: Day
}

/** Uses of records beside the services under contract. */
export function planFreeUses(
  records: readonly HealthRecord[],
  contracts: readonly Contract[],
  seed: number,
): FreeUse[] {
  const random = randomOf(seed, 'uses of records')
  const signed = new Set(contracts.map((contract) => contract.person))
  const uses: FreeUse[] = []
  for (const record of records) {
    if (signed.has(record.person)) continue
    const age = yearsBetween(record.person.birth, TODAY)
    const likely = age < 7 || age >= 65 ? 0.55 : 0.22
    for (const from of RECORD_YEARS.map((year) => dayOf(`${year}-01-01`))) {
      if (!random.chance(likely * planOf(record.person.household.village.code).services)) continue
      const on = from + random.int(0, 364)
      const kind =
        age < 7
          ? 'vaccination'
          : (['consultation', 'follow-up', 'examination'] as const)[random.weighted([6, 2, age >= 65 ? 3 : 1])]!
      if (on > record.openedOn && on < (record.closedOn ?? TODAY) && on < (record.person.leftOn ?? TODAY))
        uses.push({ record, kind, on })
    }
  }
  return uses
}
