import type { Text } from '@kangheng/kernel/text/text.ts'
import type { Kind, Level } from '../codes.ts'

/** A line of a standard: what is asked, and the points it is worth. */
export interface ShippedItem {
  readonly code: string
  readonly part: string
  readonly requirement: string
  readonly points: number
  readonly decisive?: true
}

/** A standard that ships with the house, as a beginning for the county’s own paper. */
export interface ShippedStandard {
  readonly title: Text
  readonly kind: Kind
  readonly level: Level
  readonly source: string
  readonly passFrom: number
  readonly validYears: number
  readonly requires?: Level
  readonly items: readonly ShippedItem[]
}

/** Lines of one part, numbered through: `1.1`, `1.2`. `!` before the words makes a line decisive. */
export function part(number: number, title: string, lines: readonly (readonly [words: string, points: number])[]) {
  return lines.map(([words, points], index): ShippedItem => ({
    code: `${number}.${index + 1}`,
    part: title,
    requirement: words.replace(/^!/, ''),
    points,
    ...(words.startsWith('!') ? { decisive: true } : {}),
  }))
}
