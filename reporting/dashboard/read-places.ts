import type { DrawnPlace } from '@kangheng/drawing/cell-data.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { PlaceChoice } from './cell.ts'

type Row = DrawnPlace & { readonly parent: string | null }

/** The places that choices speak of, read at once; `of` then tells each choice's own. */
export interface ChosenPlaces {
  of(choice: PlaceChoice): DrawnPlace[]
}

/** The codes that a choice names, and those whose children it asks for. */
function asked(choice: PlaceChoice, own: string): { named: readonly string[]; above: readonly string[] } {
  switch (choice.kind) {
    case 'own':
      return { named: [own], above: [] }
    case 'below-own':
      return { named: [], above: [own] }
    case 'own-and-below':
      return { named: [own], above: [own] }
    case 'named':
      return { named: choice.codes, above: [] }
    case 'below':
      return { named: [], above: [choice.code] }
    case 'with-below':
      return { named: [choice.code], above: [choice.code] }
  }
}

/** Reads the places of all choices in one statement. Which of them have figures for the reader, row-level security decides later. */
export async function readPlaces(
  connection: Connection,
  county: string,
  own: string,
  choices: readonly PlaceChoice[],
): Promise<ChosenPlaces> {
  const wanted = choices.map((choice) => asked(choice, own))
  const named = [...new Set(wanted.flatMap((each) => each.named))]
  const above = [...new Set(wanted.flatMap((each) => each.above))]
  const rows = await connection.query<Row>(
    `select code, name, parent, x, y from division where code = any($1::text[]) or parent = any($2::text[])
     union all select code, name, null, null, null from institution where county = $3 and code = any($1::text[]) order by code`,
    [named, above, county],
  )
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const plain = ({ code, name, x, y }: Row): DrawnPlace => ({ code, name, x, y })
  return {
    of(choice) {
      const { named: codes, above: parents } = asked(choice, own)
      const first = codes.flatMap((code) => byCode.get(code) ?? [])
      return [...first, ...rows.filter((row) => row.parent !== null && parents.includes(row.parent))].map(plain)
    },
  }
}
