import type { Text } from '@kangheng/kernel/text/text.ts'
import { findBlock, inRanges, within } from './icd/code.ts'

/** Who died, as far as causes depend on it. */
export interface Deceased {
  readonly sex: 'male' | 'female'
  /** Completed years, and days, at death. */
  readonly age: number
  readonly days: number
}

const words = (zh: string, en: string): Text => ({ zh, en })

/** What is wrong with a code on this person's certificate; undefined when it may stand there. Source: ICD-10 volume 2, lists of conditions limited by sex and age; 人口死亡信息登记管理规范. */
export function codeFault(code: string, { sex, age, days }: Deceased): Text | undefined {
  if (!findBlock(code)) return words(`${code}不是ICD-10的类目，请核对`, `${code} is no category of ICD-10; check it`)
  if (sex === 'male' && inRanges(code, ['C51-C58', 'D25-D28', 'N70-N98', 'O00-O99']))
    return words(`${code}只用于女性，请核对性别和编码`, `${code} is for women only; check sex and code`)
  if (sex === 'female' && inRanges(code, ['C60-C63', 'N40-N51']))
    return words(`${code}只用于男性，请核对性别和编码`, `${code} is for men only; check sex and code`)
  if (inRanges(code, ['O00-O99']) && (age < 10 || age > 54))
    return words(`${code}用于10—54岁的妇女，请核对年龄`, `${code} is for women of 10 to 54; check the age`)
  if (within(code, 'P00', 'P96') && age >= 1)
    return words(`${code}用于未满1岁的婴儿，请核对年龄`, `${code} is for infants under one; check the age`)
  if (within(code, 'R95', 'R95') && (age >= 1 || days < 7))
    return words('R95用于7天至1岁的婴儿', 'R95 is for infants of 7 days to one year')
  if (inRanges(code, ['X60-X84']) && age < 5)
    return words(`${code}（自害）不用于5岁以下儿童`, `${code} (self-harm) is not used under five`)
  if (inRanges(code, ['C61', 'I20-I25', 'J40-J44']) && age < 15)
    return words(`${code}在15岁以下几乎不可能，请核对`, `${code} is next to impossible under 15; check it`)
  if (within(code, 'R54', 'R54') && age < 60)
    return words('R54（衰老）不用于60岁以下', 'R54 (senility) is not used under 60')
  return undefined
}

/** What is wrong with a code as underlying cause; undefined when it may be one. Source: ICD-10 volume 2: nature of injury and factors of health status are no underlying causes. */
export function underlyingFault(code: string): Text | undefined {
  if (inRanges(code, ['S00-T98']))
    return words(
      `${code}是损伤的性质，请在链中填写外部原因（V01—Y89）`,
      `${code} is the nature of an injury: give the external cause (V01–Y89)`,
    )
  if (inRanges(code, ['Z00-Z99'])) return words(`${code}不能作根本死因`, `${code} cannot be an underlying cause`)
  return undefined
}

/** Why a code says little as underlying cause. */
export const vagueReasons = {
  'ill-defined': words('症状、体征和不明原因', 'Symptoms, signs and unknown causes'),
  intermediate: words('中间或临终状态', 'Intermediate or terminal condition'),
  'unknown-site': words('肿瘤部位不明', 'Neoplasm of unknown site'),
  'undetermined-injury': words('伤害意图或原因不明', 'Injury of undetermined intent or cause'),
} as const
export type VagueReason = keyof typeof vagueReasons

const vague: readonly (readonly [VagueReason, readonly string[]])[] = [
  ['ill-defined', ['R00-R99']],
  [
    'intermediate',
    ['A40-A41', 'E86-E87', 'I46', 'I49-I51', 'I26', 'J80-J81', 'J96', 'K72', 'N17', 'N19', 'D65', 'G93'],
  ],
  ['unknown-site', ['C26', 'C39', 'C76-C80', 'C97', 'D37-D48']],
  ['undetermined-injury', ['Y10-Y34', 'X59', 'V99', 'Y87']],
]

/**
 * Whether an underlying cause is one of the codes by which nothing can be prevented (garbage codes): undefined when it is none.
 * Source: C. Murray, A. Lopez, The Global Burden of Disease (1996), and 死因监测工作规范, 死因编码不准确: R00–R99, heart failure and arrest, unknown sites, undetermined injuries.
 */
export function vagueReason(code: string): VagueReason | undefined {
  return vague.find(([, ranges]) => inRanges(code, ranges))?.[0]
}
