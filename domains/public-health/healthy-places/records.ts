import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { checkKinds, kinds, levels } from './codes.ts'
import * as tables from './tables.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })
const points = (zh: string, en: string) => ({ ...title(zh, en), unit: { zh: '分', en: 'points' } })
const ofStandard = { ...title('标准', 'Standard'), refersTo: 'record:healthy-places.standard' } as const
const ofApplication = { ...title('创建对象', 'Applicant'), refersTo: 'record:healthy-places.application' } as const
const what = {
  kind: { ...title('类别', 'Kind'), values: kinds },
  level: { ...title('级别', 'Level'), values: levels },
}

export const standard = defineRecord({
  id: 'healthy-places.standard',
  title: { zh: '创建标准', en: 'Standard' },
  description: {
    zh: '一类创建的评分标准和达标条件；印发后不再修改，调整须起草新的年度版本',
    en: 'What a kind of campaign is judged by; once issued it changes by a new edition only',
  },
  table: tables.standards,
  states: {
    draft: { zh: '起草', en: 'Draft' },
    issued: { zh: '已印发', en: 'Issued' },
    retired: { zh: '已废止', en: 'Retired' },
  },
  happenedOn: { zh: '起草日期', en: 'Drafted on' },
  fields: {
    name: title('名称', 'Name'),
    ...what,
    year: { ...title('年度', 'Year'), plain: true },
    passFrom: points('达标分', 'Passed from'),
    validYears: { ...title('复审周期', 'Checked again after'), unit: { zh: '年', en: 'years' } },
    requires: { ...title('须先命名为', 'Named before as'), values: levels },
    source: title('依据', 'Source'),
    issuedOn: title('印发日期', 'Issued on'),
  },
  list: ['name', 'kind', 'level', 'year', 'passFrom', 'validYears', 'issuedOn', 'state'],
  filters: ['kind', 'level'],
  board: ['healthy-places.standard-item', 'healthy-places.application'],
})

export const standardItem = defineRecord({
  id: 'healthy-places.standard-item',
  title: { zh: '标准条目', en: 'Item of a standard' },
  description: { zh: '标准中的一条要求和分值', en: 'A requirement of a standard and its points' },
  table: tables.standardItems,
  states: { listed: { zh: '列入', en: 'Listed' } },
  happenedOn: { zh: '列入日期', en: 'Listed on' },
  fields: {
    standard: ofStandard,
    code: { ...title('编号', 'No.'), plain: true },
    part: title('部分', 'Part'),
    requirement: title('要求', 'Requirement'),
    points: points('分值', 'Points'),
    decisive: title('否决项', 'Decisive'),
  },
  list: ['code', 'part', 'requirement', 'points', 'decisive'],
})

export const application = defineRecord({
  id: 'healthy-places.application',
  title: { zh: '卫生和健康创建', en: 'Campaign' },
  description: {
    zh: '一个乡镇、村、单位或家庭的创建：申报、自查、县级评估、命名、复审',
    en: 'A township, village, unit or household on its way: application, self-check, assessment, naming, re-check',
  },
  table: tables.applications,
  states: {
    applied: { zh: '创建中（待自查）', en: 'Applied' },
    'self-checked': { zh: '自查达标（待评估）', en: 'Self-check passed' },
    mending: { zh: '待整改', en: 'To mend' },
    recommended: { zh: '评估通过（待命名）', en: 'Recommended' },
    named: { zh: '已命名', en: 'Named' },
    suspended: { zh: '复审未过（限期整改）', en: 'Re-check failed' },
    revoked: { zh: '撤销命名', en: 'Revoked' },
    ended: { zh: '终止', en: 'Ended' },
  },
  happenedOn: { zh: '申报日期', en: 'Applied on' },
  photos: true,
  fields: {
    name: title('创建对象', 'Applicant'),
    ...what,
    standard: ofStandard,
    responsible: title('责任人', 'Responsible'),
    selfCheckedOn: title('自查达标日期', 'Self-check passed on'),
    score: points('最近得分', 'Last score'),
    mendBy: title('整改期限', 'Mend by'),
    namedOn: title('命名日期', 'Named on'),
    number: title('命名文号', 'Number'),
    recheckDueOn: title('应复审日期', 'Re-check due'),
    endedOn: title('终止（撤销）日期', 'Ended on'),
    reason: title('理由', 'Reason'),
  },
  list: ['name', 'kind', 'level', 'division', 'score', 'namedOn', 'recheckDueOn', 'state'],
  filters: ['kind', 'level', 'standard'],
  board: ['healthy-places.check', 'healthy-places.shortfall'],
})

export const check = defineRecord({
  id: 'healthy-places.check',
  title: { zh: '创建检查', en: 'Check' },
  description: { zh: '按标准对创建对象的一次评分', en: 'A score of an applicant by its standard' },
  table: tables.checks,
  states: { recorded: { zh: '已评分', en: 'Scored' } },
  happenedOn: { zh: '检查日期', en: 'Checked on' },
  photos: true,
  fields: {
    application: ofApplication,
    name: title('创建对象', 'Applicant'),
    kind: { ...title('检查类别', 'Kind'), values: checkKinds },
    score: points('得分', 'Score'),
    passed: title('达标', 'Passed'),
    decisive: title('否决项失分', 'Decisive items missed'),
    inspectors: title('检查人', 'Inspectors'),
    conclusion: title('结论', 'Conclusion'),
  },
  list: ['name', 'kind', 'happenedOn', 'score', 'passed', 'decisive', 'inspectors'],
  filters: ['kind', 'application'],
  board: ['healthy-places.shortfall'],
})

export const shortfall = defineRecord({
  id: 'healthy-places.shortfall',
  title: { zh: '失分和整改项', en: 'Points lost' },
  description: { zh: '检查中的一处失分，未达标时逐项整改', en: 'Points lost at a check, to be mended where it failed' },
  table: tables.shortfalls,
  states: {
    noted: { zh: '已记录', en: 'Noted' },
    'to-mend': { zh: '待整改', en: 'To mend' },
    mended: { zh: '已整改', en: 'Mended' },
  },
  happenedOn: { zh: '检查日期', en: 'Found on' },
  photos: true,
  fields: {
    application: ofApplication,
    check: { ...title('检查', 'Check'), refersTo: 'record:healthy-places.check' },
    name: title('创建对象', 'Applicant'),
    code: { ...title('编号', 'No.'), plain: true },
    requirement: title('要求', 'Requirement'),
    points: points('失分', 'Lost'),
    why: title('问题', 'Why'),
    mendBy: title('整改期限', 'Mend by'),
    measures: title('整改情况', 'What was done'),
    mendedOn: title('整改日期', 'Mended on'),
  },
  list: ['code', 'name', 'why', 'points', 'mendBy', 'measures', 'state'],
  filters: ['application', 'check'],
})
