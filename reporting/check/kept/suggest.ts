import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { shortCountyName } from '../../report/document.ts'
import { titlePeriod } from '../title-period.ts'
import type { SummaryDocument } from '../types.ts'

/** A summary with the place and period it would be compared with. */
export type FramedDocument = SummaryDocument & { place: string; period: string | null }

/** The last closed year; the last closed month with those before it when no year is closed; null when nothing is. */
async function lastClosed(connection: Connection, county: string): Promise<string | null> {
  const rows = await connection.query<{ period: string }>(
    `select max(period) as period from closed_period where county = $1 and period like '____-__'
     union all select max(period) from closed_period where county = $1 and period like '____-12'`,
    [county],
  )
  const [month, december] = rows.map((row) => row.period)
  if (december) return december.slice(0, 4)
  return month ? `${month}-ytd` : null
}

/**
 * Says for each summary which place and period it is probably about: what its title names, otherwise the reader's own place and the
 * last closed year. Villages are not looked for: their names are words of everyday language.
 */
export async function frameDocuments(
  connection: Connection,
  reader: { county: string; division: string },
  documents: readonly SummaryDocument[],
): Promise<FramedDocument[]> {
  const divisions = await connection.query<{ code: string; name: string }>(
    `select d.code, d.name from division d join place_ancestor a on a.leaf = d.code and a.ancestor = $1 where length(d.code) <= 9
     order by length(d.name) desc`,
    [reader.division],
  )
  const closed = await lastClosed(connection, reader.county)
  return documents.map((document) => {
    const named = divisions.find(
      ({ name }) => document.title.includes(name) || document.title.includes(shortCountyName(name)),
    )
    return { ...document, place: named?.code ?? reader.division, period: titlePeriod(document.title) ?? closed }
  })
}
