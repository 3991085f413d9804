import { reasons as forecastReasons } from './forecast/result.ts'
import { seriesCodes, seriesTitles, vaccineCodes, vaccineOf, type VaccineCode } from './forecast/vaccines.ts'

/** Coded values with their titles. */
export const vaccineTitles = Object.fromEntries(vaccineCodes.map((code) => [code, vaccineOf(code).title])) as Record<
  VaccineCode,
  { zh: string; en: string }
>
export { seriesCodes, seriesTitles, forecastReasons }

export const sites = {
  'left-arm': { zh: '左上臂', en: 'Left upper arm' },
  'right-arm': { zh: '右上臂', en: 'Right upper arm' },
  'left-thigh': { zh: '左大腿前外侧', en: 'Left thigh' },
  'right-thigh': { zh: '右大腿前外侧', en: 'Right thigh' },
  mouth: { zh: '口服', en: 'By mouth' },
} as const

export const routes = {
  intramuscular: { zh: '肌内注射', en: 'Intramuscular' },
  subcutaneous: { zh: '皮下注射', en: 'Subcutaneous' },
  intradermal: { zh: '皮内注射', en: 'Intradermal' },
  oral: { zh: '口服', en: 'Oral' },
} as const

export const exclusionKinds = {
  contraindication: { zh: '禁忌', en: 'Contraindication' },
  deferral: { zh: '暂缓', en: 'Deferral' },
  refusal: { zh: '拒绝接种', en: 'Refusal' },
} as const

export const severities = {
  common: { zh: '一般反应或异常反应', en: 'Common or abnormal reaction' },
  serious: { zh: '严重', en: 'Serious' },
  death: { zh: '死亡', en: 'Death' },
  cluster: { zh: '群体性', en: 'Cluster' },
} as const

/** Ids of doses in words: “百白破第3剂”. */
export const doseTitles: Readonly<Record<string, { zh: string; en: string }>> = Object.fromEntries(
  seriesCodes.flatMap((series) =>
    [1, 2, 3, 4, 5].map((number) => [
      `${series.replaceAll('-', '').toLowerCase()}-${number}`,
      { zh: `${seriesTitles[series].zh}第${number}剂`, en: `${seriesTitles[series].en}, dose ${number}` },
    ]),
  ),
)
