import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** Where somebody died, as the certificate has it. Source: 居民死亡医学证明（推断）书, 国卫规划发〔2013〕57号. */
export const places = {
  institution: { zh: '医疗卫生机构', en: 'Health institution' },
  way: { zh: '来院途中', en: 'On the way' },
  home: { zh: '家中', en: 'Home' },
  'care-home': { zh: '养老服务机构', en: 'Home for older people' },
  elsewhere: { zh: '其他场所', en: 'Elsewhere' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Codes
export type Place = keyof typeof places

/** The highest level at which the fatal disease was diagnosed. Source: as above. */
export const diagnosedAt = {
  tertiary: { zh: '三级医院', en: 'Tertiary hospital' },
  secondary: { zh: '二级医院', en: 'Secondary hospital' },
  township: { zh: '乡镇卫生院、社区卫生服务机构', en: 'Township or community centre' },
  village: { zh: '村卫生室', en: 'Village clinic' },
  other: { zh: '其他医疗卫生机构', en: 'Other institution' },
  none: { zh: '未就诊', en: 'Not seen by a doctor' },
} as const satisfies Codes

/** What the diagnosis rests on. Source: as above. */
export const bases = {
  autopsy: { zh: '尸检', en: 'Autopsy' },
  pathology: { zh: '病理', en: 'Pathology' },
  surgery: { zh: '手术', en: 'Surgery' },
  'clinical-tests': { zh: '临床+理化', en: 'Clinical, with tests' },
  clinical: { zh: '临床', en: 'Clinical' },
  inferred: { zh: '死后推断', en: 'Inferred after death' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Codes

/** Why a certificate is sent back. */
export const returnReasons = {
  sequence: { zh: '因果顺序不合理', en: 'Improbable sequence' },
  vague: { zh: '死因不明确，请追查', en: 'Vague cause, look into it' },
  incomplete: { zh: '项目不完整', en: 'Incomplete' },
  identity: { zh: '身份信息有误', en: 'Wrong person' },
} as const satisfies Codes
