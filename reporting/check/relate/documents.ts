import type { SummaryDocument } from '../types.ts'

const TITLE_END =
  /(?:总结|小结|报告|汇报|述职|要点|承诺书|公报|简报|综述|情况通报|工作计划|工作方案|范文|材料)(?:\d{1,2}|[一二三四五六七八九十]|\([^()（）]{1,12}\)|（[^()（）]{1,12}）)?[”》」]?$/
const PART = /^第[一二三四五六七八九十]{1,3}篇[:：、\s]*/
const NUMBERED = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．])/
const CONTENTS = /[。；，,;：:？?！!]$/
const TITLE_LENGTH = 48
/** A title and the next one this close behind it (a heading with a short foreword) open the same summary. */
const FOREWORD_LENGTH = 220

type Line = { text: string; start: number }

/**
 * Finds the borders of the summaries in a file. A file may hold several, of different places and years, each opened by a
 * title line (…工作总结, 第三篇：…). Offsets are UTF-16 units; the documents cover the text without gaps.
 */
export function findDocuments(text: string, fallbackTitle = ''): SummaryDocument[] {
  const lines = splitLines(text)
  const openings: { title: string; start: number; last: number }[] = []
  for (const [index, line] of lines.entries()) {
    if (!isTitle(line.text)) continue
    const title = fullTitle(lines, index)
    const open = openings.at(-1)
    if (open !== undefined && title.start - open.last <= FOREWORD_LENGTH) {
      open.last = line.start + line.text.length
      if (!open.title.includes(title.text) && title.text.length > open.title.length) open.title = title.text
    } else {
      openings.push({ title: title.text, start: title.start, last: line.start + line.text.length })
    }
  }
  const first = openings[0]
  const firstLine = lines.find((line) => line.text.trim() !== '')?.text.trim() ?? ''
  const isHead = firstLine !== '' && firstLine.length <= TITLE_LENGTH && !/[，。；]/.test(firstLine)
  const untitled = isHead ? firstLine : fallbackTitle || firstLine.slice(0, TITLE_LENGTH / 2)
  if (first === undefined) return [{ title: untitled, start: 0, end: text.length }]
  if (text.slice(0, first.start).trim().length <= FOREWORD_LENGTH) first.start = 0
  else openings.unshift({ title: untitled, start: 0, last: 0 })
  return openings.map((open, index) => ({
    title: open.title,
    start: open.start,
    end: openings[index + 1]?.start ?? text.length,
  }))
}

function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line, start })
    start += line.length + 1
  }
  return lines
}

function isTitle(raw: string): boolean {
  const line = raw.trim()
  if (line.length < 4 || line.length > TITLE_LENGTH || CONTENTS.test(line) || NUMBERED.test(line)) return false
  return PART.test(line) || (TITLE_END.test(line) && !/[，。；]/.test(line))
}

/** A title may be broken over two lines: 玉龙县卫计局2025年度 / 扶贫工作总结. */
function fullTitle(lines: readonly Line[], index: number): { text: string; start: number } {
  const line = lines[index] as Line
  const title = line.text.trim().replace(PART, '')
  const above = lines[index - 1]
  const head = above?.text.trim() ?? ''
  const joins =
    above !== undefined &&
    head.length >= 2 &&
    head.length <= 24 &&
    !CONTENTS.test(head) &&
    !NUMBERED.test(head) &&
    !PART.test(head) &&
    !isTitle(head) &&
    !PART.test(line.text.trim())
  return joins ? { text: head + title, start: above.start } : { text: title, start: line.start }
}
