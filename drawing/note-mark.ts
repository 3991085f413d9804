import type { Mark, Point } from './scene.ts'

/** The number of a note in a ring, beside the figure it is about. */
export function noteMark(number: number, [x, y]: Point): Mark[] {
  return [
    { kind: 'circle', centre: [x, y], radius: 7, fill: 'surface', ink: 'ink', width: 1 },
    { kind: 'text', at: [x, y + 3.5], text: String(number), size: 10, ink: 'ink', anchor: 'middle', bold: true },
  ]
}
