import type { Relation } from '@kangheng/kernel/person/relations.ts'
import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** Ages at which a woman can have given birth; outside of them the entry is a slip. */
const MOTHER_AGES = [10, 60] as const

/** Why this person cannot be the mother of a child born on that day; undefined when she can. */
export function motherFault(
  mother: { sex: string; birth: IsoDate; diedOn: IsoDate | null },
  bornOn: IsoDate,
): Text | undefined {
  if (mother.sex !== 'female') return { zh: '所选母亲的性别不是女性', en: 'The person chosen as mother is not a woman' }
  const age = ageOn(mother.birth, bornOn)
  if (age < MOTHER_AGES[0] || age > MOTHER_AGES[1]) {
    return { zh: `孩子出生时母亲${age}岁，请核对`, en: `The mother was ${age} at the birth; check it` }
  }
  if (mother.diedOn !== null && mother.diedOn < bornOn)
    return { zh: '所选母亲在孩子出生前已死亡', en: 'The mother died before the birth' }
  return undefined
}

/** What a child is to the head of its mother's household; other where the mother's relation does not tell. */
export function childRelation(mother: string | null, sex: 'male' | 'female'): Relation {
  const boy = sex === 'male'
  switch (mother) {
    case '02':
    case '10':
      return boy ? '20' : '30'
    case '30':
    case '38':
      return boy ? '41' : '42'
    default:
      return '99'
  }
}

/** The number of a medical certificate of birth: one letter and nine digits (editions since 1996). */
export const BIRTH_CERTIFICATE = /^[A-Z]\d{9}$/
