import { sexes } from '@kangheng/kernel/person/codes.ts'
import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import * as codes from './codes.ts'
import { chronicCases } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})

export const chronicCase = defineRecord({
  id: 'chronic-disease-report.case',
  title: { zh: '心脑血管事件和肿瘤报告卡', en: 'Card of an attack or cancer' },
  description: {
    zh: '一次脑卒中、急性心肌梗死、心脏性猝死，或一例恶性肿瘤的发病报告、审核和随访',
    en: 'One stroke, infarction, sudden cardiac death or cancer: reported, reviewed, followed up',
  },
  table: chronicCases,
  happenedOn: { zh: '发病（首次诊断）日期', en: 'Attack or first diagnosis' },
  states: {
    reported: { zh: '已报告，待审核', en: 'Reported' },
    reviewed: { zh: '已审核，随访中', en: 'Reviewed' },
    closed: { zh: '已结案', en: 'Closed' },
    duplicate: { zh: '重卡', en: 'Duplicate' },
  },
  fields: {
    kind: field('类别', 'Kind', { values: codes.kinds }),
    code: field('ICD-10编码', 'ICD-10 code'),
    disease: field('疾病名称', 'Disease'),
    basis: field('诊断依据', 'Basis', { values: codes.bases }),
    first: field('首次发病', 'First ever'),
    diagnosedOn: field('诊断日期', 'Diagnosed on'),
    hospital: field('诊断单位', 'Hospital'),
    stage: field('诊断时分期', 'Stage', { values: codes.stages }),
    morphology: field('形态学编码（ICD-O-3）', 'Morphology (ICD-O-3)'),
    sex: field('性别', 'Sex', { values: sexes }),
    age: field('发病年龄', 'Age', { unit: { zh: '岁', en: 'years' } }),
    doctor: field('报告医生', 'Doctor'),
    reportedOn: field('报告日期', 'Reported on'),
    reportDueOn: field('最迟报告日期', 'Report due by'),
    inTime: field('及时报告', 'In time'),
    reviewedOn: field('审核日期', 'Reviewed on'),
    lastFollowedOn: field('末次随访', 'Last follow-up'),
    condition: field('生存状态', 'Condition', { values: codes.conditions }),
    followUpOn: field('下次随访', 'Next follow-up'),
    diedOn: field('死亡日期', 'Died on'),
    fatal: field('28天内死亡', 'Dead within 28 days'),
    duplicateOf: field('保留的报告卡', 'Card that stays', { refersTo: 'record:chronic-disease-report.case' }),
  },
  list: [
    ...(['person', 'division', 'happenedOn', 'kind', 'code', 'disease', 'first', 'inTime', 'followUpOn'] as const),
    ...(['condition', 'state'] as const),
  ],
  filters: ['kind', 'basis', 'first'],
})
