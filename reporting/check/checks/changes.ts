import { clauseBefore } from '../claims/layout.ts'
import {
  type Rational,
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  rational,
  subtract,
} from '@kangheng/kernel/exact/rational.ts'
import { isAdditive, isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { addIntervals, couldPrint, divideIntervals, type Interval, intervalOf, lastPlace, point } from './precision.ts'
import { inUnitOf, type Outcome, printedNumber, printedText, term } from './report.ts'
import { findSlips } from './slips.ts'

const FALL = /下降|降低|减少|降幅|回落|缩小|压缩|降/
const COMPARISON_ONLY =
  /^[，,\s]*(?:分别)?(?:同比|环比|与?(?:较|比)?(?:去年|上年|上一年|前一年|往年|20\d\d年)?(?:的)?(?:同期)?(?:相比|对比)?)*(?:净|累计|又|分别|共)?(?:增长|增加|上升|提高|提升|下降|降低|减少|增幅|降幅|回落|上涨|增速|增|降)[了约近达为:]*(?:幅度?)?[为达]*\s*$/
const BASE_CUE = /(?:去年|上年|上一年|前一年|同期|原来|年初|[由从])[^，。；\d]{0,14}$/

const isFall = (change: Node): boolean => FALL.test(change.lead)

/** Changes against a base: stated in the sentence, or any whole number that could have been the base. */
export function checkChanges(summary: Summary): Outcome[] {
  const first = summary.nodes[0]?.index ?? 0
  return summary.nodes.flatMap((change) => {
    if (change.kind !== 'change' || change.approximate || change.chinese || change.valueMax !== null) return []
    const before: Node[] = []
    for (let at = change.index - first - 1; at >= 0 && before.length < 4; at--) {
      const node = summary.nodes[at] as Node
      if (node.sentence !== change.sentence || node.segment !== change.segment) break
      const base = change.bracket === -1 ? bracketedBase(node, summary) : null
      if (base !== null) before.unshift(base)
      else if (node.bracket === change.bracket || (change.bracket >= 0 && node.bracket === -1)) before.unshift(node)
    }
    const outcome = change.family === 'share' ? growth(change, before, summary) : difference(change, before, summary)
    return outcome === null ? [] : [outcome]
  })
}

/** 比去年同期（378.2/10万）下降3.87%: the base stands in the bracket behind its words. */
function bracketedBase(node: Node, { text }: Summary): Node | null {
  if (node.bracket < 0 || node.lead.trim() !== '' || text[node.end] !== ')') return null
  const lead = clauseBefore(text, node.bracket)
  return BASE_CUE.test(lead) ? { ...node, lead } : null
}

type Levels = { base: Node; now: Node }

/** 由A增加到B, or A，去年同期B: the two levels that a change compares. */
function levelsOf(before: readonly Node[]): Levels | null {
  const [a, b] = before.slice(-2)
  if (a === undefined || b === undefined || a.baseUnit !== b.baseUnit || a.kind === 'change' || b.kind === 'change')
    return null
  if (/[由从][^，。；\d]{0,16}$/.test(a.lead) && /(?:到|至|为|达)[^，。；\d]{0,4}$/.test(b.lead))
    return { base: a, now: b }
  if (BASE_CUE.test(b.lead) && !BASE_CUE.test(a.lead)) return { base: b, now: a }
  return null
}

function growth(change: Node, before: readonly Node[], summary: Summary): Outcome | null {
  const last = before.at(-1)
  // 2.36亿元，比上年2.18亿元增加0.18亿元，增幅8.26%: the step stands between the levels and the rate
  const levels = levelsOf(before) ?? (last !== undefined && isStep(last) ? levelsOf(before.slice(0, -1)) : null)
  if (levels !== null && (isAdditive(levels.now) || levels.now.family === 'share')) {
    const fits = ([now, base, rate]: readonly Node[]) =>
      now !== undefined && base !== undefined && rate !== undefined && growthFits(now, base, rate)
    const nodes = [levels.now, levels.base, change]
    return changeOutcome(change, levels, fits(nodes), summary, 'change', findSlips(nodes, fits), growthOf(levels))
  }
  const stepped = growthBesideStep(change, before, summary)
  if (stepped !== null) return stepped
  const now = /分别/.test(change.lead) ? firstOfRow(change, before, summary) : before.at(-1)
  if (
    now === undefined ||
    !COMPARISON_ONLY.test(change.lead) ||
    !isWholeCount(now) ||
    change.unit !== '%' ||
    now.kind === 'change'
  )
    return null
  return integerBase(change, now, summary)
}

const isStep = (node: Node): boolean => node.kind === 'change' && isAdditive(node)

const growthOf = ({ base, now }: Levels): Rational =>
  base.exact.n === 0n ? rational(0n) : divide(subtract(now.exact, base.exact), base.exact)

function growthFits(now: Node, base: Node, change: Node): boolean {
  const quotient = divideIntervals(intervalOf(now), intervalOf(base))
  if (quotient === null) return false
  const one = rational(1n)
  const rise: Interval = { low: subtract(quotient.low, one), high: subtract(quotient.high, one) }
  const fall: Interval = { low: subtract(one, quotient.high), high: subtract(one, quotient.low) }
  return couldPrint(change, isFall(change) ? fall : rise)
}

/** 1230万人，比上年增加55.1万人，增长4.7%: the step over what there was before it. */
function growthBesideStep(change: Node, before: readonly Node[], summary: Summary): Outcome | null {
  const [now, step] = before.slice(-2)
  if (now === undefined || step === undefined || step.kind !== 'change' || now.kind === 'change' || !isAdditive(now))
    return null
  if (
    step.baseUnit !== now.baseUnit ||
    step.approximate ||
    now.approximate ||
    BASE_CUE.test(now.lead) ||
    change.unit !== '%' ||
    isFall(step) !== isFall(change)
  )
    return null
  if (!COMPARISON_ONLY.test(change.lead) || change.start - step.end > 12) return null
  const fits = ([a, b, c]: readonly Node[]) => {
    if (a === undefined || b === undefined || c === undefined) return false
    const [level, by] = [intervalOf(a), intervalOf(b)]
    const base = isFall(b)
      ? addIntervals(level, by)
      : { low: subtract(level.low, by.high), high: subtract(level.high, by.low) }
    const rate = divideIntervals(by, base)
    return rate !== null && couldPrint(c, rate)
  }
  const nodes = [now, step, change]
  const holds = fits(nodes)
  const slips = holds ? [] : findSlips(nodes, fits)
  const base = isFall(step) ? add(now.exact, step.exact) : subtract(now.exact, step.exact)
  if (base.n <= 0n || (!holds && slips.length === 0)) return null // the rate may be of something else
  const computed = inUnitOf(change, divide(step.exact, base))
  const [printed, by, level] = [change, step, now].map((node) => printedText(node, summary))
  return {
    type: 'change',
    basis: 'direct',
    claim: change,
    others: [now, step],
    holds,
    computed,
    formula: `${term(step)}/(${term(now)}${isFall(step) ? '+' : '-'}${term(step)})*100`,
    says: {
      zh: holds ? `“${by}”与“${printed}”一致。` : `“${level}”中变动“${by}”，变动率为${computed}%，文中写“${printed}”。`,
      en: holds
        ? `${by} agrees with ${printed}.`
        : `A change of ${by} to ${level} is ${computed}%, but the text says ${printed}.`,
    },
    slips,
  }
}

/** 36批58人次，同比分别下降12.2%和15.9%: the first rate is of the first of as many counts. */
function firstOfRow(change: Node, before: readonly Node[], summary: Summary): Node | undefined {
  const at = change.index - (summary.nodes[0]?.index ?? 0)
  let length = 1
  while (
    /^[，、和及与\s]*$/.test(summary.nodes[at + length]?.lead ?? '-') &&
    summary.nodes[at + length]?.unit === change.unit
  )
    length++
  const counts = before.slice(-length)
  return counts.length === length && counts.every(isWholeCount) ? counts[0] : undefined
}

/** Which whole base could have grown or fallen to this count at the printed rate? */
function integerBase(change: Node, now: Node, summary: Summary): Outcome | null {
  const factor = isFall(change) ? subtract(rational(1n), change.exact) : add(rational(1n), change.exact)
  if (factor.n <= 0n || now.exact.n === 0n) return null
  const base = divide(now.exact, factor)
  const candidates = [floor(base) - 1n, floor(base), ceiling(base), ceiling(base) + 1n].filter((value) => value > 0n)
  if (compare(base, rational(100_000n)) > 0) return null
  const rateFor = (value: bigint): Rational => {
    const rate = divide(subtract(now.exact, rational(value)), rational(value))
    return isFall(change) ? subtract(rational(0n), rate) : rate
  }
  // the base is unknown, so a rate that was cut off instead of rounded gets the benefit of the doubt
  const holds = candidates.some(
    (value) => couldPrint(change, point(rateFor(value))) || isCutOff(change, rateFor(value)),
  )
  const shown = [floor(base), ceiling(base)]
    .filter((value, at, all) => value > 0n && all.indexOf(value) === at)
    .map((value) => `${value}→${inUnitOf(change, rateFor(value), 2)}`)
  return {
    type: 'integer-base',
    basis: 'direct',
    claim: change,
    others: [now],
    holds,
    computed: shown.join('; '),
    formula: `(${term(now)}-k)/k*100`,
    says: {
      zh: holds
        ? '存在整数的上年基数。'
        : `没有任何整数的上年基数能使“${printedText(now, summary)}”得出“${printedText(change, summary)}”（${shown.join('；')}）。`,
      en: holds
        ? 'A whole base of last year exists.'
        : `No whole base of last year gives ${printedText(change, summary)} for ${printedText(now, summary)} (${shown.join('; ')}).`,
    },
  }
}

function isCutOff(change: Node, rate: Rational): boolean {
  return compare(change.exact, rate) <= 0 && compare(rate, add(change.exact, lastPlace(change))) < 0
}

/** What a step between shares is counted in, and which shares it is between. */
const POINTS: Readonly<Record<string, { of: string; scale: Rational }>> = {
  个百分点: { of: '%', scale: rational(100n) },
  个千分点: { of: '‰', scale: rational(1000n) },
}

/** 提高5个百分点, 增加25元: the difference of two levels in the sentence. */
function difference(change: Node, before: readonly Node[], summary: Summary): Outcome | null {
  const levels = levelsOf(before)
  if (levels === null) return null
  const points = change.family === 'point'
  const per = points ? POINTS[change.unit] : undefined
  if (points ? per?.of !== levels.now.unit : levels.now.baseUnit !== change.baseUnit) return null
  const scale = per?.scale ?? rational(1n)
  // Both levels were rounded before they were printed: 43.61% and 48.40% may lie 4.78 points apart, or 4.80.
  const fits = ([now, base, step]: readonly Node[]) => {
    if (now === undefined || base === undefined || step === undefined) return false
    const [upper, lower] = (isFall(change) ? [base, now] : [now, base]).map(intervalOf) as [Interval, Interval]
    const gap = { low: subtract(upper.low, lower.high), high: subtract(upper.high, lower.low) }
    return couldPrint(step, { low: multiply(gap.low, scale), high: multiply(gap.high, scale) })
  }
  const nodes = [levels.now, levels.base, change]
  const gap = multiply(
    isFall(change) ? subtract(levels.base.exact, levels.now.exact) : subtract(levels.now.exact, levels.base.exact),
    scale,
  )
  return changeOutcome(change, levels, fits(nodes), summary, 'change', findSlips(nodes, fits), gap)
}

/** Rates are compared in their own unit: 98.5-95.2. */
const level = (node: Node): string => (node.family === 'share' ? printedNumber(node) : term(node))

function changeOutcome(
  change: Node,
  { now, base }: Levels,
  holds: boolean,
  summary: Summary,
  type: 'change',
  slips: Outcome['slips'],
  value: Rational,
): Outcome {
  const [printed, from, to] = [change, base, now].map((node) => printedText(node, summary))
  const share = change.family === 'share'
  const signed = share && isFall(change) ? subtract(rational(0n), value) : value
  const computed = inUnitOf(change, signed)
  return {
    type,
    basis: 'direct',
    claim: change,
    others: [now, base],
    holds,
    computed,
    formula: share ? `(${level(now)}-${level(base)})/${level(base)}*100` : `${level(now)}-${level(base)}`,
    says: {
      zh: holds
        ? `由“${from}”到“${to}”与“${printed}”一致。`
        : `由“${from}”到“${to}”，变动为${computed}${change.unit}，文中写“${printed}”。`,
      en: holds
        ? `From ${from} to ${to} agrees with ${printed}.`
        : `From ${from} to ${to} is a change of ${computed}${change.unit}, but the text says ${printed}.`,
    },
    slips: holds ? [] : (slips ?? []),
  }
}
