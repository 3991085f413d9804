import type { Text } from '../language/language.tsx'
import { words } from './words.ts'

/** 男, 女, 未说明. */
export function sexTitle(sex: string): Text {
  return sex === 'male' ? words.male : sex === 'female' ? words.female : words.unknownSex
}
