import type { Node } from './nodes.ts'

const PARTIAL_AFTER = /^[^，。；;)]{0,12}等(?!级|额|次|离)/
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/已/, /未|尚未|正在/],
  [/男/, /女/],
  [/城镇|城市|城区/, /农村|乡村/],
  [/新/, /旧|老|改|续/],
  [/甲类|乙类/, /丙类/],
  [/公立|公办/, /民营|社会办|私立|非公立/],
  [/死亡/, /伤残|受伤|存活/],
  [/本级|市级|市直/, /县|区|下放|乡/],
  [/省/, /市/],
  [/国家/, /省|市/],
  [/一孩/, /二孩/],
  [/门诊|门急诊/, /住院|出院/],
  [/第一/, /第二/],
  [/符合/, /不符合/],
  [/合格/, /不合格/],
  [/境内|县内|本地/, /境外|县外|外地|流动/],
  [/执业医师/, /执业助理/],
  [/高级/, /中级|初级/],
  [/一级/, /二级|三级/],
  [/户籍/, /流动|非户籍/],
  [/基本支出/, /项目支出/],
  [/国债|中央|上级/, /地方|配套|自筹/],
  [/财政|政府/, /个人/],
]

/** 死亡 and 伤残, 男 and 女: the two sides of one division. */
export function areOpposites(first: Node, second: Node): boolean {
  return OPPOSITES.some(
    ([a, b]) => (a.test(first.lead) && b.test(second.lead)) || (b.test(first.lead) && a.test(second.lead)),
  )
}

/** Signs in the members themselves that a list is complete. */
export function signs(parts: readonly Node[]): number {
  let score = 0
  const leads = parts.map((part) => part.lead)
  const [first, second] = parts
  if (first !== undefined && second !== undefined && areOpposites(first, second)) score += 2
  if (/^(?:其他|其它|其余|余下|另)/.test(leads.at(-1)?.trim() ?? '')) score += 2
  if (parts.length >= 3) score += 1
  if (parts.length >= 4) score += 1
  if (parts.length >= 5) score += 1
  if (parts.length >= 6) score += 1
  if (parts.length >= 2 && leads.every((lead) => isInstitution(lead))) score += 1
  if (parts.length >= 2 && commonEnds(parts[0] as Node, parts[1] as Node) >= 2) score += 1
  if (PARTIAL_AFTER.test(parts.at(-1)?.tail ?? '')) score -= 3
  return score
}

const isInstitution = (lead: string): boolean =>
  /(?:医院|中心|院|局|所|站|科|镇|乡|县|市|区|街道|村|室|省|级)(?:为|有|各|共)?$/.test(
    lead.trim().replace(/^其中[:：]?/, ''),
  )

/** Signs that two lead-ins share at their beginning or end. */
export function commonEnds(a: Node, b: Node): number {
  const [x, y] = [a.lead.trim().replace(/^其\s?\d?\s?中[:：]?/, ''), b.lead.trim()]
  let head = 0
  while (head < x.length && head < y.length && x[head] === y[head]) head++
  let tail = 0
  while (tail < x.length - head && tail < y.length - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail++
  return Math.max(head, tail)
}
