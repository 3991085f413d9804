import { clauseBefore, type Layout } from './layout.ts'
import type { Mention } from './mention.ts'

/**
 * Chinese numerals are part of countless words and slogans (进一步, 三个统一, 五项重点). They claim something only with
 * a measure word of countable things, outside slogans and headings, and not before an abstract noun.
 */
const COUNTABLE = new Set(
  (
    '% ‰ /10万 /万 个百分点 倍 元 人 人次 例 起 家 所 户 个 次 场 场次 期 批 批次 台 台次 辆 支 张 份 本 对 种 条 件 部 篇 间 座 栋 处 项 ' +
    '套 亩 吨 ㎡ ml 床 名 只 届 轮 课时 学时 瓶 册 棵'
  ).split(' '),
)
const DURATION = new Set(['年', '个月', '天', '小时', '周', '分钟'])
const ABSTRACT =
  /^(?:的)?(?:[“‘"《]|重点|关键|方面|层面|环节|统一|责任|大|新|突破|转变|结合|到位|严|不|坚持|确保|主要|指标|任务|目标|工程|战役|版块|板块|创新|合作|抓|好|满意|放心|原则|理念|意识|体系|机制|制度|要求|标准|措施|问题|步骤|阶段|部分|角度|维度|模式|亮点|特点|优势|平台建设|窗口(?:办|受)|基本|一|二|三|第|孩子|行业|文明|规范|规定|禁令|纪律|不准|文件精神|重大|特色|月龄)/
/** 五台社区 is a place, not five machines. */
const PLACE_AFTER = /^(?:社区|镇|乡|村|街道|县|市|山|中心|卫生)/
const IDIOMATIC_ONE = /^一(?!百|千|万|亿)/
const PER = /每(?:人)?[天日周月年季半]/

/** True when a mention written in Chinese numerals states a quantity. */
export function isChineseClaim(layout: Layout, mention: Mention): boolean {
  const { text } = layout
  const printed = text.slice(mention.start, mention.end)
  const scaledVague = /^[百千万亿](?!分之)/.test(printed)
  if (
    mention.family === 'multiple' ||
    mention.family === 'share' ||
    mention.family === 'money' ||
    mention.family === 'point'
  )
    return !scaledVague || isNearRound(text, mention)
  if (scaledVague && isNearRound(text, mention)) return true
  if (scaledVague) return /^[百千万][余多]/.test(printed) && !/[xX*＊数几上成]/.test(text[mention.start - 1] ?? '')
  if (isDigitString(printed) || isQuoted(text, mention)) return false
  const before = clauseBefore(text, mention.start)
  if (DURATION.has(mention.unit)) return /(?:为期|连续|历时|长达|延长)[^，。]{0,4}$/.test(before)
  if (!COUNTABLE.has(mention.unit) && mention.unit !== '') return false
  const sentence = layout.sentenceAt(mention.start)
  if (sentence.heading) return false
  if (IDIOMATIC_ONE.test(printed)) return PER.test(before) && !ABSTRACT.test(text.slice(mention.end, mention.end + 6))
  if (
    /[大全新]$/.test(printed) ||
    (printed.endsWith('台') && PLACE_AFTER.test(text.slice(mention.end, mention.end + 4)))
  )
    return false
  if (isLarge(mention)) return true
  if (/^二/.test(printed)) return false // 二次供水, 二期工程: 二 before a measure word is an ordinal, 两 counts
  if (ABSTRACT.test(text.slice(mention.end, mention.end + 6))) return false
  return !followedByNumber(text, mention.end)
}

/** 近千万元, 逾百人: a round number that something comes near to is said as a quantity; 千家万户 is not. */
const isNearRound = (text: string, mention: Mention): boolean =>
  /(?:(?<![附最临就])近|逾|超过|突破)$/.test(text.slice(Math.max(0, mention.start - 2), mention.start))

const isLarge = (mention: Mention): boolean => mention.value.n >= 10n * mention.value.d || mention.scale > 1n

/** 三三一医院 and 二三: digits strung together are names. */
const isDigitString = (printed: string): boolean => /^[零〇一二两三四五六七八九]{2,}/.test(printed)

/** A slogan stands in quotation marks: “三个统一”. */
function isQuoted(text: string, mention: Mention): boolean {
  const before = text.slice(Math.max(0, mention.start - 10), mention.start)
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('‘'), before.lastIndexOf('"'))
  if (open < 0 || /[”’]/.test(before.slice(open))) return false
  return /[”’"]/.test(text.slice(mention.end, mention.end + 10))
}

/** 培训班二批34人次: the batch only leads to the number that counts. */
const followedByNumber = (text: string, end: number): boolean =>
  /^ ?(?:共计?|共有?|合计)?约? ?\d/.test(text.slice(end, end + 6))
