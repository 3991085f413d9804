import { isBlankMark, withoutBracketedEnd, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'

const YES = new Set(['是', '√', '✓', '✔', '☑', '1', '有', 'Y', 'YES', '对', 'TRUE'])
const NO = new Set(['否', '×', '✗', '✘', '╳', 'X', '☐', '0', '无', '没有', '不是', 'N', 'NO', 'FALSE'])

/**
 * Reads a yes/no column (T of the cell). Null when blank, which is not "no"; undefined when it cannot be read. What stands in brackets at the end
 * is left out: 是(2级). Source: rules 1.10.
 */
export function readYesNo(text: string): boolean | null | undefined {
  const plain = withoutSpaces(text)
  if (isBlankMark(plain)) return null
  const word = withoutBracketedEnd(plain).toUpperCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}
