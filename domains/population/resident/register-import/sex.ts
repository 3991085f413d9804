import { isBlankMark, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import type { Sex } from '@kangheng/kernel/person/identity-number.ts'

/** What the sex column says. */
export type SexReading = Sex | 'blank' | 'invalid'

const WRITTEN: ReadonlyMap<string, Sex> = new Map([
  ...['男', '男性', 'M', '1'].map((text) => [text, 'male'] as const),
  ...['女', '女性', 'F', '2'].map((text) => [text, 'female'] as const),
])

/** Reads the sex column from T of its cell. Source: rules 1.8. */
export function readSex(text: string): SexReading {
  const plain = withoutSpaces(text).toUpperCase()
  return WRITTEN.get(plain) ?? (isBlankMark(plain) ? 'blank' : 'invalid')
}
