import type { Block, HeadingBlock, ReportDocument } from '@kangheng/kernel/wording/model.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as the numerals of headings: 一, 十, 十一, 二十三. */
export function numeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`
}

/** The number before a heading, by its level, as GB/T 9704-2012 §7.3.3 orders them: 一、 （一） 1. （1）. */
export function headingNumber(level: 1 | 2 | 3 | 4, position: number): string {
  if (level === 1) return `${numeral(position)}、`
  if (level === 2) return `（${numeral(position)}）`
  return level === 3 ? `${position}.` : `（${position}）`
}

/** Numbers for the headings of one section or annex, in order; a higher heading starts the lower ones anew. */
export function headingNumbers(blocks: readonly Block[]): Map<HeadingBlock, string> {
  const numbers = new Map<HeadingBlock, string>()
  const counts = { 2: 0, 3: 0, 4: 0 }
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    counts[block.level] += 1
    if (block.level < 4) counts[4] = 0
    if (block.level < 3) counts[3] = 0
    numbers.set(block, headingNumber(block.level, counts[block.level]))
  }
  return numbers
}

/** The level-1 heading of each section, numbered. */
export function sectionHeadings(document: ReportDocument): string[] {
  return document.sections.map((section, index) => `${headingNumber(1, index + 1)}${section.title}`)
}
