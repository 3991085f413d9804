import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** What is registered. Source: 全国心脑血管事件报告技术规范; 中国肿瘤登记工作指导手册. */
export const kinds = {
  stroke: { zh: '脑卒中', en: 'Stroke' },
  infarction: { zh: '急性心肌梗死', en: 'Acute myocardial infarction' },
  'sudden-death': { zh: '心脏性猝死', en: 'Sudden cardiac death' },
  cancer: { zh: '恶性肿瘤', en: 'Cancer' },
} as const satisfies Codes
export type Kind = keyof typeof kinds

/** The highest basis of the diagnosis. Source: as above; 死亡补发病 for cases known by the death certificate only. */
export const bases = {
  pathology: { zh: '病理（组织学、细胞学）', en: 'Pathology' },
  imaging: { zh: '影像学（CT、MRI、造影）', en: 'Imaging' },
  laboratory: { zh: '心电图、生化、免疫', en: 'ECG, laboratory' },
  clinical: { zh: '临床', en: 'Clinical' },
  death: { zh: '死亡补发病', en: 'Death certificate only' },
} as const satisfies Codes

export const stages = {
  'stage-1': { zh: 'I期', en: 'Stage I' },
  'stage-2': { zh: 'II期', en: 'Stage II' },
  'stage-3': { zh: 'III期', en: 'Stage III' },
  'stage-4': { zh: 'IV期', en: 'Stage IV' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Codes

/** How somebody is at a follow-up. */
export const conditions = {
  alive: { zh: '存活', en: 'Alive' },
  dead: { zh: '死亡', en: 'Dead' },
  lost: { zh: '失访', en: 'Lost' },
} as const satisfies Codes

/** Cancers with a rate of their own, by their categories. */
export const sites = {
  lung: { zh: '肺癌', en: 'Lung cancer', ranges: ['C33-C34'] },
  stomach: { zh: '胃癌', en: 'Stomach cancer', ranges: ['C16'] },
  liver: { zh: '肝癌', en: 'Liver cancer', ranges: ['C22'] },
  bowel: { zh: '结直肠癌', en: 'Colorectal cancer', ranges: ['C18-C21'] },
} as const
