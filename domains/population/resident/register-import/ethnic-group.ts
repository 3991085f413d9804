import { isBlankMark, withoutBracketedEnd, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import { findEthnicGroupByCode, findEthnicGroupByName } from '@kangheng/kernel/person/ethnic-groups.ts'

/** Ways in which 傈僳 is misspelt. */
const MISSPELT_LISU = new Set(['傈粟', '栗粟', '僳僳', '傈傈', '栗僳'])

/**
 * Reads the ethnic group (T of the cell): a code 1–56, or a name with or without 族. The full official name; null when blank; undefined when it
 * cannot be read. Source: rules 1.10.
 */
export function readEthnicGroup(text: string): string | null | undefined {
  const plain = withoutSpaces(text)
  if (isBlankMark(plain)) return null
  if (/^\d{1,2}$/.test(plain)) return findEthnicGroupByCode(plain)?.zh
  const stem = withoutBracketedEnd(plain).replace(/族$/, '')
  // One 族 is dropped, not two: 纳西族族 is no name.
  if (stem.endsWith('族')) return undefined
  return findEthnicGroupByName(MISSPELT_LISU.has(stem) ? '傈僳' : stem)?.zh
}
