import { z } from 'zod'
import { searchPersons } from '@kangheng/kernel/person/search.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import type { RecordQuery } from '@kangheng/kernel/record/read.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { sql } from 'drizzle-orm'
import { pageQuery, prefixed, yes } from './query.ts'
import type { Setting } from './setting.ts'

/** Filters of a record list. `field.<name>` and `extra.<key>` compare own and extension fields; `q` searches the person. */
export const recordQuerySchema = z
  .object({
    place: z.string().max(30).optional(),
    state: z.string().max(50).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    person: z.string().max(64).optional(),
    q: z.string().max(50).optional(),
    voided: yes,
    ...pageQuery,
  })
  .catchall(z.string().max(200))

/** A name with more bearers than this needs more letters. */
const FOUND_AT_MOST = 500

/** Turns the address's filters into a query; the search for persons runs under the reader's scope. */
export async function recordQuery(
  connection: Connection,
  setting: Setting,
  given: z.output<typeof recordQuerySchema>,
): Promise<RecordQuery> {
  const { place, state, from, to, person, limit, cursor, voided } = given
  const search = searchPersons(setting.vault, setting.county, given.q ?? '')
  const persons = search.condition ? await findPersons(connection, setting.county, search.condition) : undefined
  return {
    place: place || undefined,
    state: state || undefined,
    from,
    to,
    person: person || undefined,
    persons,
    fields: prefixed(given, 'field.'),
    extra: prefixed(given, 'extra.'),
    withVoided: voided,
    limit,
    cursor: cursor || undefined,
  }
}

async function findPersons(
  connection: Connection,
  county: string,
  condition: NonNullable<ReturnType<typeof searchPersons>['condition']>,
) {
  const rows = await runSql<{ id: string }>(
    connection,
    sql`select ${persons.id} as id from ${persons} where ${persons.county} = ${county} and ${condition} limit ${FOUND_AT_MOST}`,
  )
  return rows.map((row) => row.id)
}
