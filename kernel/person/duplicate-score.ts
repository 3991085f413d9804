import type { Text } from '../text/text.ts'

/** What two files of possibly one person are compared by. */
export interface DuplicateFacts {
  readonly id: string
  readonly name: string
  readonly pinyin: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly birth: string
  readonly division: string
  readonly documentKind: string
  readonly household: string | null
  readonly motherName: string | null
  readonly phone: string | null
}

/** Why two files look like one person, with what each reason weighs. */
export const duplicateReasons = {
  'same-name-and-birth': { weight: 60, title: { zh: '姓名、出生日期相同', en: 'Same name and birth date' } },
  'same-sound-and-birth': {
    weight: 45,
    title: { zh: '姓名读音、出生日期相同', en: 'Name of the same sound, same birth date' },
  },
  'same-mother-and-birth': { weight: 45, title: { zh: '母亲姓名、出生日期相同', en: 'Same mother and birth date' } },
  'same-name-near-birth': {
    weight: 30,
    title: { zh: '姓名相同、出生日期相近', en: 'Same name, birth date nearly the same' },
  },
  'same-phone': { weight: 25, title: { zh: '联系电话相同', en: 'Same phone' } },
  'same-household': { weight: 15, title: { zh: '在同一户', en: 'Same household' } },
  'same-village': { weight: 15, title: { zh: '在同一个村（社区）', en: 'Same village' } },
  'same-township': { weight: 5, title: { zh: '在同一个乡镇', en: 'Same township' } },
  'one-without-number': { weight: 10, title: { zh: '其中一份没有身份证号', en: 'One file has no identity number' } },
} as const satisfies Record<string, { weight: number; title: Text }>

/** A reason. */
export type DuplicateReason = keyof typeof duplicateReasons

/** Pairs below this are not shown to anybody. */
export const DUPLICATE_THRESHOLD = 60

/** Whether two dates are likely slips of one another: day and month exchanged, or two of the three parts equal. */
export function nearBirth(one: string, other: string): boolean {
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [one.split('-'), other.split('-')]
  const exchanged = year === otherYear && month === otherDay && day === otherMonth
  const equalParts = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length
  return exchanged || equalParts === 2
}

function birthReason(one: DuplicateFacts, other: DuplicateFacts): DuplicateReason | undefined {
  const sameName = one.name === other.name
  if (one.birth !== other.birth)
    return sameName && nearBirth(one.birth, other.birth) ? 'same-name-near-birth' : undefined
  if (sameName) return 'same-name-and-birth'
  if (one.pinyin !== '' && one.pinyin === other.pinyin) return 'same-sound-and-birth'
  return one.motherName !== null && one.motherName === other.motherName ? 'same-mother-and-birth' : undefined
}

/**
 * How likely two files are one person: a score up to 100 and the reasons; undefined when they are different people.
 * Two valid citizen numbers are two people whatever else agrees; so are a man and a woman.
 */
export function scorePair(
  one: DuplicateFacts,
  other: DuplicateFacts,
): { score: number; reasons: DuplicateReason[] } | undefined {
  if (one.documentKind === 'ID18' && other.documentKind === 'ID18') return undefined
  if (one.sex !== other.sex && one.sex !== 'unknown' && other.sex !== 'unknown') return undefined
  const birth = birthReason(one, other)
  if (!birth) return undefined
  const township = one.division.slice(0, 9) === other.division.slice(0, 9)
  const candidates: [DuplicateReason, boolean][] = [
    [birth, true],
    ['same-phone', one.phone !== null && one.phone === other.phone],
    ['same-household', one.household !== null && one.household === other.household],
    ['same-village', one.division === other.division],
    ['same-township', township && one.division !== other.division],
    ['one-without-number', (one.documentKind === 'NONE') !== (other.documentKind === 'NONE')],
  ]
  const reasons = candidates.filter(([, holds]) => holds).map(([reason]) => reason)
  const score = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + duplicateReasons[reason].weight, 0),
  )
  return score >= DUPLICATE_THRESHOLD ? { score, reasons } : undefined
}

/** The smallest division that holds both: who may decide about the pair must be responsible for both places. */
export function commonDivision(one: string, other: string): string {
  for (const length of [12, 9])
    if (one.length >= length && one.slice(0, length) === other.slice(0, length)) return one.slice(0, length)
  return one.slice(0, 6)
}
