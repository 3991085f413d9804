import { isBlankMark, withoutBracketedEnd, withoutSpaces } from './cell-text.ts'

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['是', '√', '✓', '✔', '☑', '1', '有', 'Y', 'YES', '对', 'TRUE'].map((word) => [word, true] as const),
  ...['否', '×', '✗', '✘', '╳', 'X', '☐', '0', '无', '没有', '不是', 'N', 'NO', 'FALSE'].map(
    (word) => [word, false] as const,
  ),
])

/**
 * Reads a yes/no column (T of the cell). Null when blank, which is not "no"; undefined when it cannot be read. What stands in brackets at the end
 * is left out: 是(2级). Source: rules for resident registers, 1.10.
 */
export function readYesNo(text: string): boolean | null | undefined {
  const plain = withoutSpaces(text)
  if (isBlankMark(plain)) return null
  return WORDS.get(plain) ?? WORDS.get(withoutBracketedEnd(plain).toUpperCase())
}
