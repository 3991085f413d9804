import {
  type DetectOptions,
  type IndexRange,
  type LabelledSeries,
  type Method,
  METHODS,
} from '@kangheng/domains/public-health/communicable-disease/warning/index.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { optional, required, type Arguments, type OptionDefinition } from '../arguments.ts'

const FARRINGTON: readonly Method[] = ['farrington', 'farrington-flexible']
const FLEXIBLE: readonly Method[] = ['farrington-flexible']
const EARS: readonly Method[] = ['ears-c1', 'ears-c2', 'ears-c3']
const PERCENTILE: readonly Method[] = ['moving-percentile']
/** Parts of a year in the model of the season; more than there are steps between two windows makes no sense. */
const [MOST_YEARS, MOST_STEPS, MOST_PERIODS] = [30, 182, 52]

interface MethodOption extends OptionDefinition {
  /** The methods it belongs to. */
  readonly methods: readonly Method[]
  /** What it sets. */
  read(value: string, name: string, method: Method): DetectOptions
}

function numberIn(low: number, high: number, whole: boolean, inclusive = true) {
  return (value: string, name: string): number => {
    const number = /^\d+(\.\d+)?(e-?\d+)?$/i.test(value.trim()) ? Number(value) : Number.NaN
    const inside = inclusive ? number >= low && number <= high : number > low && number < high
    if (inside && (!whole || Number.isInteger(number))) return number
    return refuse(name, {
      zh: `--${name} 应为 ${low} 到 ${high} 之间的${whole ? '整数' : '数'}，却是“${value}”`,
      en: `--${name} must be a ${whole ? 'whole ' : ''}number between ${low} and ${high}, not “${value}”`,
    })
  }
}

function oneOf<Value extends string>(...values: readonly Value[]) {
  return (value: string, name: string): Value =>
    values.find((each) => each === value) ??
    refuse(name, {
      zh: `--${name} 应为 ${values.join('、')} 之一，却是“${value}”`,
      en: `--${name} must be one of ${values.join(', ')}, not “${value}”`,
    })
}

const probability = numberIn(0, 1, false, false)
const yearsBack = numberIn(1, MOST_YEARS, true)
const steps = numberIn(0, MOST_STEPS, true)
const partsOfYear = numberIn(1, MOST_PERIODS, true)
const percent = numberIn(0, 100, false)
const anyAmount = numberIn(0, 1e6, false)
const level = numberIn(0, 1, false)
const baselineSteps = numberIn(3, 3650, true)
const threshold = oneOf('delta', 'nb-plugin', 'muan')
const transform = oneOf('2/3', '1/2', 'none')
const reference = oneOf('position', 'date')

/** Settings of the methods, with the method each belongs to. */
export const methodOptions: readonly MethodOption[] = [
  {
    name: 'alpha',
    value: 'P',
    methods: METHODS,
    text: {
      zh: '错误率（EARS 0.001，Farrington 0.05；移动百分位为 1 减百分位，0.2）',
      en: 'error rate (EARS 0.001, Farrington 0.05; moving percentile: 1 minus the percentile, 0.2)',
    },
    read(value, name, method) {
      const alpha = probability(value, name)
      return method === 'moving-percentile' ? { percentile: 100 * (1 - alpha) } : { alpha }
    },
  },
  {
    name: 'years',
    value: 'N',
    methods: [...FARRINGTON, ...PERCENTILE],
    text: { zh: '回看年数（Farrington 5，移动百分位 3）', en: 'years of history (Farrington 5, moving percentile 3)' },
    read: (value, name) => ({ years: yearsBack(value, name) }),
  },
  {
    name: 'half-width',
    value: 'N',
    methods: [...FARRINGTON, ...PERCENTILE],
    text: {
      zh: '同期前后各取几期（Farrington 3，移动百分位 2）',
      en: 'steps on each side of the same week (Farrington 3, moving percentile 2)',
    },
    read: (value, name) => ({ halfWidth: steps(value, name) }),
  },
  {
    name: 'reference',
    value: 'position|date',
    methods: [...FARRINGTON, ...PERCENTILE],
    text: {
      zh: '往年同期：position 按每年52周（365天）倒数，date 按日历日期',
      en: 'same week of a past year: position counts 52 weeks (365 days) back, date goes by the calendar',
    },
    read: (value, name) => ({ reference: reference(value, name) }),
  },
  {
    name: 'percentile',
    value: 'P',
    methods: PERCENTILE,
    text: { zh: '百分位（80）', en: 'percentile (80)' },
    read: (value, name) => ({ percentile: percent(value, name) }),
  },
  {
    name: 'baseline',
    value: 'N',
    methods: EARS,
    text: { zh: '基线期数（7）', en: 'steps in the baseline (7)' },
    read: (value, name) => ({ baseline: baselineSteps(value, name) }),
  },
  {
    name: 'minimum-deviation',
    value: 'N',
    methods: EARS,
    text: { zh: '标准差下限（0）', en: 'floor of the standard deviation (0)' },
    read: (value, name) => ({ minimumDeviation: anyAmount(value, name) }),
  },
  {
    name: 'no-reweight',
    methods: FARRINGTON,
    text: { zh: '不对既往暴发降权', en: 'do not give past outbreaks less weight' },
    read: () => ({ reweight: false }),
  },
  {
    name: 'no-trend',
    methods: FARRINGTON,
    text: { zh: '不考虑长期趋势', en: 'do not model a trend' },
    read: () => ({ trend: false }),
  },
  {
    name: 'transform',
    value: '2/3|1/2|none',
    methods: FARRINGTON,
    text: { zh: '病例数的幂变换（2/3）', en: 'power transform of the counts (2/3)' },
    read: (value, name) => ({ transform: transform(value, name) }),
  },
  {
    name: 'weights-threshold',
    value: 'N',
    methods: FLEXIBLE,
    text: { zh: '残差大于此数的既往期降权（2.58）', en: 'residual above which a past count loses weight (2.58)' },
    read: (value, name) => ({ weightsThreshold: anyAmount(value, name) }),
  },
  {
    name: 'trend-probability',
    value: 'P',
    methods: FLEXIBLE,
    text: { zh: '趋势的显著性水平（0.05）', en: 'p-value below which the trend is kept (0.05)' },
    read: (value, name) => ({ trendProbability: level(value, name) }),
  },
  {
    name: 'periods',
    value: 'N',
    methods: FLEXIBLE,
    text: { zh: '一年分成几段（1；Noufaily 等取 10）', en: 'parts of the year (1; Noufaily et al. take 10)' },
    read: (value, name) => ({ periods: partsOfYear(value, name) }),
  },
  {
    name: 'recent-left-out',
    value: 'N',
    methods: FLEXIBLE,
    text: {
      zh: '最近几期不作基线（同 --half-width；Noufaily 等取 26）',
      en: 'latest steps kept out of the history (as --half-width; Noufaily et al. take 26)',
    },
    read: (value, name) => ({ recentLeftOut: steps(value, name) }),
  },
  {
    name: 'threshold',
    value: 'delta|nb-plugin|muan',
    methods: FLEXIBLE,
    text: { zh: '阈值算法（delta）', en: 'how the threshold is computed (delta)' },
    read: (value, name) => ({ threshold: threshold(value, name) }),
  },
  {
    name: 'population-offset',
    methods: FLEXIBLE,
    text: { zh: '按 population 列的人口比较率', en: 'compare rates, by the column population' },
    read: () => ({ populationOffset: true }),
  },
]

/** The method that was asked for. */
export function readMethod(given: Arguments): Method {
  const asked = required(given, 'method')
  return (
    METHODS.find((each) => each === asked) ??
    refuse('method', {
      zh: `没有方法“${asked}”。可用：${METHODS.join('、')}`,
      en: `There is no method “${asked}”. Methods: ${METHODS.join(', ')}`,
    })
  )
}

/** The settings that were given; refuses one that the method does not have. */
export function readMethodOptions(given: Arguments, method: Method): DetectOptions {
  const settings = methodOptions.flatMap((option) => {
    const value = given.options[option.name]
    if (value === undefined) return []
    if (!option.methods.includes(method))
      refuse(option.name, {
        zh: `方法 ${method} 没有 --${option.name} 这一设置，请去掉`,
        en: `The method ${method} has no setting --${option.name}; leave it out`,
      })
    return [option.read(String(value), option.name, method)]
  })
  return Object.assign({}, ...settings) as DetectOptions
}

/** `--range 264:312`: positions from 1, or dates or weeks as the file has them; one end may be left out, a single one is that point alone. */
export function readRange(given: Arguments, series: LabelledSeries): IndexRange | undefined {
  const asked = optional(given, 'range')?.trim()
  if (asked === undefined) return undefined
  const last = series.labels.length
  const positions = /^(\d*)(?::|\.\.|,|-|~)(\d*)$/.exec(asked)
  const [low, high = low] = positions ? [positions[1], positions[2]] : asked.split(/:|\.\.|,|~/)
  const place = (text: string | undefined, otherwise: number): number => {
    if (!text) return otherwise
    const label = series.labels.indexOf(text) + 1
    if (label > 0 && !/^\d+$/.test(text)) return label
    const position = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (position >= 1 && position <= last) return position
    return refuse('range', {
      zh: `--range 中的“${text}”不在序列内。请用 1 到 ${last} 的序号，或 ${series.labels[0]} 到 ${series.labels.at(-1)} 之间的时间，例如 264:${last}`,
      en: `--range: “${text}” is not in the series. Use positions from 1 to ${last}, or labels from ${series.labels[0]} to ${series.labels.at(-1)}, for example 264:${last}`,
    })
  }
  const [from, to] = [place(low, 1), place(high, last)]
  if (from > to)
    refuse('range', { zh: `--range 的起点在终点之后：${asked}`, en: `--range ends before it begins: ${asked}` })
  return { from: from - 1, to: to - 1 }
}
