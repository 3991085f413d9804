import { isWithin } from '../../place/code.ts'
import type { Connection } from '../../store/connection.ts'
import { cleanText, withoutSpaces } from '../cell-text.ts'

interface Place {
  readonly code: string
  readonly names: readonly string[]
}

/** Divisions and institutions of the county by what people call them: a few hundred, held while a file is read. */
export interface Gazetteer {
  /** Codes of the divisions a text may mean, those within the scope if there are any. `pattern` says which codes are wanted. */
  divisions(text: string, pattern: string | undefined, scope: string): string[]
  institutions(text: string): string[]
}

const folded = (text: string) => withoutSpaces(cleanText(text)).toLowerCase()

/** Reads the county's places. */
export async function readGazetteer(connection: Connection, county: string): Promise<Gazetteer> {
  const named = 'code, name, english_name as "englishName"'
  type Row = { code: string; name: string; englishName: string; short?: string }
  const plain = (row: Row): Place => ({
    code: row.code,
    names: [row.code, row.name, row.englishName, ...(row.short ? [row.short] : [])].map(folded),
  })
  const divisionRows = await connection.query<Row>(
    `select ${named}, short_name as short from division where starts_with(code, $1)`,
    [county],
  )
  const divisions = divisionRows.map(plain)
  const above = new Map(divisions.map((place) => [place.code, place]))
  // A village may be called with its township in front, where two have one name.
  const withParents = divisions.map((place): Place => {
    const parent = above.get(place.code.slice(0, 9))
    if (!parent || parent === place) return place
    return {
      code: place.code,
      names: [...place.names, ...parent.names.flatMap((up) => place.names.map((own) => up + own))],
    }
  })
  const institutionRows = await connection.query<Row>(`select ${named} from institution where county = $1 and active`, [
    county,
  ])
  const institutions = institutionRows.map(plain)
  const called = (places: readonly Place[], text: string) =>
    places.filter((place) => place.names.includes(folded(text))).map((place) => place.code)
  return {
    divisions(text, pattern, scope) {
      const wanted = pattern === undefined ? undefined : new RegExp(pattern)
      const found = called(withParents, text).filter((code) => wanted?.test(code) ?? true)
      const within = found.filter((code) => isWithin(code, scope))
      return within.length > 0 ? within : found
    },
    institutions: (text) => called(institutions, text),
  }
}
