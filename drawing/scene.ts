/** Colours by what they mean; what draws a scene knows the colour, so that page, dark page and paper have their own. */
export type Ink =
  | 'ink'
  | 'quiet'
  | 'rule'
  | 'surface'
  | 'sunken'
  | 'accent'
  | 'last-year'
  | 'good'
  | 'warn'
  | 'bad'
  | `series-${0 | 1 | 2 | 3 | 4 | 5}`
  | `shade-${0 | 1 | 2 | 3 | 4}`

export type Point = readonly [x: number, y: number]

interface About {
  /** The figure that the mark stands for (`figureKey`): whoever presses it is shown what is behind it. */
  readonly figure?: string
  /** What a reader is told who points at it. */
  readonly label?: string
}

/** A line through points. */
export interface LineMark extends About {
  readonly kind: 'line'
  readonly points: readonly Point[]
  readonly ink: Ink
  readonly width: number
  /** Lengths of strokes and gaps; solid when not given. */
  readonly dash?: readonly number[]
}

/** A closed shape. */
export interface ShapeMark extends About {
  readonly kind: 'shape'
  readonly points: readonly Point[]
  readonly fill?: Ink
  readonly ink?: Ink
  readonly width?: number
}

export interface CircleMark extends About {
  readonly kind: 'circle'
  readonly centre: Point
  readonly radius: number
  readonly fill?: Ink
  readonly ink?: Ink
  readonly width?: number
}

/** One line of text; `at` is on the base line. */
export interface TextMark extends About {
  readonly kind: 'text'
  readonly at: Point
  readonly text: string
  readonly size: number
  readonly ink: Ink
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
}

/** What a picture is made of. Lengths are pixels of a page whose text is 12 high; the whole is scaled to where it is shown. */
export type Mark = LineMark | ShapeMark | CircleMark | TextMark
export type Scene = readonly Mark[]

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The four corners of a rectangle. */
export const corners = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

/** Moves a scene. */
export function moved(scene: Scene, dx: number, dy: number): Mark[] {
  const move = ([x, y]: Point): Point => [x + dx, y + dy]
  return scene.map((mark) => {
    if (mark.kind === 'text') return { ...mark, at: move(mark.at) }
    if (mark.kind === 'circle') return { ...mark, centre: move(mark.centre) }
    return { ...mark, points: mark.points.map(move) }
  })
}

/** Slanted lines that fill a rectangle, `gap` apart: what tells one bar from another where there is no colour. */
export function hatched({ x, y, width, height }: Box, gap: number, ink: Ink, lineWidth = 0.8): LineMark[] {
  const lines: LineMark[] = []
  for (let offset = gap; offset < width + height; offset += gap) {
    const from: Point = offset <= width ? [x + offset, y] : [x + width, y + offset - width]
    const to: Point = offset <= height ? [x, y + offset] : [x + offset - height, y + height]
    lines.push({ kind: 'line', points: [from, to], ink, width: lineWidth })
  }
  return lines
}
