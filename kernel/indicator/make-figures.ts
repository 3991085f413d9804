import { divisionLevel } from '../place/code.ts'
import { addWeighted, isZero, roundedDigits, type Amount } from './amount.ts'
import { lastMonthOf, type Window } from './horizon.ts'
import { termsOf, type Indicator, type Term } from './indicator.ts'
import type { Values } from './read-values.ts'

const NOTHING: ReadonlyMap<string, Amount> = new Map()

/** A place that always has a figure. */
interface Division {
  readonly code: string
  readonly parent: string | null
}

/** A figure before it is written. */
interface MadeFigure {
  readonly place: string
  readonly parent: string | null
  readonly numerator: Amount
  /** Of a ratio. */
  readonly denominator: Amount | null
  /** The value without its point; null where there is none. */
  readonly digits: number | bigint | null
  rank: number | null
  rankedOf: number | null
}

/** Codes of divisions are digits; those of institutions begin with a letter. */
export const isDivision = (place: string) => place < 'A'

/** A sum of terms in a window, by place; places where nothing was counted are left out. */
function sumsOf(terms: readonly Term[], window: Window, values: Values): ReadonlyMap<string, Amount> {
  const month = lastMonthOf(window)
  const of = ({ measure }: Term) =>
    values.get(measure.id)?.get(measure.kind === 'stock' ? month : window.period) ?? NOTHING
  const [first] = terms
  if (terms.length === 1 && first!.weight === 1) return of(first!)
  const sums = new Map<string, Amount>()
  for (const term of terms)
    for (const [place, value] of of(term)) sums.set(place, addWeighted(sums.get(place) ?? 0, value, term.weight))
  return sums
}

/** The figures of an indicator in a window: every division has one (zero is a value), institutions where something was counted. */
export function figuresOf(
  indicator: Indicator,
  window: Window,
  values: Values,
  divisions: readonly Division[],
): MadeFigure[] {
  const over = sumsOf(termsOf(indicator.numerator), window, values)
  const under = indicator.kind === 'ratio' ? sumsOf(termsOf(indicator.denominator), window, values) : undefined
  const make = ({ code, parent }: Division): MadeFigure => {
    const numerator = over.get(code) ?? 0
    const denominator = under ? (under.get(code) ?? 0) : null
    let digits: number | bigint | null = null
    if (indicator.kind === 'quantity') digits = roundedDigits(numerator, 1, 1, indicator.decimals)
    else if (indicator.kind === 'ratio' && denominator !== null && !isZero(denominator))
      digits = roundedDigits(numerator, denominator, indicator.scale, indicator.decimals)
    return { place: code, parent, numerator, denominator, digits, rank: null, rankedOf: null }
  }
  const institutions = [...new Set([...over.keys(), ...(under?.keys() ?? [])])].filter((code) => !isDivision(code))
  return [...divisions, ...institutions.sort().map((code) => ({ code, parent: null }))].map(make)
}

/** Ranks divisions among their siblings. Equal values share the better rank; a place without value is not ranked. */
export function rank(figures: readonly MadeFigure[], better: Indicator['better']): void {
  if (better === 'neither') return
  const families = Map.groupBy(
    figures.filter((figure) => figure.parent !== null),
    (figure) => figure.parent,
  )
  for (const family of families.values()) {
    const ranked = family.filter((figure) => figure.digits !== null)
    ranked.sort((one, other) => {
      const difference = one.digits! < other.digits! ? -1 : one.digits! > other.digits! ? 1 : 0
      return better === 'lower' ? difference : -difference
    })
    ranked.forEach((figure, index) => {
      const before = ranked[index - 1]
      // A number and a bigint of the same value are equal here.
      const tied = before && !(before.digits! < figure.digits!) && !(before.digits! > figure.digits!)
      figure.rank = tied ? before.rank : index + 1
    })
    for (const figure of family) figure.rankedOf = ranked.length
  }
}

/** Whether a village has nothing that its empty figure would not say. */
export function isEmpty({ place, numerator, denominator, rank: ranked }: MadeFigure): boolean {
  const nothing = isZero(numerator) && (denominator === null || isZero(denominator))
  return nothing && ranked === null && divisionLevel(place) === 'village'
}
