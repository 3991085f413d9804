import type { Light } from './cell-data.ts'
import type { Mark, Point } from './scene.ts'

const INKS = { green: 'good', yellow: 'warn', red: 'bad' } as const

/** How far behind something is, by shape as well as colour: a filled circle on course, an open diamond slightly, a filled square with a cross far behind. */
export function lightMark(light: Light, [x, y]: Point, size: number): Mark[] {
  const ink = INKS[light]
  if (light === 'green') return [{ kind: 'circle', centre: [x, y], radius: size, fill: ink }]
  if (light === 'yellow')
    return [
      {
        kind: 'shape',
        points: [
          [x, y - size * 1.25],
          [x + size * 1.25, y],
          [x, y + size * 1.25],
          [x - size * 1.25, y],
        ],
        fill: 'surface',
        ink,
        width: 1.6,
      },
    ]
  const cross = size * 0.55
  return [
    {
      kind: 'shape',
      points: [
        [x - size, y - size],
        [x + size, y - size],
        [x + size, y + size],
        [x - size, y + size],
      ],
      fill: ink,
    },
    {
      kind: 'line',
      points: [
        [x - cross, y - cross],
        [x + cross, y + cross],
      ],
      ink: 'surface',
      width: 1.4,
    },
    {
      kind: 'line',
      points: [
        [x - cross, y + cross],
        [x + cross, y - cross],
      ],
      ink: 'surface',
      width: 1.4,
    },
  ]
}
