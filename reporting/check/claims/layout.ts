import { toHalfWidth } from './half-width.ts'

/** A stretch of text, `end` exclusive. */
export type Span = { start: number; end: number }

/** A sentence, and whether it stands in a section about what is planned. */
export type Sentence = Span & { index: number; planned: boolean; heading: boolean }

/** The half-width text with its sentences. Offsets are those of the original. */
export type Layout = { text: string; sentences: readonly Sentence[]; sentenceAt: (offset: number) => Sentence }

const SENTENCE_END = /[。！？!?\n]/g
const HEADING_MARK =
  /^\s*(?:第[一二三四五六七八九十]+(?:篇|部分|章)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[、.](?!\d)|\(\d{1,2}\)|#+ )/
const PLAN_HEADING =
  /打算|20\d\d年度?(?:工作|主要)?目标|工作计划|年计划|计划$|工作安排|下步|下一步|设想|展望|思路|明年|来年|今后|下一年|工作重点|目标任务$|工作要点|努力方向|下阶段|下半年/
const REVIEW_HEADING = /回顾|完成情况|总结|成效|成绩|开展情况|工作情况|问题|不足|困难|主要做法|亮点|体会/
/** 明年，我们将…: what follows in the same paragraph is planned, with or without a heading. */
const PLAN_OPENING = /^\s*(?:[一二三四五六七八九十\d]{1,2}[、.是])?(?:明年|来年|下一年度?|下一步|下步|下阶段)/
const HEADING_LENGTH = 40

/** Splits a text into sentences and marks those of planning sections. Runs once over the text. */
export function layOut(original: string): Layout {
  const text = toHalfWidth(original)
  const sentences: Sentence[] = []
  const open: { level: number; planned: boolean }[] = []
  let start = 0
  let plannedLine = false
  const close = (end: number, lineStart: boolean) => {
    if (end <= start) return
    const content = text.slice(start, Math.min(end, start + 120))
    plannedLine = (plannedLine && !lineStart) || PLAN_OPENING.test(content)
    const mark = lineStart ? HEADING_MARK.exec(content)?.[0] : undefined
    const heading = mark !== undefined && end - start <= HEADING_LENGTH + mark.length
    if (mark === undefined && lineStart && isTitleLine(content)) noteHeading(open, 0, content)
    if (mark !== undefined) noteHeading(open, levelOf(mark), heading ? content : firstClause(content))
    const planned = plannedLine || open.some((section) => section.planned)
    sentences.push({ start, end, index: sentences.length, planned, heading })
    start = end
  }
  let lineStart = true
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + 1
    close(end, lineStart)
    lineStart = match[0] === '\n'
  }
  close(text.length, lineStart)
  if (sentences.length === 0) sentences.push({ start: 0, end: text.length, index: 0, planned: false, heading: false })
  return { text, sentences, sentenceAt: (offset) => findSentence(sentences, offset) }
}

/** 2017年工作打算: a line of its own without a number, which names what the following is. */
const isTitleLine = (content: string): boolean =>
  /^[^，。；：:、]{2,30}\n$/.test(content) && (PLAN_HEADING.test(content.trim()) || REVIEW_HEADING.test(content))

/** A numbered line opens a section and closes those of its level and below. */
function noteHeading(open: { level: number; planned: boolean }[], level: number, title: string): void {
  while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
  open.push({ level, planned: PLAN_HEADING.test(title.trim()) && !REVIEW_HEADING.test(title) })
}

const firstClause = (content: string): string => content.split(/[，,。:]/, 1)[0]?.slice(0, HEADING_LENGTH) ?? ''

function levelOf(mark: string): number {
  const trimmed = mark.trim()
  if (/^第|^# ?$/.test(trimmed)) return 0
  if (/^[一二三四五六七八九十]/.test(trimmed) || trimmed === '##') return 1
  if (/^\([一二三四五六七八九十]/.test(trimmed) || trimmed === '###') return 2
  return trimmed.startsWith('(') ? 4 : 3
}

function findSentence(sentences: readonly Sentence[], offset: number): Sentence {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as Sentence).start <= offset) low = middle
    else high = middle - 1
  }
  return sentences[low] as Sentence
}

const CLAUSE_BORDERS = new Set('，,。；;！？!?\n、():')
const REACH = 60

/** True when the sign at `offset` ends a clause; a comma between digits groups them and does not. */
export function isClauseBorder(text: string, offset: number): boolean {
  const sign = text[offset] ?? '\n'
  if (!CLAUSE_BORDERS.has(sign)) return false
  return !((sign === ',' || sign === ':') && isDigit(text[offset - 1]) && isDigit(text[offset + 1]))
}

const ASIDE = 8
/** What a bracket holds when it is no part of the name before it: numbers, clauses, section numbers. */
const OWN_CLAUSE = /[\d，,。；;:\n()]|^[一二三四五六七八九十]+$/

/** 执业(助理)医师, 县(市、区): a short bracket without numbers belongs to the word it stands in. */
const isAside = (inside: string): boolean => inside !== '' && inside.length <= ASIDE && !OWN_CLAUSE.test(inside)

/** The clause text before `offset`, at most 60 signs back and not before `from`. */
export function clauseBefore(text: string, offset: number, from = 0): string {
  let start = offset
  const limit = Math.max(from, offset - REACH)
  while (start > limit) {
    const reach = Math.max(limit, start - ASIDE - 2)
    const open = text[start - 1] === ')' ? text.slice(reach, start).lastIndexOf('(') : -1
    if (open >= 0 && isAside(text.slice(reach + open + 1, start - 1))) start = reach + open
    else if (isClauseBorder(text, start - 1)) break
    else start--
  }
  return text.slice(start, offset)
}

/** The clause text after `offset`, at most 60 signs on and not beyond `to`. */
export function clauseAfter(text: string, offset: number, to = text.length): string {
  let end = offset
  const limit = Math.min(to, offset + REACH)
  while (end < limit) {
    const close = text[end] === '(' ? text.slice(end, end + ASIDE + 2).indexOf(')') + end : -1
    if (close > end && close < limit && isAside(text.slice(end + 1, close))) end = close + 1
    else if (isClauseBorder(text, end)) break
    else end++
  }
  return text.slice(offset, end)
}

export const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'
