import type { MarkColour, RecordRow, RecordType } from '../api/types.ts'

/** A record of the person with its rows. */
export interface Kept {
  readonly type: RecordType
  readonly rows: readonly RecordRow[]
}

/** A row on the line. */
export interface Mark {
  readonly id: string
  readonly type: RecordType
  readonly row: RecordRow
  readonly on: string
  readonly colour: MarkColour | undefined
}

/** One episode with its marks in the order of their days. */
export interface Episode {
  readonly id: string
  readonly type: RecordType
  readonly row: RecordRow
  readonly from: string
  readonly to: string
  readonly marks: readonly Mark[]
}

const text = (row: RecordRow, field: string | undefined) => {
  const value = field === undefined ? undefined : row[field]
  return value === null || value === undefined ? undefined : String(value)
}

/** The episodes of a line, the newest first, with the rows of all records that name it. */
export function episodesOf(known: readonly Kept[], line: string): Episode[] {
  const own = known.filter(({ type }) => type.timeline?.line === line)
  const marks = own.flatMap(({ type, rows }) => {
    const { episode, colour } = type.timeline!
    if (episode === undefined) return []
    return rows.map((row) => {
      const value = text(row, colour?.field)
      const mark: Mark = {
        ...{ id: row.id, type, row, on: String(row['happenedOn']) },
        colour: value === undefined ? undefined : colour?.colours[value],
      }
      return { of: text(row, episode), mark }
    })
  })
  return own
    .filter(({ type }) => type.timeline!.episode === undefined)
    .flatMap(({ type, rows }) =>
      rows.map((row): Episode => {
        const { from, to } = type.timeline!
        const of = marks
          .filter((each) => each.of === row.id)
          .map(({ mark }) => mark)
          .sort((one, other) => (one.on < other.on ? -1 : 1))
        const days = [String(row['happenedOn']), ...of.map(({ on }) => on), text(row, from), text(row, to)]
        const sorted = days.filter((day) => day !== undefined).sort()
        return { id: row.id, type, row, from: sorted[0]!, to: sorted.at(-1)!, marks: of }
      }),
    )
    .sort((one, other) => (one.from < other.from ? 1 : -1))
}

/** Where a day lies between the first and the last one, from 0 to 1. */
export function placeOf(on: string, { from, to }: Pick<Episode, 'from' | 'to'>): number {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  return last === first ? 0 : (Date.parse(on) - first) / (last - first)
}

/** Rows of labels so that none covers another: the row of each mark, given how much of the line a label takes. */
export function rowsOfLabels(places: readonly number[], width: number): number[] {
  const ends: number[] = []
  return places.map((place) => {
    const free = ends.findIndex((end) => end <= place)
    const row = free === -1 ? ends.length : free
    ends[row] = place + width
    return row
  })
}
