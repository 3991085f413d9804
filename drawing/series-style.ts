import type { CircleMark, Ink, Point, ShapeMark } from './scene.ts'

/** How one series differs from another: by dash and by marker, and by colour besides. Whoever prints in black loses nothing. */
export interface SeriesStyle {
  readonly ink: Ink
  /** Solid when empty. */
  readonly dash: readonly number[]
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond'
  readonly filled: boolean
  readonly width: number
}

/** As many series as one picture shows; more could not be told apart. */
export const seriesStyles: readonly SeriesStyle[] = [
  { ink: 'series-0', dash: [], shape: 'circle', filled: true, width: 2.2 },
  { ink: 'series-1', dash: [7, 3], shape: 'square', filled: false, width: 1.8 },
  { ink: 'series-2', dash: [2, 2.5], shape: 'triangle', filled: true, width: 1.8 },
  { ink: 'series-3', dash: [9, 3, 2, 3], shape: 'diamond', filled: false, width: 1.8 },
  { ink: 'series-4', dash: [4, 4], shape: 'circle', filled: false, width: 1.8 },
  { ink: 'series-5', dash: [12, 3, 2, 3, 2, 3], shape: 'square', filled: true, width: 1.8 },
]

const outlines: Readonly<Record<'square' | 'triangle' | 'diamond', readonly Point[]>> = {
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  triangle: [
    [0, -1.15],
    [1.05, 0.8],
    [-1.05, 0.8],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
}

/** A marker; hollow ones have the ground within. */
export function marker(
  style: Pick<SeriesStyle, 'ink' | 'shape' | 'filled'>,
  [x, y]: Point,
  size: number,
): ShapeMark | CircleMark {
  const look = { fill: style.filled ? style.ink : ('surface' as const), ink: style.ink, width: 1.4 }
  if (style.shape === 'circle') return { kind: 'circle', centre: [x, y], radius: size, ...look }
  const points = outlines[style.shape].map(([dx, dy]): Point => [x + dx * size, y + dy * size])
  return { kind: 'shape', points, ...look }
}
