import { add, compare } from '@kangheng/kernel/exact/rational.ts'
import { isAdditive, type Node, type Summary } from '../relate/nodes.ts'
import { sharesWord } from '../relate/pairs.ts'
import { type Outcome, printedText, term } from './report.ts'

const LOWER = /(?:低于|少于|不及|未达到?|不足)[^，。；\d]{0,14}$/
const HIGHER = /(?:高于|多于|超过|优于)[^，。；\d]{0,14}$/
const CEILING = /(?:控制率?在|不超过|不高于|不得超过)[^，。；\d]{0,6}$/

/** Comparisons the text makes itself: below the average, within the limit, fewer settled than accepted. */
export function checkBounds(summary: Summary): Outcome[] {
  return summary.nodes.flatMap((node, at) =>
    [
      comparedWithPrevious(node, summary.nodes[at - 1], summary),
      withinCeiling(node, at, summary),
      laterStep(node, at, summary),
    ].filter((outcome) => outcome !== null),
  )
}

/** 4.0张，低于全市平均水平4.83张. */
function comparedWithPrevious(node: Node, previous: Node | undefined, summary: Summary): Outcome | null {
  if (
    previous === undefined ||
    previous.sentence !== node.sentence ||
    previous.baseUnit !== node.baseUnit ||
    previous.kind === 'change' ||
    node.kind === 'change'
  )
    return null
  if (
    /个百分点/.test(node.unit) ||
    node.approximate ||
    previous.approximate ||
    !/^[，,(]?$/.test(summary.text.slice(previous.end, node.start - node.lead.length).trim())
  )
    return null
  if (!/平均|全[国省市县区]|标准|目标|要求|水平|上年|去年/.test(node.lead)) return null
  if (/分别/.test(node.lead)) return null
  const below = LOWER.test(node.lead)
  // 床位4.0张，低于平均水平0.8张: lower by that much
  if (below && compare(add(node.exact, node.exact), previous.exact) < 0) return null
  if (!below && !HIGHER.test(node.lead)) return null
  const order = compare(previous.exact, node.exact)
  return boundOutcome(previous, node, below ? order < 0 : order > 0, below ? '<' : '>', summary)
}

/** 出生47001人…控制在5.1万人以内: the actual figure of the same name in the sentence or the one before. */
function withinCeiling(node: Node, at: number, summary: Summary): Outcome | null {
  if (!CEILING.test(node.lead) || node.status === 'plan') return null
  const name = node.lead.replace(CEILING, '')
  const actual = summary.nodes
    .slice(Math.max(0, at - 8), at)
    .findLast(
      (other) =>
        other.baseUnit === node.baseUnit &&
        node.sentence.index - other.sentence.index <= 1 &&
        other.kind !== 'change' &&
        other.kind !== 'target' &&
        sameName(name, other.lead),
    )
  return actual === undefined ? null : boundOutcome(actual, node, compare(actual.exact, node.exact) <= 0, '≤', summary)
}

/** The names speak of the same thing: 常住人口出生人数 and 常住人口出生, 人口自然增长率 and 自然增长率. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.replace(/[率数人全市县区省的为达到共约及,，\s]/g, ''))
  return (
    x !== undefined && y !== undefined && y.length >= 2 && (x.includes(y) || y.includes(x) || longestCommon(x, y) >= 4)
  )
}

function longestCommon(a: string, b: string): number {
  let best = 0
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      let length = 0
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++
      if (length > best) best = length
    }
  return best
}

const STEPS: readonly RegExp[] = [
  /(?:受理|申请|申报|接到|接收|报名|登记在册)/,
  /(?:审核|审查|初审|审批)/,
  /(?:办结|批准|发证|同意|通过|核发|办理完结|准予)/,
]
const stepOf = (lead: string): number => STEPS.findLastIndex((step) => step.test(lead))

/** 受理5890例，审核5822例，已办结5770例: what comes later in the procedure is not more. */
function laterStep(node: Node, at: number, summary: Summary): Outcome | null {
  const step = stepOf(node.lead)
  if (step < 1 || !isAdditive(node) || node.approximate) return null
  const earlier = summary.nodes[at - 1]
  if (
    earlier === undefined ||
    earlier.sentence !== node.sentence ||
    earlier.baseUnit !== node.baseUnit ||
    earlier.segment !== node.segment ||
    earlier.approximate
  )
    return null
  const before = stepOf(earlier.lead)
  if (before < 0 || before >= step || sharesWord(earlier.tail, '上年结转')) return null
  return boundOutcome(node, earlier, compare(node.exact, earlier.exact) <= 0, '≤', summary)
}

function boundOutcome(claim: Node, limit: Node, holds: boolean, sign: string, summary: Summary): Outcome {
  const [a, b] = [printedText(claim, summary), printedText(limit, summary)]
  return {
    type: 'bound',
    basis: 'direct',
    claim,
    others: [limit],
    holds,
    computed: `${sign} ${term(limit)}`,
    formula: `${term(claim)}${sign}${term(limit)}`,
    says: {
      zh: holds
        ? `“${a}”与“${b}”的大小关系成立。`
        : `按文意“${a}”应${sign === '<' ? '小于' : sign === '>' ? '大于' : '不大于'}“${b}”，实际不成立。`,
      en: holds
        ? `${a} and ${b} compare as the text says.`
        : `By the words of the text ${a} should be ${sign} ${b}, which does not hold.`,
    },
  }
}
