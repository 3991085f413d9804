import type { Connection } from '../store/connection.ts'
import type { Actor } from './actor.ts'

/** One opening of a person's file. */
export interface Reading {
  readonly at: string
  readonly accountName: string
  readonly role: string
  readonly what: string
  readonly reason: string | null
}

/** Stands in the log for all persons of the entry's division: the nil UUID, which belongs to nobody. */
export const EVERYBODY = '00000000-0000-0000-0000-000000000000'

/** The same reader opening the same file again within this time is one reading. */
const ONE_READING = '10 minutes'
/** Entries of one statement. */
const AT_ONCE = 500

/** Notes that somebody opened a person's file; a resident's own look is not noted. Runs inside the actor's scope. */
export async function logReading(
  connection: Connection,
  county: string,
  actor: Actor,
  reading: { person: string; division: string; what: string; reason?: string | undefined },
): Promise<void> {
  if (actor.person === reading.person) return
  const noted = await connection.query(
    `select 1 from reading_log where county = $1 and person = $2 and account = $3 and what = $4 and at > now() - interval '${ONE_READING}' limit 1`,
    [county, reading.person, actor.account, reading.what],
  )
  if (noted.length > 0) return
  // Of values, not of a query: under row-level security a distributed database stores no rows of a query.
  await connection.query(
    `insert into reading_log (county, account, account_name, role, person, division, what, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      county,
      actor.account,
      actor.name,
      actor.role,
      reading.person,
      reading.division,
      reading.what,
      reading.reason ?? null,
    ],
  )
}

/** The same for several persons of one list: one entry in the log of each who has none of the last minutes. */
export async function logReadings(
  connection: Connection,
  county: string,
  actor: Actor,
  people: readonly { readonly person: string; readonly division: string }[],
  what: string,
): Promise<void> {
  const asked = new Map(
    people.filter(({ person }) => person !== actor.person).map((each) => [each.person, each.division]),
  )
  if (asked.size === 0) return
  const noted = await connection.query<{ person: string }>(
    `select distinct person from reading_log where county = $1 and account = $2 and what = $3 and at > now() - interval '${ONE_READING}' and person = any($4::uuid[])`,
    [county, actor.account, what, [...asked.keys()]],
  )
  for (const { person } of noted) asked.delete(person)
  const left = [...asked]
  for (let from = 0; from < left.length; from += AT_ONCE) {
    const rows = left.slice(from, from + AT_ONCE)
    const values = rows.map((_, index) => `($1, $2, $3, $4, $${6 + 2 * index}, $${7 + 2 * index}, $5)`)
    await connection.query(
      `insert into reading_log (county, account, account_name, role, person, division, what) values ${values.join(', ')}`,
      [county, actor.account, actor.name, actor.role, what, ...rows.flat()],
    )
  }
}

/** Notes that somebody took the files of a whole division along: one entry, part of the log of everybody there. Runs inside the actor's scope. */
export function logDivisionReading(
  connection: Connection,
  county: string,
  actor: Actor,
  reading: { division: string; what: string },
): Promise<void> {
  return logReading(connection, county, actor, { ...reading, person: EVERYBODY })
}

/** Who opened a person's file, alone or with those of the whole division the person lives in, the latest first. */
export function readingsOf(connection: Connection, county: string, person: string, limit = 100): Promise<Reading[]> {
  return connection.query<Reading>(
    `select at, account_name as "accountName", role, what, reason from reading_log where county = $1 and (person = $2
       or (person = '${EVERYBODY}' and division = (select division from person where county = $1 and id = $2)))
     order by at desc limit $3`,
    [county, person, limit],
  )
}
