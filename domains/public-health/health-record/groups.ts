import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** The groups by which newly opened records are told apart; every record belongs to exactly one. */
export const residentGroups = {
  child: { zh: '0—6岁儿童', en: 'Children aged 0–6' },
  maternal: { zh: '孕产妇', en: 'Pregnant and postpartum women' },
  older: { zh: '65岁及以上老年人', en: 'Aged 65 and over' },
  diabetes: { zh: '糖尿病患者', en: 'Diabetes' },
  hypertension: { zh: '高血压患者', en: 'Hypertension' },
  other: { zh: '其他居民', en: 'Other residents' },
} as const satisfies Record<string, Text>

/** A group. */
export type ResidentGroup = keyof typeof residentGroups

/**
 * The one group of a person on a day. Who fits several is counted where the service plan starts from: age and pregnancy first,
 * then diabetes before hypertension (a person with both is followed up for both).
 */
export function groupOf(
  person: { readonly birth: IsoDate; readonly sex: string },
  on: IsoDate,
  conditions: { readonly maternal: boolean; readonly diabetes: boolean; readonly hypertension: boolean },
): ResidentGroup {
  const age = ageOn(person.birth, on)
  if (age <= 6) return 'child'
  if (conditions.maternal && person.sex !== 'male') return 'maternal'
  if (age >= 65) return 'older'
  if (conditions.diabetes) return 'diabetes'
  return conditions.hypertension ? 'hypertension' : 'other'
}
