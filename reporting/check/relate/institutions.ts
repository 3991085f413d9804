import type { Node, Summary } from './nodes.ts'

/** Kinds of institutions whose number a summary states somewhere and of which shares are printed elsewhere. */
const TYPES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['社区卫生服务站', /社区(?:卫生)?服务站/],
  ['社区卫生服务中心', /社区(?:卫生)?服务中心/],
  ['村卫生室', /村(?:级)?卫生(?:室|所|站)/],
  ['乡镇卫生院', /(?:乡镇|镇|中心)?卫生院/],
  ['县级医院', /县级(?:公立)?医院/],
  ['行政村', /行政村/],
]

export type InstitutionMention = { type: string; at: number }

/** The kinds of institutions named in a stretch of text, in order, each once. */
export function institutionsIn(text: string, offset = 0): InstitutionMention[] {
  const found: InstitutionMention[] = []
  for (const [type, pattern] of TYPES) {
    const match = pattern.exec(text)
    if (match !== null) found.push({ type, at: offset + match.index })
  }
  return found.sort((a, b) => a.at - b.at)
}

/** For each kind of institution the number for the whole place: the largest exact one. One walk over the summary. */
export function institutionCounts(summary: Summary): Map<string, Node> {
  const counts = new Map<string, Node>()
  for (const node of summary.nodes) {
    if (
      node.family !== 'thing' ||
      node.decimals > 0 ||
      node.approximate ||
      node.kind === 'target' ||
      !COUNTED.has(node.baseUnit)
    )
      continue
    for (const [type, pattern] of TYPES) {
      const match = pattern.exec(node.tail)
      if (match === null || match.index > 2 || !countsAll(summary, node)) continue
      const known = counts.get(type)
      if (known === undefined || node.exact.n > known.exact.n) counts.set(type, node)
    }
  }
  return counts
}

const COUNTED = new Set(['个', '家', '所'])

/** 全区10个乡镇卫生院、3个社区服务中心: the enumeration speaks of all there are, not of some that were chosen. */
function countsAll(summary: Summary, node: Node): boolean {
  let start = node.start
  while (start > node.sentence.start && node.start - start < 60 && !/[，,。；;:(]/.test(summary.text[start - 1] ?? ''))
    start--
  const row = summary.text.slice(start, node.start)
  return (
    /全[区县市省]|共有|现有|辖|所有|设有/.test(row) &&
    !/选择|选取|选派|升级|改造|试点|抽查|检查|督查|创建|其中|新建|完成/.test(row)
  )
}
