import { type Rational, divide, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import { isAdditive, isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { namesBefore } from '../relate/lists.ts'
import { couldPrint, divideIntervals, intervalOf, multiplyIntervals, point } from './precision.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'
import { findSlips } from './slips.ts'

/** Numbers that must be the product of two others in the same sentence. */
export function checkProducts(summary: Summary): Outcome[] {
  return [
    ...averages(summary),
    ...couples(summary),
    ...eachOfSeveral(summary),
    ...unitPrices(summary),
    ...forgoneMargins(summary),
  ]
}

/** Pairs of neighbours in one part of a sentence. */
function* neighbours(summary: Summary, reach = 1): Generator<[Node, Node]> {
  for (const [at, first] of summary.nodes.entries()) {
    for (const second of summary.nodes.slice(at + 1, at + 1 + reach)) {
      if (second.sentence === first.sentence && second.segment === first.segment && second.bracket === first.bracket)
        yield [first, second]
    }
  }
}

/** 23560人次，6815.3万元，次均2892.74元: a total shared out among those it was for. */
function averages(summary: Summary): Outcome[] {
  const found: Outcome[] = []
  for (const [at, average] of summary.nodes.entries()) {
    if (
      average.baseUnit !== '元' ||
      average.approximate ||
      !/(?:次均|人均|例均|户均|平均每[人次例户个所家台张])[^，。；\d]{0,8}$/.test(average.lead)
    )
      continue
    const before = summary.nodes.slice(Math.max(0, at - 2), at)
    const [count, total] = before[0]?.family === 'money' ? [before[1], before[0]] : [before[0], before[1]]
    if (
      count === undefined ||
      total?.baseUnit !== '元' ||
      !isAdditive(count) ||
      count.family === 'money' ||
      count.approximate ||
      count.exact.n === 0n ||
      total.approximate
    )
      continue
    if (count.segment !== average.segment || total.segment !== average.segment || count.sentence !== average.sentence)
      continue
    const fits = ([a, b, c]: readonly Node[]) => {
      const quotient = a === undefined || b === undefined ? null : divideIntervals(intervalOf(b), intervalOf(a))
      return quotient !== null && c !== undefined && couldPrint(c, quotient)
    }
    const nodes = [count, total, average]
    const holds = fits(nodes)
    const slips = findSlips(nodes, fits)
    if (!holds && slips.length === 0) continue // more likely another basis
    found.push(
      productOutcome(
        average,
        [total, count],
        `${term(total)}/${term(count)}`,
        divide(total.exact, count.exact),
        holds,
        summary,
        slips,
      ),
    )
  }
  return found
}

/** 1738对，3476人: a couple is two people. */
function couples(summary: Summary): Outcome[] {
  const found: Outcome[] = []
  for (const [pair, people] of neighbours(summary)) {
    if (pair.baseUnit !== '对' || people.baseUnit !== '人' || !isWholeCount(pair) || !isWholeCount(people)) continue
    if (!/^(?:[，,、]|共|计|\s)*$/.test(people.lead)) continue
    const fits = ([a, b]: readonly Node[]) =>
      a !== undefined && b !== undefined && multiply(a.exact, rational(2n)).n === b.exact.n
    found.push(
      productOutcome(
        people,
        [pair],
        `${term(pair)}*2`,
        multiply(pair.exact, rational(2n)),
        fits([pair, people]),
        summary,
        findSlips([pair, people], fits),
      ),
    )
  }
  return found
}

/** 三家单位各抽调4名，共12人: as many times as units are named. */
function eachOfSeveral(summary: Summary): Outcome[] {
  const found: Outcome[] = []
  for (const [each, total] of neighbours(summary)) {
    if (
      !/各(?!类|种|项|级|地|方)[^，。；、\d]{0,8}$/.test(each.lead) ||
      !/共计?[^，。；\d]{0,4}$/.test(total.lead) ||
      each.baseUnit !== total.baseUnit
    )
      continue
    if (!isWholeCount(each) || !isWholeCount(total)) continue
    const at = each.start - each.lead.length + each.lead.lastIndexOf('各')
    const names = namesBefore(summary, at)
    if (names === null || names.length < 2) continue
    const count = BigInt(names.length)
    const fits = ([a, b]: readonly Node[]) =>
      a !== undefined && b !== undefined && multiply(a.exact, rational(count)).n === b.exact.n
    found.push(
      productOutcome(
        total,
        [each],
        `${count}*${term(each)}`,
        multiply(each.exact, rational(count)),
        fits([each, total]),
        summary,
        findSlips([each, total], fits),
      ),
    )
  }
  return found
}

/** 奖励2784人，960元/人年，共267.26万元: people times what each is paid. */
function unitPrices(summary: Summary): Outcome[] {
  const found: Outcome[] = []
  for (const [at, people] of summary.nodes.entries()) {
    if (!isWholeCount(people)) continue
    const [price, total] = summary.nodes.slice(at + 1, at + 3)
    if (
      price === undefined ||
      total === undefined ||
      total.sentence !== people.sentence ||
      total.segment !== people.segment
    )
      continue
    const perHead = /^元\/(?:人|户|例|张|对|个)/.test(price.baseUnit) ? price.baseUnit.slice(2, 3) : perUnit(price)
    if (
      perHead === null ||
      (perHead !== ANY_UNIT && perHead !== people.baseUnit) ||
      price.approximate ||
      total.approximate ||
      total.baseUnit !== '元'
    )
      continue
    if (!/共计?|合计|总计|发放|补助|资金|金额|^计$/.test(total.lead.trim())) continue
    const fits = ([a, b, c]: readonly Node[]) =>
      a !== undefined &&
      b !== undefined &&
      c !== undefined &&
      couldPrint(c, multiplyIntervals(point(a.exact), point(b.exact)))
    const nodes = [people, price, total]
    const holds = fits(nodes)
    const slips = findSlips(nodes, fits)
    if (!holds && slips.length === 0) continue // paid for some of them, or for another time
    found.push(
      productOutcome(
        total,
        [people, price],
        `${term(people)}*${term(price)}`,
        multiply(people.exact, price.exact),
        holds,
        summary,
        slips,
      ),
    )
  }
  return found
}

/** 购置6辆，单价28.5万元: a price of whatever is counted before it. */
const ANY_UNIT = '*'

const perUnit = (price: Node): string | null =>
  price.baseUnit === '元' && /单价[^，。；\d]{0,4}$/.test(price.lead)
    ? ANY_UNIT
    : price.baseUnit === '元'
      ? (/(?:每|一)([人户例张对个所家台])(?:每次)?(?:补助|发放|奖励|资助|给予|标准|按)?[^，。；\d]{0,6}$/.exec(
          price.lead,
        )?.[1] ?? null)
      : null

/** 取消15%的加成…销售药品1315万元，优惠197万元: sales times the margin given up. */
function forgoneMargins(summary: Summary): Outcome[] {
  const found: Outcome[] = []
  for (const [at, margin] of summary.nodes.entries()) {
    if (margin.unit !== '%' || !/加成|差率/.test(margin.tail + margin.lead.slice(-8))) continue
    const following = summary.nodes
      .slice(at + 1, at + 6)
      .filter((node) => node.sentence === margin.sentence && node.baseUnit === '元' && !node.approximate)
    const sales = following.find((node) => /销售|采购|使用|药品/.test(node.lead))
    const saved = following.find(
      (node) => sales !== undefined && node.start > sales.start && /优惠|让利|减免|减轻|节省|惠及/.test(node.lead),
    )
    if (sales === undefined || saved === undefined) continue
    const fits = ([a, b, c]: readonly Node[]) =>
      a !== undefined &&
      b !== undefined &&
      c !== undefined &&
      couldPrint(c, multiplyIntervals(intervalOf(b), point(a.exact)))
    const nodes = [margin, sales, saved]
    found.push(
      productOutcome(
        saved,
        [sales, margin],
        `${term(sales)}*${term(margin)}`,
        multiply(sales.exact, margin.exact),
        fits(nodes),
        summary,
        findSlips(nodes, fits),
      ),
    )
  }
  return found
}

function productOutcome(
  claim: Node,
  others: Node[],
  formula: string,
  value: Rational,
  holds: boolean,
  summary: Summary,
  slips: Outcome['slips'],
): Outcome {
  const computed = inUnitOf(claim, value)
  const printed = printedText(claim, summary)
  return {
    type: 'product',
    basis: 'direct',
    claim,
    others,
    holds,
    computed,
    formula,
    says: {
      zh: holds ? `${formula}与“${printed}”一致。` : `${formula}=${computed}${claim.unit}，文中写“${printed}”。`,
      en: holds
        ? `${formula} agrees with ${printed}.`
        : `${formula} = ${computed}${claim.unit}, but the text says ${printed}.`,
    },
    slips: holds ? [] : (slips ?? []),
  }
}
