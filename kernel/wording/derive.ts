import type { Text } from '../text/text.ts'
import type { BoundFigure } from './bound.ts'
import { compare, decimal, ratio, round, signOf, subtract, text, whole, type Decimal } from './decimal.ts'
import type { Absence, DerivationName, FigureRef, FigureTerm } from './model.ts'
import { pointsOf } from './units.ts'

/** Growth and completion are printed with one decimal unless the definition of the comparison says otherwise. */
const PERCENT_DECIMALS = 1

interface Result {
  readonly value: Decimal | Absence
  readonly unit: Text
  readonly suffix: Text
  readonly formula: Text
  readonly numerator: FigureTerm | null
  readonly denominator: FigureTerm | null
  readonly scale?: FigureRef['scale']
  readonly decimals?: number
  readonly others?: readonly FigureRef[]
}

const PERCENT: Text = { zh: '%', en: '%' }
const THIS: Text = { zh: '本期', en: 'this period' }
const PREVIOUS: Text = { zh: '上期', en: 'the period before' }
const TARGET: Text = { zh: '目标', en: 'target' }

/** A derived figure is as settled as the least settled figure it is made of. */
function settle(figures: readonly FigureRef[]): Pick<FigureRef, 'status' | 'closedOn'> {
  if (figures.some((figure) => figure.status === 'provisional')) return { status: 'provisional', closedOn: null }
  const closedOn = figures.map((figure) => figure.closedOn ?? '').reduce((late, day) => (day > late ? day : late), '')
  return {
    status: figures.some((figure) => figure.status === 'revised') ? 'revised' : 'closed',
    closedOn: closedOn || null,
  }
}

function derived(figure: FigureRef, name: DerivationName, result: Result): FigureRef {
  const { scale: _, absence: __, ...rest } = figure
  const absent = typeof result.value === 'string'
  return {
    ...rest,
    key: '',
    title: { zh: `${figure.title.zh}${result.suffix.zh}`, en: `${figure.title.en}${result.suffix.en}` },
    value: typeof result.value === 'string' ? null : text(result.value),
    ...(absent ? { absence: result.value as Absence } : {}),
    unit: result.unit,
    decimals: result.decimals ?? (typeof result.value === 'string' ? PERCENT_DECIMALS : result.value.scale),
    ...(result.scale ? { scale: result.scale } : {}),
    numerator: result.numerator,
    denominator: result.denominator,
    ...settle([figure, ...(result.others ?? [])]),
    derivation: { name, formula: result.formula },
  }
}

const term = (title: Text, value: string | null): FigureTerm => ({ title, value })

/** Whether either side is absent, and which absence the comparison inherits. */
function absentPair(figure: FigureRef, base: FigureRef | undefined): Absence | undefined {
  if (!base) return 'not-applicable'
  for (const side of [figure, base]) if (side.value === null) return side.absence ?? 'missing'
  return undefined
}

function difference(figure: FigureRef, base: FigureRef | undefined): Decimal | Absence {
  const absent = absentPair(figure, base)
  return absent ?? round(subtract(decimal(figure.value!), decimal(base!.value!)), figure.decimals)
}

/** (this − base) ÷ base in percent; not applicable when the base is zero or negative, where a percentage misleads. */
function growth(figure: FigureRef, base: FigureRef | undefined, decimals: number): Decimal | Absence {
  const absent = absentPair(figure, base)
  if (absent) return absent
  const [now, before] = [decimal(figure.value!), decimal(base!.value!)]
  return signOf(before) <= 0 ? 'not-applicable' : ratio(subtract(now, before), before, 100, decimals)
}

/** Rates per 100,000 have no upper end, and are published with their growth (发病率145.50/10万，同比下降5.97%). */
const GROWING_RATE = '/10万'
const GROWING_RATE_DECIMALS = 2

/** Rates differ in points, quantities and rates per 100,000 grow in percent. */
function comparedWith(figure: FigureRef, base: FigureRef | undefined, baseName: Text, suffix: Text): Result {
  const growing = figure.unit.zh === GROWING_RATE
  const points = growing ? undefined : pointsOf(figure.unit)
  const decimals = growing ? GROWING_RATE_DECIMALS : PERCENT_DECIMALS
  const terms = { numerator: term(THIS, figure.value), denominator: term(baseName, base?.value ?? null) }
  const others = base ? [base] : []
  if (points) {
    const formula = { zh: `本期－${baseName.zh}`, en: `this period − ${baseName.en}` }
    return {
      value: difference(figure, base),
      unit: points,
      suffix,
      formula,
      ...terms,
      others,
      decimals: figure.decimals,
    }
  }
  const formula = {
    zh: `（本期－${baseName.zh}）÷${baseName.zh}×100%`,
    en: `(this period − ${baseName.en}) ÷ ${baseName.en} × 100%`,
  }
  return { value: growth(figure, base, decimals), unit: PERCENT, suffix, formula, ...terms, others, decimals }
}

/** The absolute difference, in the figure's own unit or in points. */
function changedFrom(figure: FigureRef, base: FigureRef | undefined, name: Text, suffix: Text): Result {
  return {
    value: difference(figure, base),
    unit: pointsOf(figure.unit) ?? figure.unit,
    suffix,
    formula: { zh: `本期－${name.zh}`, en: `this period − ${name.en}` },
    numerator: term(THIS, figure.value),
    denominator: term(name, base?.value ?? null),
    decimals: figure.decimals,
    others: base ? [base] : [],
    ...(figure.scale ? { scale: figure.scale } : {}),
  }
}

/** 上年 for a whole year, 上年同期 for a part of it. */
export function lastYearName(figure: FigureRef): Text {
  const wholeYear = /^(FP)?\d{4}$/.test(figure.period.id)
  return wholeYear ? { zh: '上年', en: 'the year before' } : { zh: '上年同期', en: 'the same period last year' }
}

/** A completion that falls short is never rounded up to 100: it gets the decimals it needs to show that it falls short. */
function completion(value: Decimal, target: Decimal): Decimal {
  const short = compare(value, target) < 0
  for (let decimals = PERCENT_DECIMALS; ; decimals += 1) {
    const percent = ratio(value, target, 100, decimals)
    if (!short || compare(percent, whole(100)) < 0) return percent
  }
}

function completionOf({ figure, comparison: { target } }: BoundFigure): Decimal | Absence {
  if (!target) return 'not-applicable'
  if (figure.value === null) return figure.absence ?? 'missing'
  const goal = decimal(target.value)
  return signOf(goal) <= 0 ? 'not-applicable' : completion(decimal(figure.value), goal)
}

const RULES: Record<DerivationName, (bound: BoundFigure) => Result> = {
  'same-time-last-year': ({ figure, comparison }) =>
    comparedWith(figure, comparison.sameTimeLastYear, lastYearName(figure), {
      zh: '（同比）',
      en: ', on a year before',
    }),
  'previous-period': ({ figure, comparison }) =>
    comparedWith(figure, comparison.previousPeriod, PREVIOUS, { zh: '（环比）', en: ', on the period before' }),
  change: ({ figure, comparison }) =>
    changedFrom(figure, comparison.sameTimeLastYear, lastYearName(figure), {
      zh: '（同比增减）',
      en: ', change on a year before',
    }),
  'previous-change': ({ figure, comparison }) =>
    changedFrom(figure, comparison.previousPeriod, PREVIOUS, {
      zh: '（环比增减）',
      en: ', change on the period before',
    }),
  target({ figure, comparison: { target } }) {
    return {
      value: target ? decimal(target.value) : 'not-applicable',
      unit: figure.unit,
      suffix: { zh: '（目标）', en: ', target' },
      formula: { zh: '目标责任书', en: 'as set in the target letter' },
      numerator: null,
      denominator: null,
      decimals: target ? decimal(target.value).scale : figure.decimals,
      ...(figure.scale ? { scale: figure.scale } : {}),
    }
  },
  completion(bound) {
    const { figure, comparison } = bound
    return {
      value: completionOf(bound),
      unit: PERCENT,
      suffix: { zh: '（目标完成率）', en: ', completion of target' },
      formula: { zh: '本期÷目标×100%', en: 'this period ÷ target × 100%' },
      numerator: term(THIS, figure.value),
      denominator: term(TARGET, comparison.target?.value ?? null),
    }
  },
  'target-gap'({ figure, comparison: { target } }) {
    const value = !target ? 'not-applicable' : figure.value === null ? (figure.absence ?? 'missing') : null
    const gap = value ?? subtract(decimal(figure.value!), decimal(target!.value))
    return {
      value: gap,
      unit: pointsOf(figure.unit) ?? figure.unit,
      suffix: { zh: '（与目标之差）', en: ', gap to target' },
      formula: { zh: '本期－目标', en: 'this period − target' },
      numerator: term(THIS, figure.value),
      denominator: term(TARGET, target?.value ?? null),
      ...(figure.scale ? { scale: figure.scale } : {}),
    }
  },
  'time-progress-gap'(bound) {
    const [done, progress] = [completionOf(bound), bound.comparison.target?.progress]
    const passed = progress ? ratio(whole(progress.elapsed), whole(progress.of), 100, PERCENT_DECIMALS) : null
    const rounded = typeof done === 'string' ? done : round(done, PERCENT_DECIMALS)
    return {
      value: typeof rounded === 'string' || !passed ? 'not-applicable' : subtract(rounded, passed),
      unit: pointsOf(PERCENT)!,
      suffix: { zh: '（与时间进度之差）', en: ', gap to time progress' },
      formula: { zh: '目标完成率－时间进度', en: 'completion of target − time elapsed' },
      numerator: term({ zh: '目标完成率', en: 'completion of target' }, typeof done === 'string' ? null : text(done)),
      denominator: term({ zh: '时间进度', en: 'time elapsed' }, passed ? text(passed) : null),
    }
  },
  rank({ comparison: { rank } }) {
    return {
      value: rank ? whole(rank.position) : 'not-applicable',
      unit: { zh: '', en: '' },
      suffix: { zh: '（排名）', en: ', rank' },
      formula: {
        zh: '按指标值排序，数值相同的名次相同，其后名次顺延',
        en: 'ordered by value; equal values share the better rank',
      },
      numerator: rank ? term({ zh: '名次', en: 'rank' }, String(rank.position)) : null,
      denominator: rank ? term({ zh: '参与排名数', en: 'ranked places' }, String(rank.of)) : null,
      decimals: 0,
    }
  },
}

/**
 * The figure that a comparison makes of a bound figure, with its own formula and terms: growth in percent for a quantity,
 * points for a rate, completion, gap, rank. It has no value when the comparison cannot be made, and says which kind of
 * absence; it is as provisional as what it is made of.
 */
export function derive(bound: BoundFigure, name: DerivationName): FigureRef {
  return derived(bound.figure, name, RULES[name](bound))
}

/** Whether the text names a derivation. */
export function isDerivationName(name: string): name is DerivationName {
  return Object.hasOwn(RULES, name)
}
