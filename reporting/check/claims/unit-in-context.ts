import { compare, rational } from '@kangheng/kernel/exact/rational.ts'
import type { UnitFamily } from '../types.ts'
import type { Mention } from './mention.ts'

/** What the words around a number say about its unit. `before` and `after` are the same clause, `sentenceBefore` all of the sentence. */
export type Surroundings = { before: string; after: string; sentenceBefore: string; printed: string }

type Settled = { unit: string; family: UnitFamily }

const MONEY_WORDS =
  /投资|资金|投入|收入|支出|经费|贷款|价值|补助|总额|费用|筹资|募集|捐款|捐赠|罚款|金额|造价|预算|结余|基金|拨付|拨款|争取|耗资|产值|减免|让利|化债|债务|工程款|总造/
const PEOPLE_WORDS = /人口|人数|居民|群众|患者|参保|参合|人员|职工|医师|护士|老年人|儿童|学生|党员|志愿者|粉丝|用户/
const VISIT_WORDS = /人次/
const PER_POPULATION =
  /(?:(?:每|^|[^\d])(千|万|百|十万) ?(?:名)?(?:常住|户籍|服务|老年|目标)?(?:人口|人(?!次))(?:均)?|每(千|万|百|十万) ?名?(?:居民|老年人|老人|儿童))[^，。；%‰]{0,16}$/
const PER_POPULATION_NAMES: Readonly<Record<string, string>> = { 百: '百人', 千: '千人', 万: '万人', 十万: '10万人' }
const PER_TIME = /每 ?(天|日|周|月|季度|季|年|半年)(?!人均)[^，。；]{0,24}$/
const PLACES_MOVED = /(?:上升|前移|提升|跃升|前进|下降|后退|后移|提高)了? ?$/
const REPEATED = new Set(['次', '条', '期', '场', '场次', '轮', '遍', '回', '篇', '趟'])
const DURATION_BEFORE =
  /(?:已有?|连续|历时|为期|满|超过?|长达|延长|工作|从事|执业|服务|期限|有效期|周期|提前|缩短|不足|最长)[^，。\d]{0,4}$/
const DURATION_AFTER = /^(?:以上|以内|未|多|期限|及以上|以下)/
const SCORE_WORDS = /得分|评分|满意度|成绩|分数|平均|考核|测评|指数|满分|总分|考试|[加扣减]|评价|综合|获得?|达/

/**
 * The unit after the context had its word: 1.07万人 after 住院人次 is 万人次, 1.2张 after 每千人口 is 张/千人, and a bare
 * 750万 after 投资 is money. Null when the number counts nothing.
 */
export function settleUnit(mention: Mention, around: Surroundings): Settled | null {
  const { unit, family } = mention
  if (family === null) return unitOfBareScale(around)
  if (family === 'share' && unit === '') return { unit: unitOfRate(around.before), family }
  if (unit === '年') return isDuration(mention, around) ? { unit, family } : null
  if (unit === '日')
    return mention.decimals > 0 || /住院日|天数|日数|时间/.test(around.before) ? { unit, family } : null
  if (unit === '分') return SCORE_WORDS.test(around.sentenceBefore.slice(-24)) ? { unit, family } : null
  if (around.printed.endsWith('位') && PLACES_MOVED.test(around.before)) return { unit: '位', family: 'rank' }
  if (unit === '人' && /人次数?[^，。\d]{0,6}$/.test(around.before)) return { unit: '人次', family: 'visit' }
  // blood is counted in 单位 of 200 ml; elsewhere the word means an organisation
  if (around.printed.endsWith('单位'))
    return /[血浆献]/.test(around.sentenceBefore.slice(-40))
      ? { unit: '单位', family: 'volume' }
      : { unit: '个', family }
  if (family === 'money' && !unit.includes('/')) return { unit: unit + moneyBasis(around.before), family }
  if (family === 'person' || family === 'thing') {
    const per = PER_POPULATION.exec(around.before)
    if (per !== null)
      return { unit: `${unit}/${PER_POPULATION_NAMES[per[1] ?? per[2] ?? ''] ?? ''}`, family: 'density' }
    const often = PER_TIME.exec(around.before)
    if (often !== null && REPEATED.has(unit) && !/每人/.test(around.before))
      return { unit: `${unit}/${timeName(often[1])}`, family: 'frequency' }
  }
  return { unit, family }
}

/** 每人每年40元 is paid per person and year, 每月500元 per month. */
function moneyBasis(before: string): string {
  if (/(?:每人每年|每年每人|人均每年)[^，。；\d]{0,4}$/.test(before)) return '/人年'
  if (/(?:每人每月|每月每人)[^，。；\d]{0,4}$/.test(before)) return '/人月'
  return /每月[^，。；\d]{0,4}$/.test(before) ? '/月' : ''
}

const timeName = (word: string | undefined): string => (word === '日' ? '天' : word === '季度' ? '季' : (word ?? ''))

function unitOfBareScale(around: Surroundings): Settled | null {
  const near = around.sentenceBefore.slice(-30)
  if (VISIT_WORDS.test(around.before)) return { unit: '人次', family: 'visit' }
  if (MONEY_WORDS.test(around.before) || MONEY_WORDS.test(around.after.slice(0, 8)))
    return { unit: '元', family: 'money' }
  if (PEOPLE_WORDS.test(around.before)) return { unit: '人', family: 'person' }
  return MONEY_WORDS.test(near) ? { unit: '元', family: 'money' } : null
}

/** Mothers' deaths are published per 100,000, children's per 1,000, everything else in percent. */
function unitOfRate(before: string): string {
  const per = /(?<!\d)(千|万|十万)人口[^，。；]*率/.exec(before)?.[1]
  if (per !== undefined) return per === '千' ? '‰' : per === '万' ? '/万' : '/10万'
  if (/孕产妇死亡率|发病率|患病率/.test(before)) return '/10万'
  return /死亡率|出生率|自然增长率/.test(before) ? '‰' : '%'
}

function isDuration(mention: Mention, around: Surroundings): boolean {
  if (compare(mention.value, rational(60n)) > 0) return false
  return DURATION_BEFORE.test(around.before) || DURATION_AFTER.test(around.after)
}
