import { compare, subtract, rational } from '@kangheng/kernel/exact/rational.ts'
import type { Node, Summary } from '../relate/nodes.ts'
import { findPartGroups } from '../relate/parts.ts'
import { couldPrint, intervalOf, sumIntervals } from './precision.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'

/** The growth of a total lies between the growths of its parts, when the parts make up the total. */
export function checkWeightedGrowth(summary: Summary): Outcome[] {
  return findPartGroups(summary).flatMap(({ wholes, parts }) => {
    const whole = wholes[0]
    const growth = whole === undefined ? null : growthAfter(whole, summary)
    const parted = parts.map((part) => growthAfter(part, summary)).filter((change) => change !== null)
    if (whole === undefined || growth === null || parted.length < 2 || parted.length !== parts.length) return []
    if (!couldPrint(whole, sumIntervals(parts.map(intervalOf)))) return []
    return [outcomeOf(growth, parted, summary)]
  })
}

/** The change printed right behind a number: 1932.44万元，同比增长64.8%. */
function growthAfter(node: Node, summary: Summary): Node | null {
  const next = summary.nodes[node.index - (summary.nodes[0]?.index ?? 0) + 1]
  if (
    next === undefined ||
    next.kind !== 'change' ||
    next.family !== 'share' ||
    next.sentence !== node.sentence ||
    next.approximate
  )
    return null
  return /同比|比|较|增长|下降|增幅|降幅/.test(next.lead) && next.start - node.end <= 24 ? next : null
}

const FALL = /下降|降低|减少|降幅|回落/
const signedInterval = (change: Node) => {
  const { low, high } = intervalOf(change)
  return FALL.test(change.lead)
    ? { low: subtract(rational(0n), high), high: subtract(rational(0n), low) }
    : { low, high }
}

function outcomeOf(growth: Node, parts: readonly Node[], summary: Summary): Outcome {
  const whole = signedInterval(growth)
  const intervals = parts.map(signedInterval)
  const lowest = intervals.reduce((a, b) => (compare(a.low, b.low) <= 0 ? a : b)).low
  const highest = intervals.reduce((a, b) => (compare(a.high, b.high) >= 0 ? a : b)).high
  const holds = compare(whole.high, lowest) >= 0 && compare(whole.low, highest) <= 0
  const range = `${inUnitOf(growth, lowest, 1)}–${inUnitOf(growth, highest, 1)}`
  const listed = parts.map((part) => printedText(part, summary)).join('、')
  const printed = printedText(growth, summary)
  return {
    type: 'weighted-growth',
    basis: 'direct',
    claim: growth,
    others: parts,
    holds,
    computed: range,
    formula: `min(${parts.map(term).join(',')})≤${term(growth)}≤max(${parts.map(term).join(',')})`,
    says: {
      zh: holds ? '总体增幅在各部分增幅之间。' : `总体增幅必在各部分增幅（${listed}）之间，文中写“${printed}”。`,
      en: holds
        ? 'The growth of the total lies between those of its parts.'
        : `The growth of the total must lie between those of its parts (${listed}), but the text says ${printed}.`,
    },
  }
}
