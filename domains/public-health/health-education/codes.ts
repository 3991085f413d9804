import type { InstitutionKind } from '@kangheng/kernel/place/kinds.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import type { RuleVersion } from '../chronic-follow-up/index.ts'
import { THIRD_EDITION } from '../chronic-follow-up/index.ts'

/** What health education consists of. */
export const kinds = {
  print: { zh: '印刷资料', en: 'Printed matter' },
  'audio-video': { zh: '音像资料', en: 'Audio and video' },
  board: { zh: '宣传栏更换', en: 'Board changed' },
  lecture: { zh: '健康知识讲座', en: 'Lecture' },
  consultation: { zh: '公众健康咨询', en: 'Public consultation' },
  individual: { zh: '个体化健康教育', en: 'Individual advice' },
  media: { zh: '媒体宣传', en: 'Media' },
  'first-aid': { zh: '急救知识培训', en: 'First-aid training' },
} as const satisfies Record<string, Text>
export type Kind = keyof typeof kinds

/** The kinds with a quota. */
export const quotaKinds = ['print', 'audioVideo', 'board', 'lecture', 'consultation'] as const
export type QuotaKind = (typeof quotaKinds)[number]
/** The kind of activity that fulfils each. */
export const fulfilledBy = {
  print: 'print',
  audioVideo: 'audio-video',
  board: 'board',
  lecture: 'lecture',
  consultation: 'consultation',
} as const satisfies Record<QuotaKind, Kind>

export type Quota = Readonly<Record<QuotaKind, number>>

/** Boards stand at least so large, in m². Source: third edition, 健康教育服务规范. */
export const SMALLEST_BOARD = 2

/**
 * What is asked of an institution in a year: kinds of printed matter and of audio or video, changes of boards (two at a centre, one at a clinic, each every two
 * months), lectures (monthly; every two months), consultations. Source: 国家基本公共卫生服务规范（第三版）健康教育服务规范.
 */
export const quotas: readonly [RuleVersion<{ centre: Quota; clinic: Quota }>] = [
  {
    ...THIRD_EDITION,
    value: {
      centre: { print: 12, audioVideo: 6, board: 12, lecture: 12, consultation: 9 },
      clinic: { print: 12, audioVideo: 0, board: 6, lecture: 6, consultation: 0 },
    },
  },
]

/** The quota of an institution of this class on the first day of a year; undefined for classes of which the norm asks nothing. */
export function quotaOf(kind: string, year: number): Quota | undefined {
  const version = quotas.findLast(({ from }) => from <= `${year}-12-31`) ?? quotas[0]
  if ((['township-centre', 'community-centre'] satisfies InstitutionKind[] as string[]).includes(kind))
    return version.value.centre
  return (['village-clinic', 'community-station'] satisfies InstitutionKind[] as string[]).includes(kind)
    ? version.value.clinic
    : undefined
}

/** How much of a yearly quota is due by the end of a month (1–12), in whole pieces. */
export function dueBy(quota: number, month: number): number {
  return Math.floor((quota * month) / 12)
}

/** Share of the marks from which somebody has health literacy. Source: 全国居民健康素养监测调查问卷 (2012 and later): 80 %. */
const LITERATE_FROM = 0.8
/** Marks of the national questionnaire (2012 and later). */
export const FULL_MARKS = 66

/** Whether a score shows health literacy. */
export function isLiterate(score: number, full: number): boolean {
  return score >= full * LITERATE_FROM - 1e-9
}

export const ageGroups = {
  '15-24': { zh: '15—24岁', en: '15–24' },
  '25-34': { zh: '25—34岁', en: '25–34' },
  '35-44': { zh: '35—44岁', en: '35–44' },
  '45-54': { zh: '45—54岁', en: '45–54' },
  '55-64': { zh: '55—64岁', en: '55–64' },
  '65-69': { zh: '65—69岁', en: '65–69' },
} as const satisfies Record<string, Text>

export const sexes = { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } } as const satisfies Record<
  string,
  Text
>

/** Topics, by what the norm lists. Source: third edition, 健康教育内容. */
export const topics = {
  literacy: { zh: '公民健康素养66条', en: 'Health literacy' },
  'key-groups': { zh: '重点人群健康教育', en: 'Key groups' },
  lifestyle: { zh: '健康生活方式', en: 'Ways of living' },
  chronic: { zh: '慢性病和重点疾病', en: 'Chronic and other diseases' },
  public: { zh: '公共卫生问题', en: 'Public health' },
  emergency: { zh: '应急和急救', en: 'Emergencies and first aid' },
  policy: { zh: '法律法规和政策', en: 'Law and policy' },
} as const satisfies Record<string, Text>
