import type { Connection } from '../store/connection.ts'

/** What a write made stale, as the table `stale_mark` says it. */
export interface StaleMark {
  readonly relation: string
  readonly person: string | null
  readonly place: string | null
  readonly fromMonth: string
}

/** A mark that was set. */
export interface SetMark extends StaleMark {
  readonly id: number
}

/** Sets marks. Equal ones are set once. */
export async function setMarks(connection: Connection, county: string, marks: Iterable<StaleMark>): Promise<void> {
  const different = [
    ...new Map(
      [...marks].map((mark) => [`${mark.relation}|${mark.person}|${mark.place}|${mark.fromMonth}`, mark]),
    ).values(),
  ]
  if (different.length === 0) return
  const column = (name: keyof StaleMark) => different.map((mark) => mark[name])
  await connection.query(
    `insert into stale_mark (county, relation, person, place, from_month)
     select $1, m.* from unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) as m (relation, person, place, from_month)`,
    [county, column('relation'), column('person'), column('place'), column('fromMonth')],
  )
}

/** The marks that are set. */
export const readMarks = (connection: Connection, county: string): Promise<SetMark[]> =>
  connection.query<SetMark>(
    'select id, relation, person, place, from_month as "fromMonth" from stale_mark where county = $1',
    [county],
  )

/** Takes marks off: what was written before they were read is in the figures. */
export async function forgetMarks(connection: Connection, county: string, marks: readonly SetMark[]): Promise<void> {
  await connection.query('delete from stale_mark where county = $1 and id = any($2::bigint[])', [
    county,
    marks.map(({ id }) => id),
  ])
}
