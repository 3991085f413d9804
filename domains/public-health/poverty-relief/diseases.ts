import type { Text } from '@kangheng/kernel/text/text.ts'

/** The thirty diseases of special treatment (大病专项救治病种), as extended in 2020. */
export const majorDiseases = {
  'childhood-leukaemia': { zh: '儿童白血病', en: 'Childhood leukaemia' },
  'childhood-heart': { zh: '儿童先天性心脏病', en: 'Congenital heart disease of children' },
  'oesophagus-cancer': { zh: '食管癌', en: 'Cancer of the oesophagus' },
  'stomach-cancer': { zh: '胃癌', en: 'Stomach cancer' },
  'colon-cancer': { zh: '结肠癌', en: 'Colon cancer' },
  'rectum-cancer': { zh: '直肠癌', en: 'Rectal cancer' },
  'end-stage-kidney': { zh: '终末期肾病', en: 'End-stage kidney disease' },
  'lung-cancer': { zh: '肺癌', en: 'Lung cancer' },
  'liver-cancer': { zh: '肝癌', en: 'Liver cancer' },
  'breast-cancer': { zh: '乳腺癌', en: 'Breast cancer' },
  'cervix-cancer': { zh: '宫颈癌', en: 'Cervical cancer' },
  'heart-attack': { zh: '急性心肌梗死', en: 'Acute myocardial infarction' },
  cataract: { zh: '白内障', en: 'Cataract' },
  pneumoconiosis: { zh: '尘肺', en: 'Pneumoconiosis' },
  neuroblastoma: { zh: '神经母细胞瘤', en: 'Neuroblastoma' },
  'childhood-lymphoma': { zh: '儿童淋巴瘤', en: 'Childhood lymphoma' },
  osteosarcoma: { zh: '骨肉瘤', en: 'Osteosarcoma' },
  haemophilia: { zh: '血友病', en: 'Haemophilia' },
  thalassaemia: { zh: '地中海贫血', en: 'Thalassaemia' },
  'cleft-lip': { zh: '唇腭裂', en: 'Cleft lip and palate' },
  hypospadias: { zh: '尿道下裂', en: 'Hypospadias' },
  'resistant-tuberculosis': { zh: '耐多药结核病', en: 'Multidrug-resistant tuberculosis' },
  stroke: { zh: '脑卒中', en: 'Stroke' },
  copd: { zh: '慢性阻塞性肺气肿', en: 'Chronic obstructive pulmonary emphysema' },
  'aids-infection': { zh: '艾滋病机会感染', en: 'Opportunistic infection in AIDS' },
  'bladder-cancer': { zh: '膀胱癌', en: 'Bladder cancer' },
  'ovary-cancer': { zh: '卵巢癌', en: 'Ovarian cancer' },
  'kidney-cancer': { zh: '肾癌', en: 'Kidney cancer' },
  'severe-mental': { zh: '重性精神疾病', en: 'Severe mental disorder' },
  'rheumatic-heart': { zh: '风湿性心脏病', en: 'Rheumatic heart disease' },
} as const satisfies Record<string, Text>

/** Its patients are known to named roles only: they alone register it and see the rows (see the policies of severe-mental-disorder). */
export const AIDS = 'aids-infection' satisfies keyof typeof majorDiseases
export const MENTAL_ILLNESS = 'severe-mental' satisfies keyof typeof majorDiseases

/** Long-lasting diseases that are managed under the family doctor contract. */
export const chronicDiseases = {
  hypertension: { zh: '高血压', en: 'Hypertension' },
  diabetes: { zh: '2型糖尿病', en: 'Type 2 diabetes' },
  tuberculosis: { zh: '肺结核', en: 'Tuberculosis' },
  arthritis: { zh: '类风湿关节炎', en: 'Rheumatoid arthritis' },
  hepatitis: { zh: '慢性肝炎', en: 'Chronic hepatitis' },
  other: { zh: '其他慢性病', en: 'Other chronic disease' },
} as const satisfies Record<string, Text>

export const diseases = { ...majorDiseases, ...chronicDiseases }
export type DiseaseId = keyof typeof diseases
export const diseaseIds = Object.keys(diseases) as [DiseaseId, ...DiseaseId[]]

/** Whether the disease is one of the thirty. */
export function isMajorDisease(disease: string): boolean {
  return Object.hasOwn(majorDiseases, disease)
}
