import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { FigureRef } from '@kangheng/kernel/wording/model.ts'

/** A figure as an issued document states it. */
export interface QuotedFigure {
  readonly figure: FigureRef
  readonly document: {
    readonly id: string
    readonly kind: 'bulletin' | 'summary'
    readonly title: string
    readonly number: string | null
    readonly issuedOn: string | null
  }
}

/**
 * What the newest issued document that the reader may read says of a figure: a township reads the county's figures in the county's bulletin,
 * and may ask what one of them stands on, though the rows behind it are not its own. Call inside `asActor`.
 */
export async function findQuoted(
  connection: Connection,
  county: string,
  key: { readonly indicator: string; readonly place: string; readonly period: string },
): Promise<QuotedFigure | undefined> {
  const [found] = await connection.query<QuotedFigure['document'] & { figure: FigureRef }>(
    `select q.figure, r.id, r.kind, r.title, r.number, r.issued_on as "issuedOn" from report r
     cross join lateral (select jsonb_path_query_first(r.frozen,
       '$.**.figure ? (@.indicator == $indicator && @.place.code == $place && @.period.id == $period && !exists (@.derivation))', $2::jsonb) as figure) q
     where r.county = $1 and r.state in ('issued', 'signed') and q.figure is not null order by r.issued_on desc nulls last limit 1`,
    [county, JSON.stringify(key)],
  )
  if (!found) return undefined
  const { figure, ...document } = found
  return { figure, document }
}
