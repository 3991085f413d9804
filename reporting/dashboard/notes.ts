import type { Note } from '@kangheng/drawing/cell-data.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Wanted } from './plan-reads.ts'
import { figureNote } from './records.ts'

/** A note as it is kept. */
export type KeptNote = Omit<Note, 'number'> & { readonly version: number; readonly office: string }

/** Notes in force on figures of these indicators, places and periods, oldest first. Row-level security decides which exist for the reader. A house without dashboards keeps none. */
export async function findNotes(
  connection: Connection,
  house: House,
  county: string,
  about: Wanted,
): Promise<KeptNote[]> {
  if (!house.records.has(figureNote.id)) return []
  return connection.query<KeptNote>(
    `select n.id, n.version, n.office, n.indicator, n.place, coalesce(d.name, i.name, n.place) as "placeName", n.period, n.note as text, n.author_name as author,
       n.happened_on as "on"
     from figure_note n left join division d on d.code = n.place left join institution i on i.county = n.county and i.code = n.place
     where n.county = $1 and n.state = 'active' and n.voided_at is null and n.indicator = any($2::text[]) and n.place = any($3::text[]) and n.period = any($4::text[])
     order by n.happened_on, n.id limit 500`,
    [county, [...about.indicators], [...about.places], [...about.periods]],
  )
}
