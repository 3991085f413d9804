import type { Text } from '@kangheng/kernel/text/text.ts'
import { icdBlocks, type IcdBlock } from './blocks.ts'
import { icdCategories } from './categories.ts'

/** How a code is written: a letter, two digits, and up to two more after a point. */
export const ICD_PATTERN = /^[A-Z]\d{2}(\.\d{1,2})?$/

/** The three-character category of a code. */
export const categoryOf = (code: string): string => code.slice(0, 3)

/** Whether the category of a code lies between two categories, both included. */
export const within = (code: string, from: string, to: string): boolean =>
  categoryOf(code) >= from && categoryOf(code) <= to

/** Whether a code lies in one of these ranges: `A00-B99`, or a single category. */
export function inRanges(code: string, ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const [from, to = from] = range.split('-') as [string, string?]
    return within(code, from, to)
  })
}

/** The block of a code; undefined where the classification has no such category. */
export function findBlock(code: string): IcdBlock | undefined {
  return icdBlocks.find(({ from, to }) => within(code, from, to))
}

/** What a code is called: its category where that has a name here, otherwise its block. */
export function codeTitle(code: string): Text | undefined {
  return icdCategories.get(categoryOf(code)) ?? findBlock(code)?.title
}
