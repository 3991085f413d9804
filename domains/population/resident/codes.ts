import type { Text } from '@kangheng/kernel/text/text.ts'

/** How a stay or an absence is meant. */
export const stays = {
  settled: { zh: '长期（定居）', en: 'For good' },
  temporary: { zh: '临时（不满半年）', en: 'For the time being (under half a year)' },
} as const satisfies Record<string, Text>

/** Why people move. */
export const moveReasons = {
  work: { zh: '务工经商', en: 'Work' },
  study: { zh: '学习培训', en: 'Study' },
  marriage: { zh: '婚姻嫁娶', en: 'Marriage' },
  family: { zh: '随同或投靠亲友', en: 'With or to family' },
  housing: { zh: '搬家拆迁', en: 'Housing' },
  return: { zh: '返乡', en: 'Return' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** Where a child was born. */
export const deliveryPlaces = {
  hospital: { zh: '县级及以上医院', en: 'County hospital or above' },
  township: { zh: '乡镇卫生院', en: 'Township health centre' },
  elsewhere: { zh: '医疗机构外', en: 'Outside an institution' },
} as const satisfies Record<string, Text>

/** Where somebody died. */
export const deathPlaces = {
  institution: { zh: '医疗机构', en: 'Health institution' },
  home: { zh: '家中', en: 'Home' },
  way: { zh: '送医途中', en: 'On the way' },
  elsewhere: { zh: '其他', en: 'Elsewhere' },
} as const satisfies Record<string, Text>

/** How a resident became known. */
export const registrationSources = {
  'household-visit': { zh: '入户核查', en: 'Household visit' },
  clinic: { zh: '就诊登记', en: 'Clinic' },
  register: { zh: '花名册', en: 'Register' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
