import { isAdditive, type Node, type Summary } from './nodes.ts'

/** Numerator and denominator that the sentence offers for a printed rate, with how surely they belong to it. */
export type RatePair = { part: Node; whole: Node; sure: boolean }

/** The numbers before a rate in its own part of the sentence: all of them, and those since the last rate. */
export type RatePool = { all: Node[]; own: Node[] }

const WHOLE_CUE =
  /(?:应(?!急|对)|目标|任务|计划|指标|总|共有|辖区?|需|符合|拟|全部|现有|受理|申请|报名|参评|登记|可)[^，。；]*$/
const PART_CUE = /^(?:其中|已|实|实际|共?完成|有|目前已?|累计完成|累计已)/
const GENERAL_RATE = /(?:覆盖|完成|达标|占比?|比例|普及|参与)[^，。；]*$/
/** Rates on a population, whose number is not the one before them. */
export const POPULATION_RATE =
  /发病率|患病率|死亡率|出生率|增长率|生育率|感染率|流行率|检出率|阳性率|住院率|发生率|自增率/

export const nameOfRate = (rate: Node): string =>
  rate.lead.replace(/(?:达到?了?|为|是|约|有|:|均|分别|高|只|仅|仍|的|\s)+$/, '')

/** A rate belongs to numbers near it. */
const REACH = 12
/** Looking back ends here, whatever stands between: the work stays in proportion to the text. */
const FURTHEST = 60

export function poolOf(summary: Summary, rate: Node): RatePool {
  const all: Node[] = []
  let own: Node[] | null = null
  const first = summary.nodes[0]?.index ?? 0
  const last = rate.index - first - 1
  for (let at = last; at >= 0 && last - at < FURTHEST && all.length < REACH; at--) {
    const node = summary.nodes[at] as Node
    if (node.sentence !== rate.sentence || node.segment !== rate.segment) break
    if (node.bracket !== rate.bracket && !(rate.bracket >= 0 && node.bracket === -1)) continue
    if (node.family === 'share' && node.kind !== 'change') own ??= [...all]
    else if (isAdditive(node) && !node.approximate) all.unshift(node)
  }
  return { all, own: own ?? all }
}

/** Every pair that might stand behind the rate, the likeliest first. */
export function pairsFor(rate: Node, { all, own }: RatePool): RatePair[] {
  const pairs: RatePair[] = []
  // 应检186家，实检183家，覆盖率100%，完成率98.4%: a second rate may come from the same pair, but nothing says it must
  const last = own.at(-1) ?? all.at(-1)
  if (last === undefined) return pairs
  const partners = all.filter((node) => node !== last && comparable(node, last))
  for (const partner of partners.toReversed()) {
    if (sharesLabel(partner, last)) pairs.push({ part: last, whole: partner, sure: own.length > 0 })
  }
  for (const partner of partners.toReversed()) {
    pairs.push({
      part: last,
      whole: partner,
      sure: partner === partners.at(-1) && own.includes(partner) && belongs(rate, last, partner),
    })
    pairs.push({ part: partner, whole: last, sure: false })
  }
  for (const whole of all) {
    for (const part of own)
      if (part !== last && part.start > whole.start && comparable(part, whole)) pairs.push({ part, whole, sure: false })
  }
  return pairs
}

export function comparable(a: Node, b: Node): boolean {
  return a.baseUnit === b.baseUnit || (PEOPLE.has(a.baseUnit) && PEOPLE.has(b.baseUnit))
}
const PEOPLE = new Set(['人', '例', '人次', '份'])

/** 其中未脱贫3549人 … 实际完成未脱贫3549人: apart from such words both numbers are called the same. */
function sharesLabel(a: Node, b: Node): boolean {
  const [x, y] = [a, b].map((node) =>
    node.lead.trim().replace(/^(?:其中|实际|已经?|共|累计|完成|应|需|目标|任务)+/, ''),
  )
  return x !== undefined && x.length >= 2 && x === y
}

/** The rate speaks of what the part counts, or the words mark one number as the whole and the other as the part. */
function belongs(rate: Node, part: Node, whole: Node): boolean {
  const name = nameOfRate(rate)
  if (POPULATION_RATE.test(name)) return false
  if (/^占/.test(name.trim())) return WHOLE_CUE.test(whole.lead) || /^其中/.test(part.lead.trim())
  if (GENERAL_RATE.test(name))
    return (
      WHOLE_CUE.test(whole.lead) ||
      PART_CUE.test(part.lead.trim()) ||
      sharesWord(name, part.lead) ||
      sharesWord(part.lead, whole.lead)
    )
  if (WHOLE_CUE.test(whole.lead) && PART_CUE.test(part.lead.trim())) return true
  return sharesWord(name, part.lead + part.tail) || (WHOLE_CUE.test(whole.lead) && sharesSign(name, part.lead))
}

const STOP = /[率的了为达到共已有在和与及全县市区省人]/

/** Two signs in a row that both texts have. */
export function sharesWord(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at++) {
    const word = a.slice(at, at + 2)
    if (!STOP.test(word) && b.includes(word)) return true
  }
  return false
}

const sharesSign = (a: string, b: string): boolean => [...a].some((sign) => !STOP.test(sign) && b.includes(sign))
