import { type Rational, compare, divide, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import { institutionCounts, institutionsIn } from '../relate/institutions.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { nameOfRate, poolOf, sharesWord } from '../relate/pairs.ts'
import { feasibleAsPart, feasibleOutcome } from './feasible.ts'
import { relativeDifference } from './precision.ts'
import { gives, isCheckableRate, ratioOutcome } from './ratios.ts'
import type { Outcome } from './report.ts'

const CLOSE = rational(2n, 100n)
const SAME_POPULATION = rational(3n, 100n)
const LIVE_BIRTH_RATE = /(?:孕产妇|婴儿|新生儿|5岁以下儿童|0[-~—至]4岁儿童|五岁以下儿童)死亡率/
const POPULATION_RATE = /(?:发病率|出生率|(?<!产妇|婴儿|新生儿|儿童)死亡率|患病率)/
const OTHER_PLACE = rational(2n)
const WHOLE_RECORDS = /(?:居民|健康档案|电子档案|总人口|常住人口|户籍人口|服务人口)/
/** A summary names its population once or twice; more than this is no summary. */
const FEW_BASES = 20
const LARGE_POPULATION = 10_000n

/** Rates whose basis stands elsewhere in the summary. What fails here is an unstated basis, not a contradiction. */
export function checkImplied(summary: Summary, settled: ReadonlySet<Node>): Outcome[] {
  const rates = summary.nodes.filter((node) => isCheckableRate(node) && !settled.has(node))
  if (rates.length === 0) return []
  const complete = completeRecords(summary).slice(0, FEW_BASES)
  const populations = [
    ...statedPopulations(summary).slice(0, FEW_BASES),
    ...complete.filter(({ count }) => WHOLE_RECORDS.test(contextOf(count, summary))).map(({ count }) => count),
  ]
  const births = summary.nodes.filter((node) => isBirths(node)).slice(0, FEW_BASES)
  const institutions = institutionCounts(summary)
  return rates.flatMap((rate) => {
    const outcome =
      sameRateElsewhere(rate, complete, summary) ??
      againstPopulation(rate, populations, summary) ??
      againstBirths(rate, births, summary) ??
      shareOfBirths(rate, births, summary) ??
      againstInstitutions(rate, institutions, summary)
    return outcome === null ? [] : [outcome]
  })
}

/** The last noun of a rate: 建档率 of 规范化电子档案建档率. */
const shortName = (rate: Node): string => /[\u4e00-\u9fff]{2}[率度]$/.exec(nameOfRate(rate))?.[0] ?? ''

type Complete = { rate: Node; count: Node }

/** Rates of 100 % with their count: the count is then also the basis (441676份，建档率100%). */
function completeRecords(summary: Summary): Complete[] {
  return summary.nodes
    .filter((node) => isCheckableRate(node) && node.unit === '%' && node.value.n === 100n * node.value.d)
    .flatMap((rate) => {
      const count = poolOf(summary, rate).own.at(-1)
      return count === undefined || !isWholeCount(count) || count.exact.n < LARGE_POPULATION ? [] : [{ rate, count }]
    })
}

function sameRateElsewhere(rate: Node, complete: readonly Complete[], summary: Summary): Outcome | null {
  const name = shortName(rate)
  const part = poolOf(summary, rate).own.at(-1)
  if (name === '' || part === undefined || !isWholeCount(part)) return null
  for (const { rate: other, count } of complete) {
    if (
      other === rate ||
      shortName(other) !== name ||
      count.baseUnit !== part.baseUnit ||
      compare(part.exact, count.exact) > 0
    )
      continue
    const near = relativeDifference(divide(part.exact, count.exact), rate.exact)
    if (near !== null && compare(near, CLOSE) <= 0)
      return ratioOutcome(rate, { part, whole: count }, gives(rate, part, count), summary, 'implied')
  }
  return null
}

function statedPopulations(summary: Summary): Node[] {
  return summary.nodes.filter(
    (node) =>
      node.baseUnit === '人' &&
      node.kind === 'count' &&
      !node.approximate &&
      node.exact.n >= LARGE_POPULATION &&
      /(?:总人口|常住人口|户籍人口|服务人口)(?:数)?(?:为|有|达到?|共|约)?\s*$/.test(node.lead),
  )
}

const contextOf = (node: Node, summary: Summary): string =>
  summary.text.slice(Math.max(node.sentence.start - 16, 0), node.end)

/** 发病1495例，发病率224.4/10万: the population this takes, against the population the summary goes by. */
function againstPopulation(rate: Node, populations: readonly Node[], summary: Summary): Outcome | null {
  const name = nameOfRate(rate)
  if (!POPULATION_RATE.test(name) || LIVE_BIRTH_RATE.test(name) || populations.length === 0) return null
  const { own, all } = poolOf(summary, rate)
  const part =
    [...own, ...all].findLast(
      (node) =>
        isWholeCount(node) &&
        sharesWord(name.replace(/发病|率/g, '') + (/出生/.test(name) ? '出生' : '病例'), node.lead + node.tail),
    ) ?? (/发病/.test(name) ? all.findLast((node) => node.baseUnit === '例' && isWholeCount(node)) : undefined)
  if (part === undefined || isAnnualised(rate, part, populations, summary)) return null
  const judged = populations.map((whole) => ({
    whole,
    fits: gives(rate, part, whole),
    near: relativeDifference(divide(part.exact, whole.exact), rate.exact),
  }))
  const fitting = judged.find(({ fits, near }) => fits || (near !== null && compare(near, SAME_POPULATION) <= 0))
  // a population many times off is that of another place
  const chosen = fitting ?? judged.find(({ near }) => near !== null && compare(near, OTHER_PLACE) <= 0)
  return chosen === undefined
    ? null
    : ratioOutcome(rate, { part, whole: chosen.whole }, fitting !== undefined, summary, 'implied')
}

const PART_OF_YEAR = /上半年|下半年|季度|\d{1,2} ?月/
const MONTHS = 12n

/** 上半年出生2635人，出生率11.42‰: rates of a part of the year are printed as those of a year. */
function isAnnualised(rate: Node, part: Node, populations: readonly Node[], summary: Summary): boolean {
  const title = summary.text.slice(summary.start, summary.start + TITLE_REACH)
  if (!PART_OF_YEAR.test(title) && !PART_OF_YEAR.test(summary.text.slice(rate.sentence.start, rate.start))) return false
  for (let months = 1n; months < MONTHS; months++) {
    const yearly = { ...part, exact: multiply(part.exact, rational(MONTHS, months)) }
    if (
      populations.some((whole) => {
        const near = relativeDifference(divide(yearly.exact, whole.exact), rate.exact)
        return near !== null && compare(near, CLOSE) <= 0
      })
    )
      return true
  }
  return false
}

const TITLE_REACH = 60

const isBirths = (node: Node): boolean =>
  isWholeCount(node) &&
  (node.family === 'person' || node.baseUnit === '个') &&
  node.exact.n >= 100n &&
  node.kind === 'count' &&
  /(?:出生|活产|分娩)(?:人口|人数|数|儿)?(?:总数)?(?:为|共|计|达)?\s*$/.test(node.lead)

/** Deaths of mothers and infants are counted on live births: can any whole number of deaths give the rate? */
function againstBirths(rate: Node, births: readonly Node[], summary: Summary): Outcome | null {
  if (!LIVE_BIRTH_RATE.test(nameOfRate(rate)) || births.length === 0 || rate.value.n === 0n) return null
  const fitting = births.find((base) => feasibleAsPart(rate, base.exact))
  const base = fitting ?? births.reduce((largest, node) => (compare(node.exact, largest.exact) > 0 ? node : largest))
  return feasibleOutcome(rate, base, fitting !== undefined, summary, 'implied')
}

/** Shares that family planning counts on all births: 符合政策生育2421人，符合政策生育率91.88%. */
const SHARE_OF_BIRTHS = /(?:符合政策|政策内|政策外|计划内|一孩|二孩|三孩|多孩)(?:生育|出生)?率/

function shareOfBirths(rate: Node, births: readonly Node[], summary: Summary): Outcome | null {
  const part = poolOf(summary, rate).own.at(-1)
  if (!SHARE_OF_BIRTHS.test(nameOfRate(rate)) || part === undefined || !isWholeCount(part)) return null
  const whole = births.findLast((node) => node.start < part.start && compare(node.exact, part.exact) >= 0)
  if (whole === undefined) return null
  const near = relativeDifference(divide(part.exact, whole.exact), rate.exact)
  if (near === null || compare(near, CLOSE) > 0) return null // the births of another place or time
  return ratioOutcome(rate, { part, whole }, gives(rate, part, whole), summary, 'implied')
}

const FEW = 400n

/** 标准化科室达60% of institutions of which the summary says elsewhere that there are three. */
function againstInstitutions(rate: Node, institutions: ReadonlyMap<string, Node>, summary: Summary): Outcome | null {
  if (rate.unit !== '%') return null
  const type = institutionOf(rate, summary)
  const base = type === null ? undefined : institutions.get(type)
  if (
    base === undefined ||
    compare(base.exact, rational(FEW)) > 0 ||
    base.exact.n === 0n ||
    compare(rate.exact, rational(1n)) >= 0
  )
    return null
  const near: Rational = base.exact
  return feasibleOutcome(rate, base, feasibleAsPart(rate, near), summary, 'implied')
}

/** Whose share a rate is: 82.97%卫生院, 村卫生室达75%, or 各社区卫生服务中心、乡镇卫生院…分别达60%、80% in order. */
function institutionOf(rate: Node, summary: Summary): string | null {
  const behind = institutionsIn(rate.tail.slice(0, 12)).find(({ at }) => at <= 3)
  if (behind !== undefined) return behind.type
  const ahead = institutionsIn(rate.lead).at(-1)
  if (ahead !== undefined && /(?:达到?|为|占|有)?\s*$/.test(rate.lead) && rate.lead.length - ahead.at <= 12)
    return ahead.type
  const first = summary.nodes[0]?.index ?? 0
  const row = rowOf(rate, summary.nodes, rate.index - first)
  if (row.length < 2) return null
  const named = institutionsIn(summary.text.slice(rate.sentence.start, row[0]?.start)).filter(
    ({ at }, index, all) => index === 0 || at > (all[index - 1]?.at ?? 0),
  )
  return named.length === row.length ? (named[row.indexOf(rate)]?.type ?? null) : null
}

/** The rates of one 分别达…、… row. */
function rowOf(rate: Node, nodes: readonly Node[], at: number): Node[] {
  let start = at
  while (
    start > 0 &&
    (nodes[start] as Node).lead.trim() === '' &&
    nodes[start - 1]?.unit === rate.unit &&
    nodes[start - 1]?.sentence === rate.sentence
  )
    start--
  const head = nodes[start]
  if (head === undefined || !/分别(?:达到?|为|是)?\s*$/.test(head.lead)) return []
  const row = [head]
  for (const node of nodes.slice(start + 1)) {
    if (node.lead.trim() !== '' || node.unit !== rate.unit || node.sentence !== rate.sentence) break
    row.push(node)
  }
  return row
}
