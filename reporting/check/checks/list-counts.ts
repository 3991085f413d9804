import { rational, equal } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { namesBefore, splitNames } from '../relate/lists.ts'
import { type Outcome, printedText } from './report.ts'

const COUNTERS = new Set(['个', '家', '所', '件', '项', '种', '类', '名', '处', '县', '市'])
const LISTED_THINGS =
  /^(?:中心|乡镇|镇|乡|村|社区|街道|县|市|区|部门|单位|医院|医疗|卫生|机构|基层|行政|科室|专科|专业|病种|行业|省|国家|学校|企业|基地|站|点|试点|民营|公立|品种|传染病)/
const ACTIVITY = /[开组举下发进实培宣检督整查处](?:展|织|办|发|行|施|训|传|查|导|改|处|罚)/

/** A counted list must have as many members as it says: 桂花、永兴、仁里、龙凤4个中心卫生院; 三个目录(…、…、…). */
export function checkListCounts(summary: Summary): Outcome[] {
  return summary.nodes.flatMap((node) => {
    if (
      node.family !== 'thing' ||
      node.decimals > 0 ||
      node.valueMax !== null ||
      node.approximate ||
      !COUNTERS.has(node.baseUnit) ||
      node.scale > 1n
    )
      return []
    const outcome = namedBefore(node, summary) ?? namedBehind(node, summary)
    return outcome === null ? [] : [outcome]
  })
}

function namedBefore(node: Node, summary: Summary): Outcome | null {
  if (summary.text[node.start - 1] === '、' || !isWholeCount({ ...node, approximate: false })) return null
  const names = namesBefore(summary, node.start)
  if (names === null || names.length < 2) return null
  const holds = equal(node.exact, rational(BigInt(names.length)))
  // names of places and houses run to similar lengths; anything else might be a row of deeds
  const lengths = names.slice(1).map((name) => name.length)
  const even = Math.max(...lengths) - Math.min(...lengths) <= 4 && !names.slice(1).some((name) => ACTIVITY.test(name))
  if (!holds && (!even || !LISTED_THINGS.test(node.tail))) return null
  return listOutcome(node, names, holds, summary)
}

function namedBehind(node: Node, summary: Summary): Outcome | null {
  const match = /^[^，。；、()\d]{0,10}\(([^()]{3,200})\)/.exec(summary.text.slice(node.end, node.end + 230))
  if (match === null || /[\d。；]/.test(match[1] ?? '')) return null
  const inside = (match[1] ?? '').replace(/^(?:即|包括|分别为|分别是|其中|指|含)[:]?/, '')
  if (/等$/.test(inside)) return null
  const names = inside.includes('、') ? inside.split('、') : splitNames(inside)
  const all = names === null ? null : expandLast(names)
  if (all === null || all.length < 2) return null
  const holds = [names?.length, all.length].some(
    (length) => length !== undefined && equal(node.exact, rational(BigInt(length))),
  )
  // 31个省(区、市) names what else the word covers, not its members
  const even = all.every((name) => name.length >= 3 && name.length <= 16) && !all.some((name) => /[，,]/.test(name))
  return holds || even ? listOutcome(node, all, holds, summary) : null
}

function expandLast(names: readonly string[]): string[] {
  const last = names.at(-1) ?? ''
  const joined = /^(.{2,}?)[和及与](.{2,})$/.exec(last)
  return joined === null ? [...names] : [...names.slice(0, -1), joined[1] ?? '', joined[2] ?? '']
}

function listOutcome(node: Node, names: readonly string[], holds: boolean, summary: Summary): Outcome {
  const printed = printedText(node, summary)
  return {
    type: 'list-count',
    basis: 'direct',
    claim: node,
    others: [],
    holds,
    computed: String(names.length),
    formula: `len([${names.map((name) => `'${name}'`).join(',')}])`,
    says: {
      zh: holds
        ? `所列名称与“${printed}”一致。`
        : `列出的名称共${names.length}个（${names.join('、')}），文中写“${printed}”。`,
      en: holds
        ? `The names listed agree with ${printed}.`
        : `${names.length} names are listed (${names.join(', ')}), but the text says ${printed}.`,
    },
  }
}
