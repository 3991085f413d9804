import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import { places } from '../maternal-health/index.ts'
import * as codes from './codes.ts'
import { defectTitles } from './defects.ts'
import { screeningTitles } from './surveillance.ts'
import { cards, folicAcid as folicAcidTable, prenatalScreenings } from './tables.ts'

const field = (zh: string, en: string, more: Omit<FieldDefinition, 'title'> = {}): FieldDefinition => ({
  title: { zh, en },
  ...more,
})
const weeks = field('孕周', 'Weeks', { unit: { zh: '周', en: 'weeks' } })

export const card = defineRecord({
  id: 'birth-defects.card',
  title: { zh: '出生缺陷儿登记卡', en: 'Birth defect card' },
  description: {
    zh: '一名出生缺陷儿的登记、确诊和审核；孕满28周至产后7天内发现的计入监测',
    en: 'A child born with a defect: reported, confirmed, reviewed; counted from 28 weeks to the seventh day',
  },
  table: cards,
  happenedOn: { zh: '出生日期', en: 'Born on' },
  states: {
    reported: { zh: '已报卡，待审核', en: 'Reported' },
    returned: { zh: '已退回', en: 'Sent back' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
  },
  follows: 'person',
  confidential: true,
  fields: {
    number: field('胎次序号', 'Number'),
    sex: field('性别', 'Sex', { values: codes.sexes }),
    weeks,
    weight: field('出生体重', 'Birth weight', { unit: { zh: '克', en: 'g' } }),
    place: field('分娩地点', 'Place', { values: places }),
    outcome: field('转归', 'Outcome', { values: codes.outcomes }),
    defects: field('出生缺陷诊断', 'Defects', { values: defectTitles }),
    otherCode: field('其他缺陷的ICD-10编码', 'Code of another defect'),
    description: field('畸形描述', 'Description'),
    basis: field('诊断依据', 'Basis', { values: codes.bases }),
    certainty: field('诊断级别', 'Certainty', { values: codes.certainties }),
    diagnosedOn: field('诊断日期', 'Diagnosed on'),
    foundAt: field('诊断时间', 'Found', { values: codes.times }),
    counted: field('计入监测', 'Counted'),
    confirmedOn: field('确诊日期', 'Confirmed on'),
    familyHistory: field('家族史', 'Family history'),
    exposures: field('孕早期患病和接触', 'Illness and exposure in early pregnancy'),
    doctor: field('填卡医生', 'Reported by'),
    reportedOn: field('报卡日期', 'Reported on'),
    reportDueOn: field('最迟报卡日期', 'Report due by'),
    reviewDueOn: field('最迟审核日期', 'Review due by'),
    reviewedOn: field('审核日期', 'Reviewed on'),
    returnReason: field('退回原因', 'Why sent back', { values: codes.returnReasons }),
    treatment: field('治疗和康复', 'Treatment'),
    treatedOn: field('治疗日期', 'Treated on'),
  },
  list: [
    ...([
      'person',
      'division',
      'happenedOn',
      'defects',
      'outcome',
      'weeks',
      'foundAt',
      'certainty',
      'counted',
    ] as const),
    ...(['reportedOn', 'state'] as const),
  ],
  filters: ['outcome', 'certainty', 'foundAt'],
})

export const folicAcid = defineRecord({
  id: 'birth-defects.folic-acid',
  title: { zh: '叶酸发放', en: 'Folic acid' },
  description: {
    zh: '向计划怀孕和孕早期妇女发放叶酸及服用随访',
    en: 'Folic acid given to women before and in early pregnancy, and whether it is taken',
  },
  table: folicAcidTable,
  happenedOn: { zh: '发放日期', en: 'Issued on' },
  states: { issued: { zh: '已发放', en: 'Issued' }, asked: { zh: '已随访', en: 'Asked' } },
  follows: 'person',
  fields: {
    stage: field('服用阶段', 'Stage', { values: codes.stages }),
    bottles: field('发放数量', 'Bottles', { unit: { zh: '瓶', en: 'bottles' } }),
    askOn: field('应随访日期', 'To be asked on'),
    askedOn: field('随访日期', 'Asked on'),
    taking: field('服用情况', 'Taken', { values: codes.takings }),
  },
  list: ['person', 'division', 'happenedOn', 'stage', 'bottles', 'askOn', 'taking', 'state'],
})

export const prenatalScreening = defineRecord({
  id: 'birth-defects.prenatal-screening',
  title: { zh: '产前筛查和诊断', en: 'Prenatal screening' },
  description: {
    zh: '告知并自愿的产前筛查；高风险的提供产前诊断，直到有结果',
    en: 'Screening offered and freely chosen; at high risk diagnosis is offered, until there is a result',
  },
  table: prenatalScreenings,
  happenedOn: { zh: '告知日期', en: 'Offered on' },
  states: {
    declined: { zh: '不同意筛查', en: 'Declined' },
    accepted: { zh: '待结果', en: 'Awaiting the result' },
    'low-risk': { zh: '低风险', en: 'Low risk' },
    'high-risk': { zh: '待产前诊断', en: 'Diagnosis to be offered' },
    closed: { zh: '已结案', en: 'Closed' },
  },
  follows: 'person',
  confidential: true,
  fields: {
    kind: field('筛查项目', 'Screening', { values: screeningTitles }),
    weeks,
    answer: field('筛查意愿', 'Answer', { values: codes.answers }),
    testedOn: field('筛查日期', 'Tested on'),
    result: field('筛查结果', 'Result', { values: codes.screeningResults }),
    dueOn: field('最迟日期', 'Due by'),
    diagnosisAnswer: field('产前诊断意愿', 'Diagnosis', { values: codes.answers }),
    diagnosisMethod: field('诊断方法', 'Method', { values: codes.diagnosisMethods }),
    diagnosisResult: field('诊断结果', 'Result of the diagnosis', { values: codes.diagnosisResults }),
    diagnosedOn: field('诊断日期', 'Diagnosed on'),
  },
  list: ['person', 'division', 'happenedOn', 'kind', 'weeks', 'answer', 'result', 'dueOn', 'diagnosisResult', 'state'],
  filters: ['kind', 'result'],
})
