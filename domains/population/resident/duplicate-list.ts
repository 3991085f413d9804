import { rangeOf, type PlaceCode } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { duplicateReasons, type DuplicateReason } from '@kangheng/kernel/person/duplicate-score.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** A pair of files that may be one person, with the decision about it if there is one. */
export interface DuplicatePair {
  readonly first: string
  readonly second: string
  readonly division: PlaceCode
  readonly score: number
  readonly reasons: readonly Text[]
  readonly state: 'open' | 'merged' | 'distinct'
  /** The record of the decision (`resident.duplicate`), which a merge is undone by. */
  readonly decision: string | null
}

/** Pairs of a place, the likeliest first; pages by cursor. */
export async function listDuplicates(
  connection: Connection,
  query: {
    readonly county: string
    readonly place: PlaceCode
    readonly state: DuplicatePair['state']
    readonly limit: number
    readonly cursor?: string | undefined
  },
): Promise<{ rows: DuplicatePair[]; next: string | null }> {
  const { from, to } = rangeOf(query.place)
  const [score, first, second] = query.cursor?.split('|') ?? []
  const rows = await connection.query<Omit<DuplicatePair, 'reasons'> & { reasons: DuplicateReason[] }>(
    `select c.first, c.second, c.division, c.score, c.reasons, c.state,
       (select r.id from resident_duplicate r where r.county = c.county and r.voided_at is null and r.state = c.state
          and least(r.person, r.other) = c.first and greatest(r.person, r.other) = c.second order by r.recorded_at desc limit 1) as decision
     from duplicate_candidate c
     where c.county = $1 and c.division >= $2 and c.division < $3 and c.state = $4
       and ($5::int is null or (-c.score, c.first, c.second) > (-$5::int, $6::uuid, $7::uuid))
     order by -c.score, c.first, c.second limit $8`,
    [query.county, from, to, query.state, score ?? null, first ?? null, second ?? null, query.limit + 1],
  )
  const page = rows
    .slice(0, query.limit)
    .map((row) => ({ ...row, reasons: row.reasons.map((reason) => duplicateReasons[reason].title) }))
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? `${last.score}|${last.first}|${last.second}` : null }
}
