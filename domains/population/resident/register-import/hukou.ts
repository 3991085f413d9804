import { isBlankMark, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import type { HukouKind } from './entry.ts'
import { indexWords } from './words.ts'

const WORDS: ReadonlyMap<string, HukouKind> = indexWords<HukouKind>({
  农业户口: '农业户口 农业 农业家庭户 农村户口 农村 农',
  非农业户口: '非农业户口 非农业 非农 城镇 城镇户口 非农业家庭户',
  居民户口: '居民户口 居民 居民家庭户 家庭户',
  集体户口: '集体户 集体户口 集体',
})

/** Reads the kind of household registration (T of the cell): null when blank, undefined when it cannot be read. Source: rules 1.10. */
export function readHukou(text: string): HukouKind | null | undefined {
  const plain = withoutSpaces(text)
  return isBlankMark(plain) ? null : WORDS.get(plain)
}
