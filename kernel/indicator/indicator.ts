import type { Text } from '../text/text.ts'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { Measure } from './measure.ts'

/** One term of a numerator or denominator: a measure taken once or subtracted, or half of it (for means of two moments). */
export interface Term {
  readonly measure: Measure
  readonly weight: 1 | -1 | 0.5 | -0.5
}

/** A sum of measures; a single measure is the common case. */
export type Quantity = Measure | readonly Term[]

interface IndicatorBase {
  readonly id: string
  readonly title: Text
  /** Version of the definition; figures keep the version they were computed by. */
  readonly version: number
  /** Whether more is better, less is better, or neither (a mere quantity). */
  readonly better: 'higher' | 'lower' | 'neither'
  readonly decimals: number
  /** %, ‰, 人, 元 …; in the head of every table. */
  readonly unit: Text
  /** What the count is based on (口径): usual residents, registered residents, institution … */
  readonly basis: Text
  /** Regulation, standard or reference the definition comes from. */
  readonly source: string
  /** Shown on the cockpit. */
  readonly headline: boolean
  /** Other names used in written summaries, for the figure check. */
  readonly synonyms: readonly string[]
  /**
   * Of a restricted subject: who may not see the record is told no figure that counts fewer than so many, for in a village a small figure names people. Which figures beside
   * it are withheld as well is said in `withhold.ts`.
   */
  readonly guard: { readonly record: AnyRecord; readonly below: number } | null
}

/** numerator / denominator × scale; no value where the denominator is zero. */
export interface RatioIndicator extends IndicatorBase {
  readonly kind: 'ratio'
  readonly numerator: Quantity
  readonly denominator: Quantity
  readonly scale: 1 | 100 | 1000 | 10000 | 100000
}

/** A quantity as it is: a count or an amount. */
export interface QuantityIndicator extends IndicatorBase {
  readonly kind: 'quantity'
  readonly numerator: Quantity
}

/** One age group (or other stratum) of a derived indicator: what happened in it, and who could have been struck. */
export interface Stratum {
  readonly events: Quantity
  /** Stocks; the engine makes years at risk of them. */
  readonly population: Quantity
  /** Events of a part that the formula sets apart (one cause of death among all). */
  readonly part?: Quantity
}

/** A stratum as a formula gets it. `years` are years lived at risk: the stocks of the months' ends, each for a twelfth of a year. */
export interface StratumValues {
  readonly events: number
  readonly years: number
  readonly part: number
}

/**
 * A function of strata that no sum of numerators and denominators gives: a life expectancy, a standardised rate. It is computed for the county and its townships;
 * villages, and whatever has fewer than `leastYears` years at risk, have no value. Double precision, rounded half up once.
 */
export interface DerivedIndicator extends IndicatorBase {
  readonly kind: 'derived'
  /** All events together, by which the figure is traced to its rows. */
  readonly numerator: Quantity
  readonly strata: readonly Stratum[]
  readonly leastYears: number
  /** Undefined where the strata give no value. Pure. */
  readonly formula: (strata: readonly StratumValues[]) => number | undefined
}

/** A formula over measures. */
export type Indicator = RatioIndicator | QuantityIndicator | DerivedIndicator

interface IndicatorOptions {
  id: string
  title: Text
  unit: Text | string
  basis: Text
  source: string
  version?: number
  better?: IndicatorBase['better']
  decimals?: number
  headline?: boolean
  synonyms?: readonly string[]
  guard?: IndicatorBase['guard']
}

const SCALES: Record<string, RatioIndicator['scale']> = { '%': 100, '‰': 1000, '/万': 10000, '/10万': 100000 }

function base(options: IndicatorOptions, better: IndicatorBase['better'], decimals: number): IndicatorBase {
  return {
    id: options.id,
    title: options.title,
    unit: typeof options.unit === 'string' ? { zh: options.unit, en: options.unit } : options.unit,
    basis: options.basis,
    source: options.source,
    version: options.version ?? 1,
    better: options.better ?? better,
    decimals: options.decimals ?? decimals,
    headline: options.headline ?? false,
    synonyms: options.synonyms ?? [],
    guard: options.guard ?? null,
  }
}

/** A rate: `%`, `‰`, `/万` and `/10万` carry their scale; any other unit is a plain average (scale 1). */
export function ratio(numerator: Quantity, denominator: Quantity, options: IndicatorOptions): RatioIndicator {
  const common = base(options, 'higher', 2)
  return { ...common, kind: 'ratio', numerator, denominator, scale: SCALES[common.unit.zh] ?? 1 }
}

/** A count or amount. */
export function quantity(numerator: Quantity, options: IndicatorOptions): QuantityIndicator {
  return { ...base(options, 'neither', 0), kind: 'quantity', numerator }
}

/** A function of strata, such as a life expectancy or a rate standardised by age. */
export function derived(
  numerator: Quantity,
  strata: readonly Stratum[],
  options: IndicatorOptions & Pick<DerivedIndicator, 'leastYears' | 'formula'>,
): DerivedIndicator {
  const { leastYears, formula } = options
  return { ...base(options, 'neither', 2), kind: 'derived', numerator, strata, leastYears, formula }
}

/** The terms of a quantity. */
export function termsOf(quantityOrMeasure: Quantity): readonly Term[] {
  return 'kind' in quantityOrMeasure ? [{ measure: quantityOrMeasure, weight: 1 }] : quantityOrMeasure
}

/** a + b + … */
export function plus(...measures: Measure[]): readonly Term[] {
  return measures.map((measure) => ({ measure, weight: 1 }))
}

/** a − b − … */
export function minus(from: Measure, ...measures: Measure[]): readonly Term[] {
  return [{ measure: from, weight: 1 }, ...measures.map((measure) => ({ measure, weight: -1 }) as const)]
}

/**
 * The mean of a stock at the beginning and at the end of a period, as rates over a population need it. The beginning is the end
 * less what came and plus what went, so that it holds for every place and every length of period.
 */
export function meanStock(atEnd: Measure, came: Measure, went: Measure): readonly Term[] {
  return [
    { measure: atEnd, weight: 1 },
    { measure: came, weight: -0.5 },
    { measure: went, weight: 0.5 },
  ]
}

/** The measures of numerator and denominator, which are added up in the same stroke for all places. */
function statedMeasures(indicator: Indicator): Measure[] {
  const terms = [...termsOf(indicator.numerator), ...(indicator.kind === 'ratio' ? termsOf(indicator.denominator) : [])]
  return terms.map((term) => term.measure)
}

/** The terms of a stratum, each with the side of the formula it belongs to. */
export function stratumTerms({ events, population, part }: Stratum): { side: keyof StratumValues; term: Term }[] {
  const of = (side: keyof StratumValues, sum: Quantity) => termsOf(sum).map((term) => ({ side, term }))
  return [...of('events', events), ...of('years', population), ...(part ? of('part', part) : [])]
}

/** All measures an indicator is made of. */
export function measuresOf(indicator: Indicator): Measure[] {
  const strata = indicator.kind === 'derived' ? indicator.strata : []
  return [...statedMeasures(indicator), ...strata.flatMap(stratumTerms).map(({ term }) => term.measure)]
}

const eachOnce = (indicators: Iterable<Indicator>, measuresIn: (indicator: Indicator) => Measure[]): Measure[] => {
  const measures = new Map<string, Measure>()
  for (const indicator of indicators) for (const measure of measuresIn(indicator)) measures.set(measure.id, measure)
  return [...measures.values()]
}

/** Measures of several indicators, each once. */
export const measuresOfAll = (indicators: Iterable<Indicator>): Measure[] => eachOnce(indicators, measuresOf)

/** Measures of their numerators and denominators, each once. */
export const statedMeasuresOfAll = (indicators: Iterable<Indicator>): Measure[] => eachOnce(indicators, statedMeasures)

/**
 * Whether an indicator says how things stand at the end of a period and nothing about what happened in it. Its figure of a quarter or a year is that of
 * the last month, so that only months are stored.
 */
export function standsAtMonthEnd(indicator: Indicator): boolean {
  return measuresOf(indicator).every((measure) => measure.kind === 'stock')
}

/** A sum of measures in words: 甲＋乙－丙. */
export function quantityTitle(quantityOrMeasure: Quantity): Text {
  const terms = termsOf(quantityOrMeasure)
  const say = (language: 'zh' | 'en', plusSign: string, minusSign: string) =>
    terms
      .map(
        ({ measure, weight }, index) =>
          `${weight < 0 ? minusSign : index > 0 ? plusSign : ''}${measure.title[language]}`,
      )
      .join('')
  return { zh: say('zh', '＋', '－'), en: say('en', ' + ', ' − ') }
}
