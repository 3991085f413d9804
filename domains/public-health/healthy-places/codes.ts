import type { Text } from '@kangheng/kernel/text/text.ts'

/** What is striven for. Sanitary ones are named by the committees of the patriotic health campaign, healthy ones are the cells of a healthy county. */
export const kinds = {
  'sanitary-township': { zh: '卫生乡镇', en: 'Sanitary township' },
  'sanitary-village': { zh: '卫生村（社区）', en: 'Sanitary village' },
  'sanitary-unit': { zh: '卫生单位', en: 'Sanitary unit' },
  'healthy-township': { zh: '健康乡镇', en: 'Healthy township' },
  'healthy-village': { zh: '健康村（社区）', en: 'Healthy village' },
  'healthy-unit': { zh: '健康单位', en: 'Healthy unit' },
  'healthy-household': { zh: '健康家庭', en: 'Healthy household' },
} as const satisfies Record<string, Text>
export type Kind = keyof typeof kinds

/** Who names it. */
export const levels = {
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
} as const satisfies Record<string, Text>
export type Level = keyof typeof levels

/** Who applies for a kind. */
export function applicantOf(kind: Kind): 'township' | 'village' | 'unit' | 'household' {
  return kind.split('-')[1] as 'township' | 'village' | 'unit' | 'household'
}

/** Why somebody was at the applicant’s. */
export const checkKinds = {
  self: { zh: '自查', en: 'Self-check' },
  county: { zh: '县级评估', en: 'Assessment of the county' },
  recheck: { zh: '复审', en: 'Re-check' },
} as const satisfies Record<string, Text>
export type CheckKind = keyof typeof checkKinds

export const driveKinds = {
  weekly: { zh: '周末卫生日', en: 'Weekly clean-up' },
  monthly: { zh: '每月集中整治', en: 'Monthly clean-up' },
  campaign: { zh: '爱国卫生月等专项活动', en: 'Patriotic health month and other campaigns' },
} as const satisfies Record<string, Text>

/** Places of a grid. */
export const placeKinds = {
  street: { zh: '街道、巷道', en: 'Street' },
  market: { zh: '农贸市场、集市', en: 'Market' },
  restaurant: { zh: '餐饮店', en: 'Restaurant' },
  shop: { zh: '商铺', en: 'Shop' },
  lodging: { zh: '宾馆、民宿', en: 'Lodging' },
  school: { zh: '学校、托幼机构', en: 'School' },
  'public-toilet': { zh: '公共厕所', en: 'Public toilet' },
  refuse: { zh: '垃圾收集点', en: 'Refuse point' },
  water: { zh: '河道、沟渠、水塘', en: 'Water' },
  neighbourhood: { zh: '居民区、村组', en: 'Neighbourhood' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const problemKinds = {
  refuse: { zh: '垃圾和卫生死角', en: 'Refuse' },
  stalls: { zh: '占道和乱摆乱贴', en: 'Stalls and bills' },
  toilet: { zh: '厕所不洁', en: 'Toilet' },
  breeding: { zh: '病媒孳生地', en: 'Breeding site of vectors' },
  sewage: { zh: '污水和沟渠', en: 'Sewage' },
  food: { zh: '食品和餐饮卫生', en: 'Food' },
  smoking: { zh: '控烟', en: 'Smoking' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
