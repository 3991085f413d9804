import type { ClaimKind, ClaimStatus, UnitFamily } from '../types.ts'
import type { Surroundings } from './unit-in-context.ts'

/** What is known of a number when its kind is decided. */
export type KindInput = Omit<Surroundings, 'printed'> & {
  family: UnitFamily
  unit: string
  range: boolean
  planned: boolean
  /** Kind of the figure before it, when only a 、 stands between them: 下降14.58/10万、4.71‰. */
  joinedTo: ClaimKind | null
  /** The figure is a part of a whole that is a target: 应完成15497人，其中未脱贫3549人. */
  partOfTarget: boolean
}

const CHANGE_VERBS =
  '增长|降价|涨价|增加|增添|上升|提高|提升|下降|降低|降|减少|增幅|降幅|压缩|上涨|回落|增速|攀升|扩大|缩小|缩短|缩减|节省|节支|多|少|增|减|高|低'
const CHANGE_BEFORE = new RegExp(`(?:${CHANGE_VERBS})(?:幅度?|率)?[了约近达为:]{0,3} ?$`)
const LEVEL_BEFORE = /(?:自然增长率|自增率|[高低]于|不低|不少|最多|最少|至少|不多|减少到|新增|增高)[约近达为:]{0,2} ?$/
/** 由9.2天缩短为8.6天: the second is what it became. */
const REACHED = /[由从][^，。；]{1,36}为[约近]? ?$/
const COMPARED = /(?:较|比|同比|环比|与[^，。]{2,12}相比)/
const BEYOND_TARGET =
  /超(?:过|额完成|额|出)?(?:了)?(?:省|市|区|县|年度|全年|年初|下达|上级)*(?:目标|任务|计划|进度|时间进度|序时进度)[^，。；\d]{0,6}$/
const OUGHT =
  /(?<![反响适相供效对呼理])应(?!急|对|用|邀|届|付|聘|诊|答|有尽|收尽|检尽|变|激|纳|征|力|该说|于)[^，。；\d]{0,14}$/
const TARGET_BEFORE =
  /(?:目标数|目标值|任务数|任务[为是]|目标[为是]|指标[为是]|计划数|标准[为是]|要求[为是]|控制率?在|不低于|不少于|不高于|不超过|不得低于|不得超过|至少达|≥|≤|>=|<=|>|<)[^，。；、\d]{0,6}$/
const TARGET_NAMED =
  /(?<!完成(?:了)?(?:全年|年度|年初|上级|市|县|省)*(?:目标)?)(?:任务|目标|指标|要求)(?:值|数)?[:为是]? ?$/
const RESOLVED_BEFORE = /(?:力争|确保|保证|努力实现|争取达)[^，。；]{0,24}$/
const TARGET_NUMBER_BEFORE =
  /(?:目标人群|目标人口|目标人数|目标任务|年度任务|全年任务|年任务|年度目标|年度计划|全年计划|年初计划|全年目标|任务指标|下达(?:的)?(?:任务|指标|计划))[^，。；、\d的率比]{0,6}$/
const TARGET_AFTER =
  /^(?:以上|以内|以下)?(?:[^，。；\d]{0,14}的)?(?:国家|省|市|县|区|自治区|上级|级|既定|预期|工作|年度|考核|控制|规划|总体)*(?:要求|目标|标准(?!化|配|下限|规)|任务(?!数的|的|\d))/
const MUST_HAVE = /均(?:配有|设有|配备|建有)[^，。；\d]{0,4}$/
const PLAN_BEFORE =
  /(?<!年度|全年|年初|工作|完成|占|国家|五年)计划(?!生育|免疫|单列|指标|进度|书|内|外|数|任务|经济|管理|[和、，。的”》]|$)|(?<![模虚草])拟(?!定|制|合)|预计|力争|努力实现|争取(?:到(?=20\d\d|[今明]年|年[底末]|\d{1,2}月)|在|达到|实现|完成)|确保(?:到|在|完成|实现)|明年|来年|下一步|下步|下一年|到20\d\d年(?:底|末)?(?:，|前)?(?:力争|基本|全面)?(?:实现|达到|完成)/

/** Actual, or planned: said to be so, or standing in a section about plans. */
export function statusOf(input: Pick<KindInput, 'sentenceBefore' | 'planned'>): ClaimStatus {
  return input.planned || PLAN_BEFORE.test(lastClauses(input.sentenceBefore)) ? 'plan' : 'actual'
}

/** A plan word binds the clause it stands in and the next one. */
const lastClauses = (text: string): string => text.split(/[；;]/).at(-1)?.split(/[，,]/).slice(-2).join('，') ?? ''

export function kindOf(input: KindInput): ClaimKind {
  const { family, before, after } = input
  if (isChange(input)) return 'change'
  if (family === 'rank') return 'rank'
  if (isTarget(input)) return 'target'
  const countable = family === 'person' || family === 'thing' || family === 'density' || family === 'visit'
  if (
    statusOf(input) === 'plan' &&
    (countable || (family === 'share' && (input.planned || !/预计/.test(input.sentenceBefore))))
  )
    return 'target'
  switch (family) {
    case 'share':
      return 'rate'
    case 'money':
      return 'amount'
    case 'density':
      return 'ratio'
    case 'multiple':
      return 'ratio'
    case 'point':
      return 'change'
    default:
      return input.range && /每|平均/.test(before) && !/每年|每[天日月周]/.test(before + after) ? 'ratio' : 'count'
  }
}

function isChange({ family, before, sentenceBefore, joinedTo }: KindInput): boolean {
  if (family === 'point') return true
  if (joinedTo === 'change' && /^ ?[和及与]? ?$/.test(before)) return true
  if (BEYOND_TARGET.test(before) && family === 'share') return true
  if (!CHANGE_BEFORE.test(before) || LEVEL_BEFORE.test(before) || REACHED.test(sentenceBefore.slice(-48))) return false
  if (/(?:^|[^提升增减降])(?:多|少|增|减|高|低) ?$/.test(before)) return COMPARED.test(sentenceBefore.slice(-40))
  return true
}

function isTarget(input: KindInput): boolean {
  if (input.partOfTarget) return true
  if (input.family !== 'share' && TARGET_NUMBER_BEFORE.test(input.before)) return true
  if (input.family !== 'money' && RESOLVED_BEFORE.test(input.before)) return true
  if (input.family === 'share' && TARGET_NAMED.test(input.before)) return true
  return (
    OUGHT.test(input.before) ||
    TARGET_BEFORE.test(input.before) ||
    TARGET_AFTER.test(input.after) ||
    MUST_HAVE.test(input.before)
  )
}
