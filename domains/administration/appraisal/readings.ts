import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { divide, multiply, rational, sum, type Rational } from '@kangheng/kernel/exact/rational.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { FigureValue } from '@kangheng/kernel/expression/parse.ts'
import type { Unit } from './units.ts'

/** A figure that a unit cannot be appraised by: not there at all, or not closed yet. */
export interface OpenFigure {
  readonly unit: string
  readonly indicator: string
  readonly fault: 'missing' | 'provisional'
}

/** The figures of all units by the keys of the formulas; null where a figure exists and has no value (its denominator is zero). */
export interface FigureReadings {
  readonly byUnit: ReadonlyMap<string, Readonly<Record<string, string | null>>>
  /** Empty when everything is there and closed. */
  readonly open: readonly OpenFigure[]
}

const TERM = /^\[([a-z0-9.-]+)(?:@(last-year|target))?\]$/

/** The indicator a key of a formula means; undefined for a fact. */
export function figureOf(term: string): { indicator: string; of: FigureValue } | undefined {
  const match = TERM.exec(term)
  return match ? { indicator: match[1]!, of: (match[2] as FigureValue | undefined) ?? 'value' } : undefined
}

const exact = (text: string): Rational => decimalToRational(parseDecimal(text))

/** The value of several places together, from their numerators and denominators, by the indicator's own formula and rounding. A derived figure has no such parts. */
function together(indicator: Indicator, figures: readonly FigureReading[]): string | null {
  if (indicator.kind === 'derived') return null
  const numerator = sum(figures.map((figure) => exact(figure.numerator ?? figure.value ?? '0')))
  if (indicator.kind === 'quantity') return printDecimal(roundHalfUp(numerator, indicator.decimals))
  const denominator = sum(figures.map((figure) => exact(figure.denominator ?? '0')))
  if (denominator.n === 0n) return null
  const scaled = multiply(numerator, rational(BigInt(indicator.scale)))
  return printDecimal(roundHalfUp(divide(scaled, denominator), indicator.decimals))
}

function valueOf(indicator: Indicator, of: FigureValue, figures: readonly FigureReading[]): string | null {
  if (of === 'target') return figures[0]!.target
  if (of === 'last-year') return figures[0]!.lastYear
  return figures.length === 1 ? figures[0]!.value : together(indicator, figures)
}

/**
 * Reads what the formulas of a rule set need of every unit's figures, from the one store of figures. A unit of several places (a team and its villages) gets
 * one value, computed from their numerators and denominators. Reads what the connection's actor may see; what is not there or not closed is told.
 */
export async function readUnitFigures(
  connection: Connection,
  query: {
    county: string
    period: string
    units: readonly Unit[]
    terms: readonly string[]
    indicators: ReadonlyMap<string, Indicator>
  },
): Promise<FigureReadings> {
  const wanted = query.terms.flatMap((term) => {
    const figure = figureOf(term)
    return figure ? [{ term, ...figure }] : []
  })
  const figures =
    wanted.length === 0
      ? []
      : await readFigures(connection, {
          county: query.county,
          indicators: [...new Set(wanted.map(({ indicator }) => indicator))],
          places: [...new Set(query.units.flatMap(({ places }) => places))],
          periods: [query.period],
        })
  const at = new Map(figures.map((figure) => [`${figure.indicator}|${figure.place}`, figure]))
  const open: OpenFigure[] = []
  const byUnit = new Map<string, Readonly<Record<string, string | null>>>()
  for (const unit of query.units) {
    const values: Record<string, string | null> = {}
    for (const { term, indicator, of } of wanted) {
      const found = unit.places.map((place) => at.get(`${indicator}|${place}`)).filter((figure) => figure !== undefined)
      if (found.length < unit.places.length) open.push({ unit: unit.name, indicator, fault: 'missing' })
      else {
        if (found.some((figure) => figure.status === 'provisional'))
          open.push({ unit: unit.name, indicator, fault: 'provisional' })
        values[term] = valueOf(query.indicators.get(indicator)!, of, found)
      }
    }
    byUnit.set(unit.key, values)
  }
  return { byUnit, open }
}
