import { pinyinInitials } from '@kangheng/kernel/person/pinyin.ts'
import { households, persons, residenceEpisodes } from '@kangheng/kernel/person/tables.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { type Day, isoOf, isoOrNull } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import type { Model } from '../model.ts'
import { rowsFor, type TableRows } from './load-table.ts'

/** What keeps numbers, phones and addresses: the vault of the installation. */
export interface Seal {
  encryptAll(texts: readonly (string | null)[]): (Uint8Array | null)[]
  blindIndex(kind: string, number: string): string
}

const BATCH = 2000

export const addressOf = ({ household }: Resident) => {
  const { village, group, number } = household
  return `${village.townshipName}${village.shortName}${village.community ? '社区' : '村'}${group}组${Number(number)}号`
}

const stateOf = (person: Resident) => {
  if (person.leftOn === null) return 'resident'
  if (person.leftBy === 'death') return 'died'
  // Registered residents who live elsewhere stay on the register.
  return person.registered?.to === null ? 'resident' : 'departed'
}

function* personRows(county: string, people: readonly Resident[], seal: Seal): Generator<CopyValue[]> {
  for (let start = 0; start < people.length; start += BATCH) {
    const batch = people.slice(start, start + BATCH)
    const documents = seal.encryptAll(batch.map((person) => person.document))
    const phones = seal.encryptAll(batch.map((person) => person.phone))
    const addresses = seal.encryptAll(batch.map(addressOf))
    for (let index = 0; index < batch.length; index += 1) {
      const person = batch[index]!
      const { household } = person
      yield [
        county,
        person.id,
        household.village.code,
        person.name,
        pinyinInitials(person.name),
        person.sex,
        isoOf(person.birth),
        person.ethnic,
        person.document ? 'ID18' : 'NONE',
        documents[index],
        person.document ? seal.blindIndex('ID18', person.document) : null,
        phones[index],
        addresses[index],
        household.group,
        household.id,
        person.relation,
        person.registration,
        person.motherName,
        stateOf(person),
        person.leftBy === 'death' ? isoOf(person.leftOn!) : null,
      ]
    }
  }
}

function* householdRows(county: string, population: Population): Generator<CopyValue[]> {
  for (const { id, village, number, headName, group } of population.households)
    yield [county, id, village.code, number, headName, group]
}

interface Stay {
  readonly kind: 'usual' | 'registered'
  readonly village: string
  readonly from: Day
  readonly to: Day | null
  readonly cameBy: string
  readonly leftBy: string | null
}

/** The stays of a person; one who moved within the county has two of a kind, the first of which ends when the second begins. */
function staysOf({ household, movedFrom, cameOn, cameBy, leftOn, leftBy, registered }: Resident): Stay[] {
  const stays = (kind: Stay['kind'], from: Day, to: Day | null): Stay[] => {
    const village = household.village.code
    const last = { kind, village, from, to, cameBy, leftBy: to === null ? null : leftBy }
    if (!movedFrom || (kind === 'registered' && !movedFrom.registrationMoves)) return [last]
    const { on } = movedFrom
    const first = { kind, village: movedFrom.village.code, from, to: on, cameBy, leftBy: 'departure' }
    return [first, { ...last, from: on, cameBy: 'arrival' }]
  }
  return [...stays('usual', cameOn, leftOn), ...(registered ? stays('registered', registered.from, registered.to) : [])]
}

function* episodeRows({ county, idOf, population }: Model): Generator<CopyValue[]> {
  let serial = 0
  for (const person of population.people) {
    const facts = [person.sex, isoOf(person.birth)]
    for (const { kind, village, from, to, cameBy, leftBy } of staysOf(person)) {
      const days = [isoOf(from), isoOrNull(to)]
      yield [county, idOf('episode', serial++), person.id, village, kind, ...days, cameBy, leftBy, ...facts]
    }
  }
}

/** People, households and residence. */
export function peopleTables(model: Model, seal: Seal): TableRows[] {
  const { county, population } = model
  const count = population.people.length
  const episode = [
    'county',
    'id',
    'person',
    'division',
    'kind',
    'startsOn',
    'endsOn',
    'startReason',
    'endReason',
    'sex',
    'birth',
  ] as const
  return [
    rowsFor(
      households,
      ['county', 'id', 'division', 'number', 'headName', 'villageGroup'],
      population.households.length,
      householdRows(county, population),
    ),
    rowsFor(
      persons,
      // prettier-ignore
      ['county', 'id', 'division', 'name', 'pinyin', 'sex', 'birth', 'ethnic', 'documentKind', 'documentCipher', 'documentKey', 'phoneCipher', 'addressCipher', 'villageGroup', 'household', 'relation', 'registration', 'motherName', 'state', 'diedOn'],
      count,
      personRows(county, population.people, seal),
    ),
    rowsFor(residenceEpisodes, episode, 2 * count, episodeRows(model)),
  ]
}
