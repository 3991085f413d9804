import type { Preview } from './preview.ts'

/** One unit under two rule sets. */
export interface ComparedUnit {
  readonly unit: string
  readonly name: string
  readonly scored: string
  readonly outOf: string
  readonly rank: number | null
  readonly other: { readonly scored: string; readonly outOf: string; readonly rank: number | null } | null
}

/** Sets two previews of the same units and period side by side, in the order of the first one's ranks. */
export function compare(one: Preview, other: Preview | undefined): ComparedUnit[] {
  const beside = new Map(other?.units.map((unit) => [unit.unit, unit]))
  return one.units
    .map(({ unit, name, scored, outOf, rank }) => {
      const match = beside.get(unit)
      return {
        unit,
        name,
        scored,
        outOf,
        rank,
        other: match ? { scored: match.scored, outOf: match.outOf, rank: match.rank } : null,
      }
    })
    .sort((first, second) => (first.rank ?? 999) - (second.rank ?? 999) || (first.unit < second.unit ? -1 : 1))
}
