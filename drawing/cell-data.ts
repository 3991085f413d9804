/** A wording in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}
export type Language = keyof Text

/** The ways in which figures can be looked at. */
export const views = ['number', 'line', 'bar', 'map', 'table', 'bullet'] as const
export type View = (typeof views)[number]

export type Light = 'green' | 'yellow' | 'red'

export interface DrawnIndicator {
  readonly id: string
  readonly title: Text
  readonly unit: Text
  readonly better: 'higher' | 'lower' | 'neither'
  /** A share or mean, whose target is a level; otherwise a quantity, whose target is reached by the year's end. */
  readonly rate: boolean
}

/** Coordinates are cells of a schematic map. */
export interface DrawnPlace {
  readonly code: string
  readonly name: string
  readonly x: number | null
  readonly y: number | null
}

export interface DrawnPeriod {
  readonly id: string
  readonly title: Text
}

/** A figure with what it is compared with; numbers are decimal strings at the indicator's decimals, null where there is none. */
export interface Datum {
  readonly indicator: string
  readonly place: string
  readonly period: string
  readonly value: string | null
  /** Without people or events to divide by, a rate does not arise; that is not the same as missing. */
  readonly notApplicable: boolean
  /** Not told to this reader: few people of a restricted subject, or what would tell of them. */
  readonly withheld?: boolean
  readonly provisional: boolean
  /** Due by the end of the period, and by the end of the year. */
  readonly due: string | null
  readonly target: string | null
  readonly lastYear: string | null
  readonly change: { readonly kind: 'percent' | 'points'; readonly value: string } | null
  readonly light: Light | null
  readonly rank: number | null
  readonly rankedOf: number | null
}

/** What somebody noted about a figure. `number` stands beside the figure and before the note. */
export interface Note {
  readonly id: string
  readonly number: number
  readonly indicator: string
  readonly place: string
  readonly placeName: string
  readonly period: string
  readonly text: string
  readonly author: string
  /** The day, in China. */
  readonly on: string
}

/** One view with everything that is drawn: what it is, over which indicators, places and periods, and the figures that exist for the reader. */
export interface CellData {
  readonly id: string
  readonly view: View
  readonly title: Text
  /** Columns of four, and rows. */
  readonly width: number
  readonly height: number
  readonly indicators: readonly DrawnIndicator[]
  readonly places: readonly DrawnPlace[]
  /** Oldest first. */
  readonly periods: readonly DrawnPeriod[]
  readonly data: readonly Datum[]
  readonly notes: readonly Note[]
}

/** The figure's name: `indicator~place~period`. */
export const figureKey = ({ indicator, place, period }: Pick<Datum, 'indicator' | 'place' | 'period'>): string =>
  `${indicator}~${place}~${period}`

/** Finds figures of a cell by what they are of. */
export function finder(cell: CellData): (indicator: string, place: string, period: string) => Datum | undefined {
  const known = new Map(cell.data.map((datum) => [figureKey(datum), datum]))
  return (indicator, place, period) => known.get(figureKey({ indicator, place, period }))
}

/** The number of the note beside a figure; undefined where nothing was noted. */
export function noteNumber(cell: CellData, datum: Datum | undefined): number | undefined {
  return datum && cell.notes.find((note) => figureKey(note) === figureKey(datum))?.number
}
