import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import * as codes from './attached-codes.ts'
import { hepatitisCards, tuberculosisCards } from './tables.ts'

const caseField = { title: { zh: '报告卡', en: 'Report card' }, refersTo: 'record:communicable-disease.case' } as const
const common = {
  states: { filled: { zh: '已填写', en: 'Filled in' } },
  happenedOn: { zh: '填写日期', en: 'Filled in on' },
}

export const hepatitisCard = defineRecord({
  ...common,
  id: 'communicable-disease.hepatitis-b-card',
  title: { zh: '乙肝附卡', en: 'Attached card, hepatitis B' },
  description: {
    zh: '乙型肝炎报告卡的附卡：区分急性和慢性的依据',
    en: 'Attached to report cards of hepatitis B: what tells acute from chronic',
  },
  table: hepatitisCards,
  fields: {
    case: caseField,
    surfaceAntigen: { title: { zh: 'HBsAg阳性时间', en: 'HBsAg positive since' }, values: codes.antigenTimes },
    firstSymptoms: { title: { zh: '首次出现乙肝症状和体征时间', en: 'First symptoms of hepatitis B' } },
    alanine: { title: { zh: '本次ALT', en: 'ALT' }, unit: { zh: 'U/L', en: 'U/L' } },
    coreAntibody: { title: { zh: '抗-HBc IgM（1:1000）', en: 'Anti-HBc IgM (1:1000)' }, values: codes.tested },
    biopsy: { title: { zh: '肝组织穿刺', en: 'Biopsy' }, values: codes.biopsies },
    converted: { title: { zh: '恢复期HBsAg阴转、抗-HBs阳转', en: 'Converted on recovery' }, values: codes.conversions },
  },
  list: ['case', 'person', 'division', 'surfaceAntigen', 'coreAntibody', 'happenedOn'],
})

export const tuberculosisCard = defineRecord({
  ...common,
  id: 'communicable-disease.tuberculosis-card',
  title: { zh: '肺结核附卡', en: 'Attached card, tuberculosis' },
  description: {
    zh: '肺结核报告卡的附卡：病原学结果、耐药、治疗史和发现方式',
    en: 'Attached to report cards of tuberculosis: bacteriology, resistance, treatment before, how it was found',
  },
  table: tuberculosisCards,
  fields: {
    case: caseField,
    smear: { title: { zh: '痰涂片', en: 'Smear' }, values: codes.tested },
    culture: { title: { zh: '痰培养', en: 'Culture' }, values: codes.tested },
    molecular: { title: { zh: '分子生物学', en: 'Molecular test' }, values: codes.tested },
    resistance: { title: { zh: '耐药检测', en: 'Resistance' }, values: codes.resistances },
    historyOfTreatment: { title: { zh: '治疗分类', en: 'Treatment' }, values: codes.treatmentHistories },
    source: { title: { zh: '患者来源', en: 'How found' }, values: codes.findings },
    referredTo: { title: { zh: '转诊定点医院', en: 'Referred to' } },
  },
  filters: ['resistance', 'source'],
  list: ['case', 'person', 'division', 'smear', 'molecular', 'resistance', 'source', 'happenedOn'],
})
