import type { Text } from '../text/text.ts'
import type { RankRef } from './bound.ts'
import { compare, decimal } from './decimal.ts'
import type { FigureRef } from './model.ts'

/** A place in a ranking; figures without a value have no position and stand last. */
export interface Ranked {
  readonly figure: FigureRef
  readonly position: number | null
  /** How many share the position, itself included. */
  readonly tied: number
}

/**
 * Ranks figures of one indicator, best first. Equal values share the better position and the next position is skipped
 * (1, 2, 2, 4). What is compared is the stored value, so that figures which print alike rank alike. Figures that share a
 * position keep the order they came in.
 */
export function rankFigures(
  figures: readonly FigureRef[],
  better: 'higher' | 'lower' | 'neither' = 'higher',
): Ranked[] {
  const direction = better === 'lower' ? 1 : -1
  const valued = figures
    .filter((figure) => figure.value !== null)
    .map((figure) => ({ figure, value: decimal(figure.value!) }))
    .sort((a, b) => direction * compare(a.value, b.value))
  const ranked = valued.map(({ figure, value }) => ({
    figure,
    position: valued.findIndex((other) => compare(other.value, value) === 0) + 1,
    tied: valued.filter((other) => compare(other.value, value) === 0).length,
  }))
  const absent = figures.filter((figure) => figure.value === null)
  return [...ranked, ...absent.map((figure) => ({ figure, position: null, tied: 0 }))]
}

/** What one place's figure may say of its rank; undefined when it is not ranked. */
export function rankOf(ranking: readonly Ranked[], place: string, within: Text, kind: Text): RankRef | undefined {
  const found = ranking.find((entry) => entry.figure.place.code === place)
  if (!found || found.position === null) return undefined
  const of = ranking.filter((entry) => entry.position !== null).length
  return { position: found.position, of, tied: found.tied, unranked: ranking.length - of, within, kind }
}

/** The best `count` and everyone tied with the last of them; nobody when all are equal or everyone would be named. */
export function leading(ranking: readonly Ranked[], count: number): Ranked[] {
  const valued = ranking.filter((entry) => entry.position !== null)
  const leaders = valued.filter((entry) => entry.position! <= count)
  return leaders.length < valued.length ? leaders : []
}

/** The last `count`, worst last, and everyone tied with the first of them; never one who is also among the best. */
export function lagging(ranking: readonly Ranked[], count: number): Ranked[] {
  const valued = ranking.filter((entry) => entry.position !== null)
  const border = valued.at(-count)?.position
  const leaders = new Set(leading(ranking, count))
  if (border == null || leaders.size === 0) return []
  return valued.filter((entry) => entry.position! >= border && !leaders.has(entry))
}
