import type { Subject } from '../types.ts'
import type { Layout } from './layout.ts'

const WHOLE_PLACE = /(?:全|我|本)(?:国|省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|院|局|系统)/g
const NAMED_PLACE =
  /(?:[\u4e00-\u9fff]{2,4}?|[xX]{2})(?:自治县|县|区|市|镇|乡|街道)(?!级|域|内|外|直|委|政|人民政府|卫|区|城|属|乡|镇|以上)/g
const LEADING_WORDS =
  /^(?:其中|另外?|同时|目前|现|今年|去年|全年|截至|截止|累计|共计?|已|还|又|并|且|及|和|与|对|为|将|由|从|至|到|达|约|近|实际|分别|均|各|的|是|有|在|一是|二是|三是|四是|五是|六是|七是|八是|九是|[一二三四五六七八九十]是|[:：、“”"《》\s-])+/
const TRAILING_WORDS =
  /(?:达到?了?|为|是|共计?|共有|(?<![签公合制节集违预履续])约|近|计|合计|累计|已|有|了|到|至|以|按|在|超过?|逾|不低于|不少于|控制在|[:：、“”"\s-])+$/
const PERIOD =
  /(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?: ?[-~—至到] ?(?:(?:19|20)\d{2}年)?\d{1,2}月(?:份)?)?|(?:上|下)半年|前?[一二三四]季度|\d{1,2} ?[-~—至] ?\d{1,2} ?月|今年|去年|全年/g

/** What is counted: the words before the number, or after it when the number opens the clause. */
export function nameOf(before: string, after: string): string {
  const lead = before.replace(TRAILING_WORDS, '').replace(LEADING_WORDS, '')
  const tail = after.replace(/^(?:的|左右|以上|以下|以内)+/, '').slice(0, 16)
  if (/[率比数额量度]$/.test(lead) || tail === '') return lead
  return lead === '' ? tail : `${lead}${tail}`
}

/** The nearest place and period named in the sentence before the number. */
export function subjectOf(layout: Layout, start: number, before: string, after: string): Subject {
  const sentence = layout.sentenceAt(start)
  const context = layout.text.slice(Math.max(sentence.start, start - 120), start)
  return {
    what: nameOf(before, after),
    place: lastMatch(context, WHOLE_PLACE) ?? lastMatch(context, NAMED_PLACE),
    period: lastMatch(context, PERIOD),
  }
}

function lastMatch(text: string, pattern: RegExp): string | null {
  let last: string | null = null
  for (const match of text.matchAll(pattern)) last = match[0]
  return last
}
