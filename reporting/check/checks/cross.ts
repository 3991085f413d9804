import { type Rational, add, compare, equal, rational } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { groupBy } from '../relate/parts.ts'
import { inUnitOf, type Outcome, printedText } from './report.ts'
import { findSlips } from './slips.ts'

const NEGATION = /(?:不能|不会|不具备|无法|没有|未能|尚未|未|缺乏|不)/
const WHOLE = rational(1n)
/** No summary prints as many shares; comparing all with all would take too long. */
const MANY_SHARES = 1000
/** A word like 近半 leaves this much room on either side. */
const VAGUE_ROOM = rational(1n, 10n)

/** The same quantity stated differently in one summary. */
export function checkCross(summary: Summary): Outcome[] {
  return [...complements(summary), ...repetitions(summary), ...recounts(summary), ...wholePlaceCounts(summary)]
}

/**
 * 村卫生室达75%… and 近半的村卫生室不能…: the share that does and the share that does not make up no more than all.
 * Both must speak of the same kind of unit and share a word of at least three signs on the matter.
 */
function complements(summary: Summary): Outcome[] {
  const shares = summary.nodes.filter((node) => node.unit === '%' && node.kind === 'rate' && node.status === 'actual')
  const found: Outcome[] = []
  if (shares.length > MANY_SHARES) return found
  for (const denied of shares) {
    const clause = denied.tail.replace(/^的/, '')
    const negation = NEGATION.exec(clause)
    if (negation === null || negation.index < 2 || negation.index > 10) continue
    const whose = clause.slice(0, negation.index)
    const matter = clause.slice(negation.index + negation[0].length)
    for (const affirmed of shares) {
      if (affirmed === denied || !affirmed.lead.replace(/(?:达到?|为|有|占)\s*$/, '').endsWith(whose)) continue
      const context = summary.text.slice(affirmed.sentence.start, affirmed.start)
      if (NEGATION.test(affirmed.tail) || !sharesTopic(matter, context)) continue
      const total = add(denied.exact, affirmed.exact)
      const room = denied.approximate || affirmed.approximate ? VAGUE_ROOM : rational(1n, 100n)
      found.push(complementOutcome(denied, affirmed, compare(total, add(WHOLE, room)) <= 0, summary))
    }
  }
  return found
}

function sharesTopic(matter: string, context: string): boolean {
  for (let at = 0; at + 3 <= matter.length; at++) if (context.includes(matter.slice(at, at + 3))) return true
  return false
}

function complementOutcome(denied: Node, affirmed: Node, holds: boolean, summary: Summary): Outcome {
  const rest: Rational = { n: affirmed.exact.d - affirmed.exact.n, d: affirmed.exact.d }
  const computed = inUnitOf(denied, rest)
  const [a, b] = [printedText(denied, summary), printedText(affirmed, summary)]
  return {
    type: 'cross',
    basis: 'direct',
    claim: denied,
    others: [affirmed],
    holds,
    computed,
    formula: `100-${inUnitOf(affirmed, affirmed.exact)}`,
    says: {
      zh: holds ? `“${a}”与“${b}”可以并存。` : `同一文件另处写“${b}”，其余应为${computed}%，与“${a}”矛盾。`,
      en: holds
        ? `${a} and ${b} can both be true.`
        : `Elsewhere the text says ${b}, which leaves ${computed}%, not ${a}.`,
    },
  }
}

/** 规范管理率 alone is said of many groups; a name must say whose rate it is. */
const WHOSE = /居民|人口|儿童|婴儿|新生儿|孕产妇|产妇|老年人|患者|病人|妇女|学生|农民|职工|县域|住院分娩|出生/
const NAME_LENGTH = 5

/** A rate or total with exactly the same full name, said twice with different values. */
function repetitions(summary: Summary): Outcome[] {
  const named = summary.nodes.filter(
    (node) =>
      node.status === 'actual' &&
      !node.approximate &&
      node.valueMax === null &&
      (node.kind === 'rate' || node.kind === 'ratio') &&
      WHOSE.test(fullName(node)) &&
      fullName(node).length >= NAME_LENGTH,
  )
  const found: Outcome[] = []
  for (const group of groupBy(named, (node) => `${fullName(node)}|${node.unit}|${node.subject.place ?? ''}`).values()) {
    const first = group[0] as Node
    for (const node of group.slice(1)) {
      if (
        node.sentence === first.sentence ||
        (node.subject.period !== null && first.subject.period !== null && node.subject.period !== first.subject.period)
      )
        continue
      if (node.decimals !== first.decimals) continue
      found.push(repetitionOutcome(node, first, equal(node.exact, first.exact), summary))
    }
  }
  return found
}

const fullName = (node: Node): string =>
  node.lead.replace(/^(?:其中|全[市县区省]|我[市县区]|今年|去年|，)+/, '').replace(/(?:达到?了?|为|是|:|\s)+$/, '')

function repetitionOutcome(claim: Node, other: Node, holds: boolean, summary: Summary): Outcome {
  const [a, b] = [printedText(claim, summary), printedText(other, summary)]
  return {
    type: 'cross',
    basis: 'direct',
    claim,
    others: [other],
    holds,
    computed: b,
    formula: `${a}=${b}`,
    says: {
      zh: holds ? '两处数字一致。' : `“${fullName(claim) || claim.subject.what}”前面写“${b}”，此处写“${a}”。`,
      en: holds ? 'Both places agree.' : `The same quantity is given as ${b} before and as ${a} here.`,
    },
  }
}

/** Counts below this are too often alike by chance. */
const LARGE_COUNT = rational(100n)
const LONG_NAME = 6

/** The same count under the same full name, a digit or two off: 106351人 here, 106531人 there. */
function recounts(summary: Summary): Outcome[] {
  const counts = summary.nodes.filter(
    (node) =>
      node.kind === 'count' &&
      node.status === 'actual' &&
      isWholeCount(node) &&
      compare(node.exact, LARGE_COUNT) >= 0 &&
      fullName(node).length >= LONG_NAME,
  )
  const groups = groupBy(counts, (node) => `${fullName(node)}|${node.unit}`)
  return [...groups.values()].flatMap((group) => {
    const first = group[0] as Node
    return group.slice(1).flatMap((node) => {
      if (node.sentence === first.sentence || equal(node.exact, first.exact)) return []
      const slips = findSlips([node], ([changed]) => changed !== undefined && equal(changed.exact, first.exact))
      return slips.some(({ kind }) => kind === 'digit' || kind === 'swap')
        ? [repetitionOutcome(node, first, false, summary)]
        : []
    })
  })
}

const WHOLE_PLACE = /全([区县市])(?:共|共有|现有|共辖|辖)?$/
const COUNTED_ALL = /^(?:行政村|乡镇卫生院|村卫生室|村卫生所|社区卫生服务中心|社区卫生服务站|乡镇|街道|贫困村)(?!中|的)/

/** 全区10个乡镇卫生院 here and 全区12个乡镇卫生院 there: both speak of all there are. */
function wholePlaceCounts(summary: Summary): Outcome[] {
  const named = summary.nodes.flatMap((node) => {
    const place = WHOLE_PLACE.exec(node.lead)?.[1]
    const noun = COUNTED_ALL.exec(node.tail)?.[0]
    return place === undefined || noun === undefined || !isWholeCount(node) || node.status === 'plan'
      ? []
      : [{ node, key: place + noun }]
  })
  return [...groupBy(named, ({ key }) => key).values()].flatMap((group) => {
    const first = group[0]?.node as Node
    return group.slice(1).map(({ node }) => repetitionOutcome(node, first, equal(node.exact, first.exact), summary))
  })
}
