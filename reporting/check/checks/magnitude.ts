import { type Rational, compare, divide, rational } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { nameOfRate } from '../relate/pairs.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'

const AT_MOST_ALL =
  /(?:覆盖|签约|建档|接种|合格|满意|治愈|好转|分娩|管理|规范管理|系统管理|参合|参保|筛查|检测|检出|普及|达标|报告|随访|控制|录入|审核|配备|设置|持证|上岗|知晓|参训|办结|回复)(?:率|度|比例|面)(?:均|分别)?[^，。；\d]{0,3}$/
/** 占常住人口的12.31%: what is part of a whole is not more than it. 占任务的120% speaks of completion, 占上年的120% of a change. */
const SHARE_OF_WHOLE = /占(?!比|用|有|地)[^，。；\d]{0,20}$/
const OF_ANOTHER = /任务|目标|计划|指标|预算|定额|标准|去年|上年|同期|应/
/** Name, unit and the range outside which the figure cannot be right. */
const RANGES: readonly { name: RegExp; unit: RegExp; low: bigint; high: bigint; zh: string }[] = [
  { name: /性别比/, unit: /^:100$/, low: 80n, high: 160n, zh: '出生人口性别比通常在80至160之间' },
  { name: /期望寿命|平均寿命/, unit: /^岁$/, low: 50n, high: 95n, zh: '期望寿命通常在50至95岁之间' },
  { name: /床位/, unit: /^张\/千人$/, low: 0n, high: 40n, zh: '每千人口床位数通常不超过40张' },
]
const PAID = /(?:补助|奖励|慰问|救助|发放|资助|扶助|补偿)[^，。；\d]{0,8}$/
const LEAST_PER_HEAD = rational(1n)
const MOST_PER_HEAD = rational(1_000_000n)

/** Values that cannot be: coverage above 100 %, ratios and amounts per head out of every range. */
export function checkMagnitudes(summary: Summary): Outcome[] {
  return summary.nodes.flatMap((node, at) =>
    [aboveAll(node, summary), outOfRange(node, at, summary), perHead(node, summary.nodes[at - 1], summary)].filter(
      (outcome) => outcome !== null,
    ),
  )
}

function aboveAll(node: Node, summary: Summary): Outcome | null {
  if (
    node.unit !== '%' ||
    node.kind !== 'rate' ||
    compare(node.exact, rational(1n)) <= 0 ||
    !(AT_MOST_ALL.test(node.lead) || (SHARE_OF_WHOLE.test(node.lead) && !OF_ANOTHER.test(node.lead))) ||
    /使用率|完成/.test(nameOfRate(node))
  )
    return null
  const printed = printedText(node, summary)
  return magnitude(node, [], '≤ 100%', {
    zh: `“${nameOfRate(node)}”不可能超过100%，文中写“${printed}”；若为任务完成率，应写明口径。`,
    en: `A rate of this kind cannot exceed 100%, but the text says ${printed}; if it is the completion of a task, say so.`,
  })
}

function outOfRange(node: Node, at: number, summary: Summary): Outcome | null {
  if (node.status === 'plan' || (node.unit === ':100' && fewBirths(node, at, summary))) return null
  const range = RANGES.find(({ name, unit }) => unit.test(node.unit) && name.test(node.lead))
  if (
    range === undefined ||
    (compare(node.value, rational(range.low)) >= 0 && compare(node.value, rational(range.high)) <= 0)
  )
    return null
  const printed = printedText(node, summary)
  return magnitude(node, [], `${range.low}–${range.high}`, {
    zh: `${range.zh}，文中写“${printed}”。`,
    en: `${printed} lies outside the plausible range of ${range.low} to ${range.high}.`,
  })
}

/** Below this many births the sex ratio of a year may leave the range by chance: three standard errors reach beyond it. */
const MANY_BIRTHS = rational(700n)
/** How many sentences back the number of births may stand. */
const BIRTHS_REACH = 12

/** 登记出生31人…性别比181.82: so few births say nothing about boys and girls. */
function fewBirths(node: Node, at: number, summary: Summary): boolean {
  const births = summary.nodes
    .slice(Math.max(0, at - 40), at)
    .findLast(
      (other) =>
        isWholeCount(other) &&
        other.family === 'person' &&
        node.sentence.index - other.sentence.index <= BIRTHS_REACH &&
        /(?:出生|新生儿|活产)(?:人口|数|婴儿|活产)?(?:为|共|约)?\s*$/.test(other.lead),
    )
  return births !== undefined && compare(births.exact, MANY_BIRTHS) < 0
}

/** 补助1118人，补助金额55.885万元: what each would get. */
function perHead(money: Node, people: Node | undefined, summary: Summary): Outcome | null {
  if (
    people === undefined ||
    money.family !== 'money' ||
    money.baseUnit !== '元' ||
    !isWholeCount(people) ||
    people.family !== 'person' ||
    people.exact.n === 0n
  )
    return null
  if (
    people.bracket !== money.bracket ||
    people.sentence !== money.sentence ||
    people.segment !== money.segment ||
    !PAID.test(money.lead) ||
    !/(?:金|额|资金|经费|款|计|元)?\s*$/.test(money.lead)
  )
    return null
  const each: Rational = divide(money.exact, people.exact)
  if (compare(each, LEAST_PER_HEAD) >= 0 && compare(each, MOST_PER_HEAD) <= 0) return null
  const computed = `${inUnitOf({ ...money, scale: 1n, decimals: 2 }, each, 0)}元/人`
  return magnitude(
    money,
    [people],
    computed,
    {
      zh: `“${printedText(money, summary)}”除以“${printedText(people, summary)}”，人均${computed}，明显不合常理，单位可能有误。`,
      en: `${printedText(money, summary)} for ${printedText(people, summary)} is ${computed} each, which is out of range; the unit may be wrong.`,
    },
    `${term(money)}/${term(people)}`,
  )
}

function magnitude(claim: Node, others: Node[], computed: string, says: Outcome['says'], formula = computed): Outcome {
  return { type: 'magnitude', basis: 'implied', claim, others, holds: false, computed, formula, says }
}
