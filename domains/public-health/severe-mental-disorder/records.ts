import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { cardCodes, cardField as field, cardUnit as unit } from '../chronic-follow-up/index.ts'
import * as codes from './codes.ts'
import { steps } from './course.ts'
import { patientClasses, riskGrades } from './risk.ts'
import { emergencies, patients, stays, subsidies, visits } from './tables.ts'

const ofPatient = field('患者', 'Patient', { refersTo: 'record:severe-mental-disorder.patient' })
const function_ = (zh: string, en: string) => field(zh, en, { values: codes.functions })

export const patient = defineRecord({
  id: 'severe-mental-disorder.patient',
  title: { zh: '严重精神障碍患者', en: 'Severe mental disorder: patient' },
  description: {
    zh: '一名在册的严重精神障碍患者；末次随访、危险性、分类和下次随访由随访和住院记录推算',
    en: 'A registered patient; last visit, risk, class and next visit follow from visits and stays in hospital',
  },
  table: patients,
  happenedOn: { zh: '登记日期', en: 'Registered on' },
  states: {
    managed: { zh: '在册管理', en: 'Managed' },
    registered: { zh: '在册未管理', en: 'Registered, not managed' },
    lost: { zh: '失访', en: 'Lost' },
    ended: { zh: '已结案', en: 'Ended' },
  },
  follows: 'person',
  confidential: true,
  onePerPerson: ['managed', 'registered', 'lost'],
  fields: {
    diagnosis: field('诊断', 'Diagnosis', { values: codes.diagnoses }),
    source: field('来源', 'Source', { values: codes.sources }),
    onsetOn: field('初次发病', 'First onset'),
    diagnosedOn: field('确诊日期', 'Diagnosed on'),
    diagnosedBy: field('确诊机构', 'Diagnosed by'),
    reportedOn: field('发病报告日期', 'Reported on'),
    consent: field('知情同意', 'Consent', { values: codes.consents }),
    consentBy: field('同意人', 'Given by', { values: codes.consentGivers }),
    managedFrom: field('纳入管理', 'Managed since'),
    guardian: field('监护人', 'Guardian', { masked: 'name' }),
    guardianRelation: field('监护关系', 'Relation', { values: codes.guardianRelations }),
    guardianPhone: field('监护人电话', 'Guardian’s phone', { masked: 'phone' }),
    guardianAgreedOn: field('监护责任协议', 'Guardianship agreed on'),
    note: field('备注', 'Note'),
    lastVisitOn: field('末次随访', 'Last visit'),
    lastRisk: field('危险性评估', 'Risk', { values: riskGrades }),
    lastClass: field('末次分类', 'Last class', { values: patientClasses }),
    lastStep: field('处置', 'Step', { values: steps }),
    dueOn: field('下次随访', 'Next visit due'),
    inHospitalSince: field('住院', 'In hospital since'),
    lostOn: field('失访日期', 'Lost on'),
    lossReason: field('失访原因', 'Why lost', { values: codes.lossReasons }),
    endedOn: field('结案日期', 'Ended on'),
    endReason: field('结案原因', 'Reason of ending', { values: cardCodes.endReasons }),
  },
  filters: ['diagnosis', 'lastRisk', 'lastClass'],
  list: ['person', 'division', 'diagnosis', 'lastRisk', 'lastClass', 'lastVisitOn', 'dueOn', 'state'],
  overview: ['state', 'lastRisk', 'lastClass', 'lastStep', 'lastVisitOn', 'dueOn', 'inHospitalSince'],
  board: ['severe-mental-disorder.visit', 'severe-mental-disorder.emergency', 'severe-mental-disorder.stay'],
})

export const visit = defineRecord({
  id: 'severe-mental-disorder.visit',
  title: { zh: '严重精神障碍患者随访', en: 'Severe mental disorder: follow-up' },
  description: {
    zh: '一次随访；危险性、分类、处置和下次随访日期由系统按规范推算',
    en: 'One visit; risk, class, step and next day follow from the norm',
  },
  table: visits,
  happenedOn: { zh: '随访日期', en: 'Visited on' },
  states: { recorded: { zh: '已记录', en: 'Recorded' } },
  follows: 'person',
  confidential: true,
  fields: {
    patient: ofPatient,
    mode: field('随访方式', 'Mode', { values: cardCodes.modes }),
    symptomState: field('精神症状', 'Symptoms', { values: codes.symptomStates }),
    insight: field('自知力', 'Insight', { values: codes.insights }),
    socialFunction: field('社会功能', 'Social function', { values: codes.functions }),
    sleep: function_('睡眠情况', 'Sleep'),
    diet: function_('饮食情况', 'Eating'),
    selfCare: function_('个人生活料理', 'Cares for oneself'),
    housework: function_('家务劳动', 'Housework'),
    work: function_('生产劳动及工作', 'Work'),
    learning: function_('学习能力', 'Learning'),
    contact: function_('社会人际交往', 'Contact with people'),
    incidents: field('肇事肇祸', 'Serious incidents', unit('次', 'times')),
    confinement: field('关锁情况', 'Locked up', { values: codes.confinements }),
    tests: field('实验室检查', 'Tests'),
    compliance: field('服药依从性', 'Takes the medicine', { values: codes.compliances }),
    reaction: field('药物不良反应', 'Adverse reaction', { values: codes.reactions }),
    somatic: field('躯体疾病', 'Somatic disease', { values: codes.somaticStates }),
    effect: field('治疗效果', 'Effect', { values: codes.effects }),
    examinationAnswer: field('年度体检', 'Yearly examination', { values: codes.examinationAnswers }),
    referredTo: field('转诊机构及科室', 'Referred to'),
    agreedOn: field('约定下次随访', 'Next visit agreed on'),
    doctor: field('随访医生', 'Visited by'),
    risk: field('危险性评估', 'Risk', { values: riskGrades }),
    class: field('随访分类', 'Class', { values: patientClasses }),
    step: field('处置', 'Step', { values: steps }),
    dueOn: field('下次随访日期', 'Next visit due'),
    followedOn: field('其后随访或住院', 'Followed on'),
  },
  list: ['person', 'division', 'happenedOn', 'mode', 'risk', 'class', 'step', 'compliance', 'dueOn'],
})

export const emergency = defineRecord({
  id: 'severe-mental-disorder.emergency',
  title: { zh: '应急医疗处置', en: 'Emergency disposal' },
  description: {
    zh: '一次应急处置：报告公安、现场处置、结束；结束后2周内随访',
    en: 'One emergency: police told, disposal, end; the patient is seen within two weeks after it',
  },
  table: emergencies,
  happenedOn: { zh: '发生日期', en: 'Happened on' },
  states: { open: { zh: '处置中', en: 'Open' }, ended: { zh: '已结束', en: 'Ended' } },
  follows: 'person',
  confidential: true,
  fields: {
    patient: ofPatient,
    kind: field('事由', 'What happened', { values: codes.emergencyKinds }),
    risk: field('危险性评估', 'Risk', { values: riskGrades }),
    reporter: field('报告人', 'Reported by', { masked: 'name' }),
    policeToldAt: field('报告公安时间', 'Police told at'),
    arrivedAt: field('到达现场时间', 'Arrived at'),
    disposal: field('处置方式', 'Disposal', { values: codes.disposals }),
    hospital: field('收治机构', 'Hospital'),
    endedOn: field('结束日期', 'Ended on'),
    visitDueOn: field('处置后随访', 'Visit due after it'),
    note: field('处置经过', 'Note'),
  },
  list: ['person', 'division', 'happenedOn', 'kind', 'risk', 'policeToldAt', 'disposal', 'endedOn', 'state'],
})

export const stay = defineRecord({
  id: 'severe-mental-disorder.stay',
  title: { zh: '精神科住院', en: 'Stay in a psychiatric hospital' },
  description: { zh: '一次住院；出院后2周内随访', en: 'One stay; the patient is seen within two weeks of discharge' },
  table: stays,
  happenedOn: { zh: '入院日期', en: 'Admitted on' },
  states: { 'in-hospital': { zh: '住院中', en: 'In hospital' }, discharged: { zh: '已出院', en: 'Discharged' } },
  follows: 'person',
  confidential: true,
  fields: {
    patient: ofPatient,
    hospital: field('医院', 'Hospital'),
    kind: field('入院方式', 'Kind', { values: codes.admissions }),
    dischargedOn: field('出院日期', 'Discharged on'),
    outcome: field('治疗效果', 'Effect', { values: codes.effects }),
    note: field('备注', 'Note'),
  },
  list: ['person', 'division', 'happenedOn', 'hospital', 'kind', 'dischargedOn', 'state'],
})

export const subsidy = defineRecord({
  id: 'severe-mental-disorder.subsidy',
  title: { zh: '监护人补助', en: 'Guardian’s subsidy' },
  description: {
    zh: '一个年度的监护人以奖代补资金，每名患者每年一次',
    en: 'What a guardian was paid for a year; once for each patient and year',
  },
  table: subsidies,
  happenedOn: { zh: '发放日期', en: 'Paid on' },
  states: { paid: { zh: '已发放', en: 'Paid' } },
  follows: 'person',
  confidential: true,
  fields: {
    patient: ofPatient,
    year: field('年度', 'Year', { plain: true }),
    guardian: field('监护人', 'Guardian', { masked: 'name' }),
    amount: field('金额', 'Amount', unit('元', 'yuan')),
    receivedBy: field('领取人', 'Received by', { masked: 'name' }),
  },
  list: ['person', 'division', 'year', 'guardian', 'amount', 'happenedOn'],
})
