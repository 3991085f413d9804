import { clauseBefore } from '../claims/layout.ts'
import { compare, rational, sum } from '@kangheng/kernel/exact/rational.ts'
import { areOpposites, commonEnds, signs } from './completeness.ts'
import { isAdditive, type Node, sameMeasure, type Summary } from './nodes.ts'

/**
 * A whole and the parts that the text lists for it. `wholes` are the candidates, nearest first. `exhaustive` grows with
 * every sign that the list is complete (其他, 已…/未…, brackets, three or more members); a merely partial list has none.
 */
export type PartGroup = {
  wholes: Node[]
  parts: Node[]
  exhaustive: number
  marker: 'bracket' | 'of-which' | 'rest' | 'classes' | 'states' | 'parallel' | 'total'
}

/** No list of a summary is longer; what goes beyond is not looked at, which keeps the work in proportion to the text. */
const LONGEST_LIST = 24

const OF_WHICH = /其\s?\d?\s?中(?!医药|西医|小学|学生|心|央|层|级)|分别为|分别是|包括/g
const TOTAL = /(?:合计|总计|两项共计|三项共计|总共)[^，。；\d]{0,4}$/
const RESTART =
  /^[^，。]{0,3}(?:实际|应(?!急)|共(?![卫同享建产识])|合计|累计|总(?!支)|另|全[年县市区省]|今年|同比|较|比|上年|去年|完成了?目标|达到)/

export function findPartGroups(summary: Summary): PartGroup[] {
  const bySentence = groupBy(summary.nodes, (node) => node.sentence.index)
  const groups: PartGroup[] = []
  for (const nodes of bySentence.values()) {
    const marked = [...bracketGroups(summary, nodes), ...ofWhichGroups(summary, nodes, bySentence)]
    const listed = new Set(marked.flatMap((group) => group.parts))
    groups.push(
      ...marked,
      ...restGroups(nodes, listed),
      ...parallelGroups(summary, nodes, listed),
      ...totalGroups(nodes),
    )
  }
  groups.push(...classGroups(summary, bySentence), ...stateGroups(bySentence), ...countedTotals(summary, bySentence))
  return groups
}

export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/** 17项(市本级保留12项，国务院和省新下放5项): everything inside the bracket belongs to the number before it. */
function bracketGroups(summary: Summary, nodes: readonly Node[]): PartGroup[] {
  const groups: PartGroup[] = []
  for (const [bracket, everything] of groupBy(
    nodes.filter((node) => node.bracket >= 0),
    (node) => node.bracket,
  )) {
    const inside = everything.slice(0, LONGEST_LIST)
    const opening = nodes.indexOf(inside[0] as Node)
    const whole = nodes.slice(Math.max(0, opening - 2), opening).findLast((node) => node.bracket !== bracket)
    if (
      whole === undefined ||
      !isAdditive(whole) ||
      /[，。；]/.test(summary.text.slice(whole.end, bracket)) ||
      bracket - whole.end > 14
    )
      continue
    const parts = inside.filter((node) => isAdditive(node) && sameMeasure(whole, node))
    if (parts.length > 0)
      groups.push({
        wholes: [whole],
        parts,
        exhaustive: (parts.length > 1 ? 2 : 0) + (isPlainListing(summary, whole, parts) ? 1 : 0) + signs(parts),
        marker: 'bracket',
      })
  }
  return groups
}

/** 建议提案37件(人大建议15件、政协提案22件): a bracket without 其中 that holds nothing but a list says all of it. */
const isPlainListing = (summary: Summary, whole: Node, parts: readonly Node[]): boolean =>
  compare(whole.exact, rational(30n)) >= 0 &&
  parts.length > 1 &&
  !/其中|[含等余]|包括|以上/.test(summary.text.slice(whole.end, parts.at(-1)?.end))

function ofWhichGroups(summary: Summary, nodes: readonly Node[], bySentence: Map<number, Node[]>): PartGroup[] {
  const first = nodes[0] as Node
  const { start, end, index } = first.sentence
  const groups: PartGroup[] = []
  let next = 0
  for (const match of summary.text.slice(start, end).matchAll(OF_WHICH)) {
    const at = start + match.index
    if (summary.text[at - 1] === '(') continue
    while (next < nodes.length && (nodes[next] as Node).start <= at) next++
    const following = nodes.slice(next, next + LONGEST_LIST)
    const level = following[0]?.bracket ?? -1
    const before = nodes.slice(Math.max(0, next - LONGEST_LIST), next).filter((node) => node.bracket === level)
    const opensSentence = before.length === 0 && at - start < 6
    const earlier = opensSentence
      ? (bySentence.get(index - 1) ?? []).filter(
          (node) => node.bracket === -1 && summary.text.slice(node.end, start).indexOf('\n') < 0,
        )
      : before
    const wholes = earlier
      .filter((node) => isAdditive(node))
      .toReversed()
      .slice(0, 3)
    const listed = listAfter(summary, following, level, wholes)
    if (listed.length === 0) continue
    const fitting = wholes.filter(
      (whole) => sameMeasure(whole, listed[0] as Node) && isChange(whole) === isChange(listed[0] as Node),
    )
    const partial = match[0].startsWith('包括') ? -1 : 0
    const listing = match[0].startsWith('分别') ? 1 : 0
    if (fitting.length > 0)
      groups.push({ wholes: fitting, parts: listed, exhaustive: signs(listed) + partial + listing, marker: 'of-which' })
  }
  return groups
}

const isChange = (node: Node): boolean => node.kind === 'change'

/** The numbers of one measure after 其中, until the text starts on something else. */
function listAfter(summary: Summary, following: readonly Node[], level: number, wholes: readonly Node[]): Node[] {
  const listed: Node[] = []
  for (const node of following) {
    if (node.bracket !== level || !isAdditive(node)) continue
    if (listed.length > 0 && RESTART.test(node.lead)) break
    // 其中新涂阳287例，完成年任务280例的102.5%: the part is measured against its own target
    if (listed.length > 0 && node.kind === 'target' && listed[0]?.kind !== 'target') break
    const fits =
      listed.length > 0 ? sameMeasure(listed[0] as Node, node) : wholes.some((whole) => sameMeasure(whole, node))
    if (!fits) continue
    if (listed.length > 0 && summary.text.slice(listed.at(-1)?.end, node.start).includes('其中')) break
    listed.push(node)
  }
  return listed
}

/**
 * 40个…现有13个完工，其他27个: with the rest named, the list is complete. The whole is one of the numbers before it in the
 * same part of the sentence; the first is likeliest, as the others then are its parts.
 */
function restGroups(nodes: readonly Node[], listed: ReadonlySet<Node>): PartGroup[] {
  return nodes.flatMap((node, at) => {
    if (!isAdditive(node) || listed.has(node) || !/^(?:其他|其它|其余|余下|剩余|另外?)/.test(node.lead.trim()))
      return []
    const before = nodes
      .slice(Math.max(0, at - LONGEST_LIST), at)
      .filter(
        (other) =>
          isAdditive(other) &&
          sameMeasure(other, node) &&
          other.bracket === node.bracket &&
          other.segment === node.segment,
      )
    const groups = before.slice(0, -1).map((whole, start) => ({
      wholes: [whole],
      parts: [...before.slice(start + 1), node],
      exhaustive: 4,
      marker: 'rest' as const,
    }))
    const consistent = groups.find(
      ({ wholes: [whole], parts }) =>
        whole !== undefined &&
        sum(parts.map((part) => part.exact)).n * whole.exact.d ===
          whole.exact.n * sum(parts.map((part) => part.exact)).d,
    )
    const chosen = consistent ?? groups[0]
    return chosen === undefined ? [] : [chosen]
  })
}

/** 744人，已注册医师427人，已注册护士317人: parts without 其中 whose words run in parallel. */
function parallelGroups(summary: Summary, nodes: readonly Node[], listed: ReadonlySet<Node>): PartGroup[] {
  const groups: PartGroup[] = []
  for (const [at, whole] of nodes.entries()) {
    if (!isAdditive(whole) || whole.approximate || listed.has(whole)) continue
    const parts: Node[] = []
    for (const node of nodes.slice(at + 1, at + 1 + LONGEST_LIST)) {
      if (node.bracket !== whole.bracket) continue
      if (
        !isAdditive(node) ||
        node.baseUnit !== whole.baseUnit ||
        node.segment !== whole.segment ||
        RESTART.test(node.lead)
      )
        break
      const [first] = parts
      if (first !== undefined && commonEnds(first, node) < 2 && !(parts.length === 1 && areOpposites(first, node)))
        break
      parts.push(node)
    }
    const between = parts[0] === undefined ? '' : summary.text.slice(whole.end, parts[0].start)
    if (parts.some((part) => compare(part.exact, whole.exact) > 0)) continue
    if (parts.length < 2 || /其\s?\d?\s?中|分别|包括/.test(between) || (parts[0] as Node).lead.trim().length < 2)
      continue
    groups.push({ wholes: [whole], parts, exhaustive: signs(parts), marker: 'parallel' })
  }
  return groups
}

/** 甲医院12人，乙医院8人，合计20人: the total stands behind its parts. */
function totalGroups(nodes: readonly Node[]): PartGroup[] {
  const groups: PartGroup[] = []
  let first = 0
  for (const [at, whole] of nodes.entries()) {
    if (!isAdditive(whole) || !TOTAL.test(whole.lead)) continue
    const parts = nodes
      .slice(Math.max(first, at - LONGEST_LIST), at)
      .filter(
        (node) =>
          isAdditive(node) &&
          sameMeasure(whole, node) &&
          node.segment === whole.segment &&
          node.bracket === whole.bracket,
      )
    first = at + 1
    if (parts.length >= 2) groups.push({ wholes: [whole], parts, exhaustive: 3, marker: 'total' })
  }
  return groups
}

const COUNTED_TOTAL =
  /^[^，。；\d]{0,6}?([两二三四五六七八九])(?:项|类|者|块|部分)[^，。；\d]{0,4}(?:合计|共计|总计|相加|共)[^，。；\d]{0,8}$/
const COUNT_WORDS = '一二三四五六七八九'

/** 甲医院12人。乙医院8人。以上两项合计20人。: the total says how many numbers of the sentences before it make it up. */
function countedTotals(summary: Summary, bySentence: Map<number, Node[]>): PartGroup[] {
  const groups: PartGroup[] = []
  for (const [index, [whole]] of bySentence) {
    if (whole === undefined || !isAdditive(whole) || whole.bracket !== -1) continue
    const word = COUNTED_TOTAL.exec(summary.text.slice(whole.sentence.start, whole.start))?.[1]
    if (word === undefined) continue
    const wanted = word === '两' ? 2 : COUNT_WORDS.indexOf(word) + 1
    const parts: Node[] = []
    for (let at = index - 1; parts.length < wanted && at >= index - wanted; at--) {
      const nodes = bySentence.get(at) ?? []
      const last = nodes.at(-1)
      if (last && summary.text.slice(last.end, whole.start).includes('\n')) break
      parts.unshift(
        ...nodes.filter(
          (node) => isAdditive(node) && sameMeasure(whole, node) && node.bracket === -1 && !isChange(node),
        ),
      )
    }
    if (parts.length === wanted) groups.push({ wholes: [whole], parts, exhaustive: 3, marker: 'total' })
  }
  return groups
}

/** 法定传染病1495例…乙类1018例，丙类467例: the classes of the law make up the whole. */
function classGroups(summary: Summary, bySentence: Map<number, Node[]>): PartGroup[] {
  const groups: PartGroup[] = []
  for (const [index, nodes] of bySentence) {
    const classes = nodes.filter((node) => isAdditive(node) && /[甲乙丙]类/.test(ownWords(summary, node)))
    const measured = [...groupBy(classes, (node) => node.baseUnit).values()]
    for (const parts of measured) {
      if (parts.length < 2 || parts.length > 3) continue
      const first = parts[0] as Node
      const candidates = [...(bySentence.get(index - 1) ?? []), ...nodes].filter(
        (node) =>
          node.start < first.start &&
          node.baseUnit === first.baseUnit &&
          /法定|甲乙丙|传染病/.test(ownWords(summary, node)),
      )
      const whole = candidates.at(-1)
      if (whole !== undefined && isAdditive(whole) && !parts.includes(whole))
        groups.push({ wholes: [whole], parts, exhaustive: 4, marker: 'classes' })
    }
  }
  return groups
}

/** The words that belong to a number, looking past a number of another kind in between: 乙类传染病11种1018例. */
function ownWords(summary: Summary, node: Node): string {
  return clauseBefore(summary.text, node.start)
}

/** 共8家。…6个单位已建成…，2个…正在建设: what is done and what is under way make up what was announced. */
function stateGroups(bySentence: Map<number, Node[]>): PartGroup[] {
  const groups: PartGroup[] = []
  for (const [index, nodes] of bySentence) {
    const counted = nodes.filter((node) => isAdditive(node) && node.family === 'thing' && node.bracket === -1)
    const done = counted.find((node) => /已(?!全部|经全部)/.test(node.tail.slice(0, 10)))
    const open = counted.find((node) => node !== done && /(?:正在|在建|尚未|未)/.test(node.tail))
    if (done === undefined || open === undefined || counted.length > 3) continue
    const whole = (bySentence.get(index - 1) ?? []).at(-1)
    if (whole !== undefined && isAdditive(whole) && /共|总/.test(whole.lead) && sameMeasure(whole, done)) {
      groups.push({
        wholes: [whole],
        parts: [done, open].sort((a, b) => a.start - b.start),
        exhaustive: 3,
        marker: 'states',
      })
    }
  }
  return groups
}
