import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import {
  categories,
  courses,
  dismissals,
  grades,
  groups,
  infectionRoutes,
  maritalStates,
  origins,
  returnReasons,
  sampleSources,
  signalMethods,
} from './codes.ts'
import { diseaseSignals, notifiableCases, sexualHealthCards } from './tables.ts'
import { syndromeTitles } from './syndromes.ts'
import { classTitles, diseaseTitles, levelTitles, subtypeTitles } from './titles.ts'

const minutes = { zh: '分钟', en: 'minutes' }
const caseField = { title: { zh: '报告卡', en: 'Report card' }, refersTo: 'record:communicable-disease.case' } as const

export const notifiableCase = defineRecord({
  id: 'communicable-disease.case',
  title: { zh: '传染病报告卡', en: 'Report card' },
  description: {
    zh: '一例法定传染病的报告卡：按现住址归属，按审核日期统计',
    en: 'One case of a notifiable disease; belongs to the present address, is counted by the day of review',
  },
  table: notifiableCases,
  states: {
    reported: { zh: '待审核', en: 'To be reviewed' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
    returned: { zh: '已退卡', en: 'Sent back' },
    duplicate: { zh: '重卡', en: 'Duplicate' },
  },
  happenedOn: { zh: '发病日期', en: 'Onset' },
  fields: {
    disease: { title: { zh: '病名', en: 'Disease' }, values: diseaseTitles },
    subtype: { title: { zh: '分型', en: 'Subtype' }, values: subtypeTitles },
    diseaseClass: { title: { zh: '类别', en: 'Class' }, values: classTitles },
    category: { title: { zh: '病例分类', en: 'Case classification' }, values: categories },
    course: { title: { zh: '急性或慢性', en: 'Course' }, values: courses },
    diagnosedAt: { title: { zh: '诊断时间', en: 'Diagnosed at' } },
    diedOn: { title: { zh: '死亡日期', en: 'Died on' } },
    group: { title: { zh: '人群分类', en: 'Population group' }, values: groups },
    workplace: { title: { zh: '工作单位（学校）', en: 'Workplace or school' } },
    schoolClass: { title: { zh: '班级', en: 'School class' } },
    guardian: { title: { zh: '家长姓名', en: 'Parent' }, masked: 'name' },
    address: { title: { zh: '现住详细地址', en: 'Present address' }, masked: 'address' },
    origin: { title: { zh: '病人属于', en: 'Patient belongs to' }, values: origins },
    doctor: { title: { zh: '填卡医生', en: 'Doctor' } },
    reportedAt: { title: { zh: '报告时间', en: 'Reported at' } },
    reportDueAt: { title: { zh: '报告时限', en: 'To be reported by' } },
    reviewDueAt: { title: { zh: '审核时限', en: 'To be reviewed by' } },
    reviewedAt: { title: { zh: '审核时间', en: 'Reviewed at' } },
    reviewedOn: { title: { zh: '审核日期', en: 'Reviewed on' } },
    reportedInTime: { title: { zh: '及时报告', en: 'Reported in time' } },
    reviewedInTime: { title: { zh: '及时审核', en: 'Reviewed in time' } },
    complete: { title: { zh: '填写完整', en: 'Complete' } },
    counted: { title: { zh: '计入发病数', en: 'Counted as a case' } },
    formerDisease: { title: { zh: '订正前病名', en: 'Disease before correction' }, values: diseaseTitles },
    returnReason: { title: { zh: '退卡原因', en: 'Why sent back' }, values: returnReasons },
    duplicateOf: { title: { zh: '重复于', en: 'Duplicate of' }, refersTo: 'record:communicable-disease.case' },
  },
  filters: ['disease', 'category', 'diseaseClass'],
  list: ['person', 'division', 'disease', 'subtype', 'category', 'happenedOn', 'reportedAt', 'institution', 'state'],
  board: ['communicable-disease.investigation', 'communicable-disease.contact'],
})

export const sexualHealthCard = defineRecord({
  id: 'communicable-disease.sexual-health-card',
  title: { zh: '艾滋病性病附卡', en: 'Attached card, sexually transmitted diseases' },
  description: {
    zh: '艾滋病、性病报告卡的附卡，仅指定岗位可见',
    en: 'Attached to report cards of HIV and sexually transmitted diseases; named roles only',
  },
  table: sexualHealthCards,
  states: { filled: { zh: '已填写', en: 'Filled in' } },
  happenedOn: { zh: '填写日期', en: 'Filled in on' },
  fields: {
    case: caseField,
    marital: { title: { zh: '婚姻状况', en: 'Marital state' }, values: maritalStates },
    route: { title: { zh: '最可能感染途径', en: 'Most likely route of infection' }, values: infectionRoutes },
    sampleSource: { title: { zh: '样本来源', en: 'Source of the sample' }, values: sampleSources },
    contacts: { title: { zh: '非婚性伴数', en: 'Partners' } },
    conclusion: { title: { zh: '实验室检测结论', en: 'Laboratory conclusion' } },
  },
  list: ['case', 'person', 'division', 'route', 'sampleSource', 'happenedOn'],
})

export const diseaseSignal = defineRecord({
  id: 'communicable-disease.signal',
  title: { zh: '预警信号', en: 'Signal' },
  description: {
    zh: '一个早期预警信号，从发出、核实、现场调查到确认事件或排除',
    en: 'A signal of early warning, from raising over verification and investigation to event or dismissal',
  },
  table: diseaseSignals,
  states: {
    raised: { zh: '待核实', en: 'To be verified' },
    verified: { zh: '已核实，待调查', en: 'Verified' },
    investigating: { zh: '现场调查中', en: 'Under investigation' },
    event: { zh: '已确认事件', en: 'Event' },
    dismissed: { zh: '已排除', en: 'Dismissed' },
  },
  happenedOn: { zh: '信号日期', en: 'Raised on' },
  fields: {
    disease: {
      title: { zh: '病名或症状', en: 'Disease or syndrome' },
      values: { ...diseaseTitles, ...syndromeTitles },
    },
    method: { title: { zh: '预警方法', en: 'Method' }, values: signalMethods },
    rule: { title: { zh: '触发规则', en: 'Rule' } },
    level: { title: { zh: '范围', en: 'Level' }, values: levelTitles },
    // A unit goes by its name; of a division the code is kept, which is shown by name.
    place: { title: { zh: '地点或单位', en: 'Place or unit' }, refersTo: 'division' },
    fromOn: { title: { zh: '起始日期', en: 'From' } },
    untilOn: { title: { zh: '截止日期', en: 'Until' } },
    observed: { title: { zh: '实际病例数', en: 'Cases' } },
    expected: { title: { zh: '预期病例数', en: 'Expected' } },
    upper: { title: { zh: '阈值', en: 'Threshold' } },
    raisedAt: { title: { zh: '发出时间', en: 'Raised at' } },
    verifyDueAt: { title: { zh: '核实时限', en: 'To be verified by' } },
    verifiedAt: { title: { zh: '核实时间', en: 'Verified at' } },
    verifyMinutes: { title: { zh: '核实用时', en: 'Time to verification' }, unit: minutes },
    verifiedInTime: { title: { zh: '及时核实', en: 'Verified in time' } },
    investigatedAt: { title: { zh: '调查开始', en: 'Investigation began' } },
    investigateMinutes: { title: { zh: '到场用时', en: 'Time to investigation' }, unit: minutes },
    closedAt: { title: { zh: '办结时间', en: 'Closed at' } },
    grade: { title: { zh: '事件分级', en: 'Grade' }, values: grades },
    gradeSource: { title: { zh: '分级依据', en: 'Source of the grade' } },
    dismissal: { title: { zh: '排除原因', en: 'Why dismissed' }, values: dismissals },
    note: { title: { zh: '情况', en: 'Note' } },
  },
  filters: ['disease', 'method'],
  list: ['disease', 'division', 'level', 'place', 'observed', 'upper', 'method', 'happenedOn', 'verifiedAt', 'state'],
})
