import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { PlaceCode } from '../place/code.ts'
import type { Connection } from '../store/connection.ts'
import { ormOf } from '../store/orm.ts'
import { presentPerson, type FileReader } from './file.ts'
import { households, persons } from './tables.ts'

/**
 * Everybody of a division as a phone takes them along: what is needed to find and visit somebody, in the order of households.
 * Identity numbers stay at home, masked. Call inside `asActor`.
 */
export async function readDivisionPersons(connection: Connection, reader: FileReader, division: PlaceCode) {
  const rows = await ormOf(connection)
    .select({ person: persons, householdNumber: households.number })
    .from(persons)
    .leftJoin(households, and(eq(households.county, persons.county), eq(households.id, persons.household)))
    .where(
      and(
        eq(persons.county, reader.county),
        eq(persons.division, division),
        notInArray(persons.state, ['merged', 'voided']),
      ),
    )
    .orderBy(asc(persons.id))
  const [place] = await connection.query<{ name: string }>('select name from division where code = $1', [division])
  const [township] = await connection.query<{ name: string }>('select name from division where code = $1', [
    division.slice(0, 9),
  ])
  const names = new Map([
    [division, place?.name ?? division],
    [division.slice(0, 9), township?.name ?? ''],
  ])
  return rows.map(({ person, householdNumber }) => {
    const { document: _document, extra: _extra, motherName: _mother, ...shown } = presentPerson(person, names, reader)
    return { ...shown, pinyin: person.pinyin, householdNumber }
  })
}
