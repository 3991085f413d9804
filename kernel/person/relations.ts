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

/** Generations above (positive) or below (negative) the head; undefined where the relation says nothing about it. */
export function generationsAboveHead(relation: Relation): number | undefined {
  const generations: Partial<Record<Relation, number>> = {
    '10': 0,
    '20': -1,
    '28': -1,
    '30': -1,
    '38': -1,
    '41': -2,
    '42': -2,
    '51': 1,
    '52': 1,
    '61': 2,
    '62': 2,
    '70': 0,
  }
  return generations[relation]
}

/** The sex a relation implies; undefined where either is possible. */
export function sexOfRelation(relation: Relation): 'male' | 'female' | undefined {
  if (['20', '28', '41', '51', '61'].includes(relation)) return 'male'
  if (['30', '38', '42', '52', '62'].includes(relation)) return 'female'
  return undefined
}
