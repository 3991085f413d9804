import type { Text } from '../text/text.ts'

/**
 * Relation to the head of household by GB/T 4761 code; the two-digit codes that household registers tell apart,
 * and the tens (70) where a register only gives the group.
 */
export const relations = {
  '02': { zh: '户主', en: 'Head' },
  '10': { zh: '配偶', en: 'Spouse' },
  '20': { zh: '子', en: 'Son' },
  '28': { zh: '女婿', en: 'Son-in-law' },
  '30': { zh: '女', en: 'Daughter' },
  '38': { zh: '儿媳', en: 'Daughter-in-law' },
  '41': { zh: '孙子', en: 'Grandson' },
  '42': { zh: '孙女', en: 'Granddaughter' },
  '51': { zh: '父亲', en: 'Father' },
  '52': { zh: '母亲', en: 'Mother' },
  '61': { zh: '祖父', en: 'Grandfather' },
  '62': { zh: '祖母', en: 'Grandmother' },
  '70': { zh: '兄弟姐妹', en: 'Sibling' },
  '99': { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** A relation to the head of household. */
export type Relation = keyof typeof relations

/** The head of the household. */
export const HEAD: Relation = '02'

const REGISTER_WORDS: Readonly<Record<string, Relation>> = {
  ...Object.fromEntries(Object.entries(relations).map(([code, title]) => [title.zh, code as Relation])),
  兄弟: '70',
  姐妹: '70',
}

/** The code of a relation as a register writes it (儿媳 → 38); undefined for any other text. */
export function relationCode(word: string): Relation | undefined {
  return REGISTER_WORDS[word]
}
