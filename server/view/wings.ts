import type { Wing } from '@kangheng/kernel/domain/define-domain.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** The wings of the house in the order of the navigation. */
export const wings: readonly { readonly id: Wing; readonly title: Text }[] = [
  { id: 'population', title: { zh: '人口与居民', en: 'Population' } },
  { id: 'public-health', title: { zh: '公共卫生', en: 'Public health' } },
  { id: 'clinical', title: { zh: '医疗服务', en: 'Clinical care' } },
  { id: 'insurance', title: { zh: '医疗保障', en: 'Insurance' } },
  { id: 'supervision', title: { zh: '卫生监督', en: 'Supervision' } },
  { id: 'emergency', title: { zh: '应急急救', en: 'Emergency' } },
  { id: 'administration', title: { zh: '行政管理', en: 'Administration' } },
  { id: 'portal', title: { zh: '便民服务', en: 'Services for residents' } },
  { id: 'fixture', title: { zh: '示例', en: 'Example' } },
]
