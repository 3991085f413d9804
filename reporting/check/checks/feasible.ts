import { type Rational, ceiling, compare, divide, floor, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { nameOfRate, POPULATION_RATE, poolOf, sharesWord } from '../relate/pairs.ts'
import { couldPrint, intervalOf, point } from './precision.ts'
import { inUnitOf, type Outcome, printedText, shareFactor, term } from './report.ts'
import { isCheckableRate } from './ratios.ts'

const DEALT_WITH =
  /(?:办结|结案|回复|答复|办理|处置|处理|治愈|成功|好转|满意|及时|核实|整改|处罚|查处|合格|上报|随访|追踪|流调|规范|管理|签约|救治|反馈|登记|治疗|检查|体检|筛查|检测|达标|通过)/
/** Outcomes of treatment are counted on the patients registered in the year before, not on those named beside them. */
const COHORT = /治愈|成功治疗|治疗成功|转阴|阴转|生存/
/** An estimated base (a population times a prevalence) need not be a whole number. */
const ESTIMATED = /估算|估计|推算|测算/
const TAKEN_IN =
  /(?:受理|接到|接报|收到|登记|报告|收治|查处|处置|办理|承办|交办|检查|检测|监测|抽检|抽查|筛查|发现|确诊|参训|参加|申报|管理|建档)[^，。；]*$/
const COUNTED_UNITS = new Set(['件', '起', '宗', '例', '人', '户', '对', '份'])

/** True when some whole k out of `base` is printed as the rate. */
export function feasibleAsPart(rate: Node, base: Rational): boolean {
  const { low, high } = intervalOf(rate)
  const first = ceiling(multiply(low, base))
  for (let k = first < 0n ? 0n : first; compare(rational(k), multiply(high, base)) <= 0; k++) {
    if (couldPrint(rate, point(divide(rational(k), base)))) return true
    if (k - first > 2n) break
  }
  return false
}

/** True when `count` out of some whole base is printed as the rate. */
export function feasibleAsWhole(rate: Node, count: Rational): boolean {
  const { low, high } = intervalOf(rate)
  if (high.n <= 0n || count.n === 0n) return count.n === 0n && low.n <= 0n
  const first = floor(divide(count, high))
  const last = low.n > 0n ? ceiling(divide(count, low)) : first + 4n
  for (let base = first < 1n ? 1n : first; base <= last && base - first <= 4n; base++) {
    if (couldPrint(rate, point(divide(count, rational(base))))) return true
  }
  return last - first > 4n
}

/** One count and one rate: can any whole number make the rate come out (受理21件，办结率98%)? */
export function checkFeasibility(summary: Summary, settled: ReadonlySet<Node>): Outcome[] {
  return summary.nodes.filter(isCheckableRate).flatMap((rate) => {
    if (settled.has(rate) || (rate.unit !== '%' && rate.unit !== '‰')) return []
    const outcome = checkRate(rate, summary)
    return outcome === null ? [] : [outcome]
  })
}

function checkRate(rate: Node, summary: Summary): Outcome | null {
  const { all, own } = poolOf(summary, rate)
  const counts = own.length > 0 ? own : all
  const count = counts.at(-1)
  const name = nameOfRate(rate)
  if (counts.length !== 1 || POPULATION_RATE.test(name)) return null // with several numbers it is open which one is meant
  if (count === undefined || !isWholeCount(count) || count.exact.n === 0n || !COUNTED_UNITS.has(count.baseUnit))
    return null
  const about = sharesWord(name, count.lead + count.tail)
  if (!about && !(TAKEN_IN.test(count.lead) && DEALT_WITH.test(name))) return null
  if (COHORT.test(name) || ESTIMATED.test(rate.lead)) return null
  if (own.length === 0 && !(TAKEN_IN.test(count.lead) && DEALT_WITH.test(name))) return null
  const precision = rational(10n ** BigInt(rate.decimals) * shareFactor(rate.baseUnit))
  if (compare(count.exact, precision) >= 0) return null // any rate can come out
  // 受理21件，办结率: what came in is the basis; 建档2171人，建档率: what was done may be part of a larger one
  const holds = feasibleAsPart(rate, count.exact) || (about && feasibleAsWhole(rate, count.exact))
  return feasibleOutcome(rate, count, holds, summary, 'direct')
}

export function feasibleOutcome(
  rate: Node,
  base: Node,
  holds: boolean,
  summary: Summary,
  basis: Outcome['basis'],
): Outcome {
  const nearest = multiply(rate.exact, base.exact)
  const below = floor(nearest)
  const reach = (k: bigint) => `${k}/${term(base)}→${inUnitOf(rate, divide(rational(k), base.exact), 2)}`
  const choices = [below, below + 1n].filter((k) => k >= 0n && compare(rational(k), base.exact) <= 0).map(reach)
  const [printed, counted] = [printedText(rate, summary), printedText(base, summary)]
  return {
    type: 'feasible',
    basis,
    claim: rate,
    others: [base],
    holds,
    computed: choices.join('; '),
    formula: `k/${term(base)}*${shareFactor(rate.baseUnit)}`,
    says: {
      zh: holds
        ? `以“${counted}”为基数可以得出“${printed}”。`
        : `以“${counted}”为基数，整数个不可能得出“${printed}”（${choices.join('；')}）。${basis === 'implied' ? '分母另有口径而文中未交代，或数字有误。' : ''}`,
      en: holds
        ? `A whole number out of ${counted} gives ${printed}.`
        : `No whole number out of ${counted} gives ${printed} (${choices.join('; ')}).${basis === 'implied' ? ' Either the basis is another one that the text does not state, or a number is wrong.' : ''}`,
    },
  }
}
