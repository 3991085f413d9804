import { and, eq } from 'drizzle-orm'
import { ageOn, type IsoDate } from '../period/date.ts'
import type { Connection } from '../store/connection.ts'
import type { Text } from '../text/text.ts'
import { ethnicTitles } from './ethnic-groups.ts'
import { documentKinds } from './document.ts'
import { maskAddress, maskBirth, maskIdentity, maskName, maskPhone } from './mask.ts'
import { episodesOf, getPerson, openPerson, type Person } from './registry.ts'
import { relations } from './relations.ts'
import { ormOf } from '../store/orm.ts'
import { persons } from './tables.ts'

/** Who a file is opened for. */
export interface FileReader {
  readonly county: string
  readonly today: IsoDate
  readonly unmasked: boolean
}

const titleOf = (titles: Readonly<Record<string, Text>>, code: string | null): Text | null =>
  code === null ? null : (titles[code] ?? { zh: code, en: code })

/** Names of divisions and of their townships, by code. */
export async function divisionNames(
  connection: Connection,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.query<{ code: string; name: string }>(
    'select code, name from division where code = any($1::text[])',
    [[...new Set(codes.flatMap((code) => [code, code.slice(0, 9)]))]],
  )
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** A person with protected data in clear or masked, as the reader may see them. */
export function presentPerson(person: Person, names: ReadonlyMap<string, string>, reader: FileReader) {
  const { documentNumber, phone, address } = openPerson(person)
  const { unmasked, today } = reader
  const township = names.get(person.division.slice(0, 9)) ?? ''
  return {
    id: person.id,
    name: unmasked ? person.name : maskName(person.name),
    sex: person.sex,
    birth: unmasked ? person.birth : maskBirth(person.birth),
    age: ageOn(person.birth, person.diedOn ?? today),
    division: person.division,
    divisionName: names.get(person.division) ?? person.division,
    documentKind: titleOf(documentKinds, person.documentKind),
    documentMasked: documentNumber ? maskIdentity(documentNumber) : null,
    document: unmasked ? documentNumber : null,
    phoneMasked: phone ? maskPhone(phone) : null,
    phone: unmasked ? phone : null,
    address: address ? (unmasked ? address : maskAddress(township)) : null,
    ethnic: titleOf(ethnicTitles, person.ethnic),
    villageGroup: unmasked ? person.villageGroup : null,
    relation: titleOf(relations, person.relation),
    registration: person.registration,
    motherName: person.motherName && !unmasked ? maskName(person.motherName) : person.motherName,
    state: person.state,
    diedOn: person.diedOn,
    mergedInto: person.mergedInto,
    household: person.household,
    version: person.version,
    extra: person.extra,
  }
}

/**
 * A person's file as far as the master index keeps it: the person, the household and where the person lived. Call inside `asActor`.
 * @throws Refusal when there is no such person within the actor's scope.
 */
export async function readPersonFile(connection: Connection, reader: FileReader, id: string) {
  const source = { connection, county: reader.county }
  const person = await getPerson(source, id)
  const episodes = await episodesOf(source, id)
  const names = await divisionNames(connection, [person.division, ...episodes.map((episode) => episode.division)])
  const members = person.household
    ? await ormOf(connection)
        .select()
        .from(persons)
        .where(and(eq(persons.county, reader.county), eq(persons.household, person.household)))
        .orderBy(persons.relation, persons.birth)
    : []
  return {
    division: person.division,
    person: presentPerson(person, names, reader),
    household: members
      .filter((member) => member.state !== 'merged')
      .map((member) => ({
        id: member.id,
        name: reader.unmasked ? member.name : maskName(member.name),
        relation: titleOf(relations, member.relation),
        sex: member.sex,
        birth: reader.unmasked ? member.birth : maskBirth(member.birth),
        state: member.state,
      })),
    residence: episodes.map(({ kind, division, startsOn, endsOn, startReason, endReason }) => ({
      kind,
      division,
      divisionName: names.get(division) ?? division,
      startsOn,
      endsOn,
      startReason,
      endReason,
    })),
  }
}
