import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

interface KeyGroup {
  readonly title: Text
  /** Part of the national list of key groups; the others are local flags that may be kept as well. */
  readonly national: boolean
  /** Ages (completed years, both included) a member must have when entered. */
  readonly ages?: readonly [number, number]
  readonly sex?: 'female'
}

/**
 * The key groups of family doctor contracts (重点人群), 国卫基层发〔2018〕35号 and the county's local flags.
 * A person may be in several; the key population counts the person once.
 */
export const keyGroups = {
  child: { title: { zh: '0—6岁儿童', en: 'Children aged 0–6' }, national: true, ages: [0, 6] },
  older: { title: { zh: '65岁及以上老年人', en: 'Aged 65 and over' }, national: true, ages: [65, 150] },
  maternal: {
    title: { zh: '孕产妇', en: 'Pregnant and postpartum women' },
    national: true,
    ages: [14, 55],
    sex: 'female',
  },
  hypertension: { title: { zh: '高血压患者', en: 'Hypertension' }, national: true },
  diabetes: { title: { zh: '2型糖尿病患者', en: 'Type 2 diabetes' }, national: true },
  tuberculosis: { title: { zh: '肺结核患者', en: 'Tuberculosis' }, national: true },
  'mental-disorder': { title: { zh: '严重精神障碍患者', en: 'Severe mental disorder' }, national: true },
  disabled: { title: { zh: '残疾人', en: 'Disabled' }, national: true },
  'out-of-poverty': { title: { zh: '脱贫人口和监测对象', en: 'Out-of-poverty and monitored' }, national: true },
  'special-family': { title: { zh: '计划生育特殊家庭成员', en: 'Special family-planning families' }, national: true },
  'low-income': { title: { zh: '低保、特困和优抚对象', en: 'Low income, destitute and entitled' }, national: false },
} as const satisfies Record<string, KeyGroup>

/** The code of a key group. */
export type KeyGroupId = keyof typeof keyGroups

/** All codes, in the order of tables. */
export const keyGroupIds = Object.keys(keyGroups) as [KeyGroupId, ...KeyGroupId[]]

/**
 * The groups a package may be meant for. Not severe mental disorder: the package's name on a contract would tell everybody who reads contracts; those patients sign
 * for the package of residents. Source: 精神卫生法 art. 4 and 23.
 */
export const packageGroupIds = keyGroupIds.filter((id) => id !== 'mental-disorder') as [KeyGroupId, ...KeyGroupId[]]

/** Titles by code, for lists and forms. */
export const keyGroupTitles = Object.fromEntries(keyGroupIds.map((id) => [id, keyGroups[id].title])) as Record<
  KeyGroupId,
  Text
>

/** Why the person cannot be entered into the group, or undefined when nothing speaks against it. Age is age on the day of entry. */
export function whyNotInGroup(
  group: KeyGroupId,
  person: { sex: string; birth: IsoDate },
  on: IsoDate,
): Text | undefined {
  const { ages, sex, title }: KeyGroup = keyGroups[group]
  if (sex && person.sex !== sex) return { zh: `“${title.zh}”只登记女性`, en: `“${title.en}” takes women only` }
  const age = ageOn(person.birth, on)
  if (ages && (age < ages[0] || age > ages[1])) {
    return { zh: `${on}时年龄为${age}岁，不属于“${title.zh}”`, en: `Aged ${age} on ${on}: not in “${title.en}”` }
  }
  return undefined
}
