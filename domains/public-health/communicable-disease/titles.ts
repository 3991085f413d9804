import type { Text } from '@kangheng/kernel/text/text.ts'
import { notifiableDiseases } from './notifiable/list.ts'

/** Titles of all diseases that are or were notifiable, for coded fields. */
export const diseaseTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  notifiableDiseases.map((disease) => [disease.id, disease.title]),
)

/** Titles of all subtypes. */
export const subtypeTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  notifiableDiseases.flatMap((disease) => disease.subtypes.map((kind) => [kind.id, kind.title])),
)

export const classTitles = {
  A: { zh: '甲类', en: 'Class A' },
  B: { zh: '乙类', en: 'Class B' },
  C: { zh: '丙类', en: 'Class C' },
} as const satisfies Record<string, Text>

export const levelTitles = {
  unit: { zh: '学校、托幼机构或单位', en: 'School or other unit' },
  village: { zh: '村（社区）', en: 'Village' },
  township: { zh: '乡镇', en: 'Township' },
  county: { zh: '县', en: 'County' },
} as const satisfies Record<string, Text>
