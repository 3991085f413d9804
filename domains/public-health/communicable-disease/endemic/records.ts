import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { fluorosisSurveys, malariaResponses, snailSurveys } from './tables.ts'

const text = (zh: string, en: string): Text => ({ zh, en })
const area = text('m²', 'm²')
const people = text('人', 'people')
const year = { title: text('年度', 'Year'), plain: true } as const

/** Kinds of malaria foci. Source: GB 26345-2010. */
export const foci = {
  active: text('有传播可能（存在媒介）', 'Transmission possible (vectors present)'),
  inactive: text('无传播可能', 'No transmission possible'),
  confirmed: text('有本地传播', 'Local transmission'),
}

export const malariaResponse = defineRecord({
  id: 'endemic-disease.malaria-response',
  title: text('疟疾疫点处置', 'Malaria focus response'),
  description: text('一例疟疾的疫点调查和处置（1-3-7 的第7天）', 'Response at the focus of a case (day 7 of 1-3-7)'),
  table: malariaResponses,
  states: { done: text('已处置', 'Done') },
  happenedOn: text('处置日期', 'Responded on'),
  fields: {
    case: { title: text('报告卡', 'Report card'), refersTo: 'record:communicable-disease.case' },
    focus: { title: text('疫点类型', 'Kind of focus'), values: foci },
    dueOn: { title: text('处置时限', 'Due on') },
    inTime: { title: text('7天内处置', 'Within 7 days') },
    tested: { title: text('筛查人数', 'Tested'), unit: people },
    positive: { title: text('阳性人数', 'Positive'), unit: people },
    vectors: { title: text('媒介调查', 'Vectors') },
    spraying: { title: text('媒介控制', 'Vector control') },
  },
  list: ['person', 'division', 'focus', 'tested', 'positive', 'happenedOn', 'inTime'],
})

export const snailSurvey = defineRecord({
  id: 'endemic-disease.snail-survey',
  title: text('血吸虫病查螺灭螺', 'Snail survey'),
  description: text('一个村一年的查螺和灭螺', 'Snails surveyed and controlled in a village in a year'),
  table: snailSurveys,
  states: { recorded: text('已登记', 'Recorded') },
  happenedOn: text('查螺日期', 'Surveyed on'),
  fields: {
    year,
    surveyedArea: { title: text('查螺面积', 'Area surveyed'), unit: area },
    snailArea: { title: text('有螺面积', 'Area with snails'), unit: area },
    newSnailArea: { title: text('新发现有螺面积', 'Newly found'), unit: area },
    controlledArea: { title: text('灭螺面积', 'Area controlled'), unit: area },
    snailsExamined: { title: text('解剖螺数', 'Snails examined'), unit: text('只', 'snails') },
    infectedSnails: { title: text('感染性钉螺数', 'Infected snails'), unit: text('只', 'snails') },
    workers: { title: text('查灭螺工日', 'Person-days'), unit: text('人次', 'person-days') },
  },
  list: ['division', 'year', 'surveyedArea', 'snailArea', 'controlledArea', 'infectedSnails', 'workers', 'happenedOn'],
})

export const fluorosisSurvey = defineRecord({
  id: 'endemic-disease.fluorosis-survey',
  title: text('地氟病监测', 'Fluorosis survey'),
  description: text(
    '一个病区村一年的水氟和儿童氟斑牙',
    'Fluoride and dental fluorosis of children in a village in a year',
  ),
  table: fluorosisSurveys,
  states: { recorded: text('已登记', 'Recorded') },
  happenedOn: text('监测日期', 'Surveyed on'),
  fields: {
    year,
    fluoride: { title: text('水氟', 'Fluoride'), unit: text('mg/L', 'mg/L') },
    smallSupply: { title: text('小型集中或分散式供水', 'Small supply') },
    children: { title: text('检查8—12岁儿童', 'Children of 8–12 examined'), unit: people },
    affected: { title: text('氟斑牙人数', 'With dental fluorosis'), unit: people },
    waterWithin: { title: text('水氟合格', 'Within the limit') },
    controlled: { title: text('达到控制标准', 'Under control') },
  },
  list: ['division', 'year', 'fluoride', 'waterWithin', 'children', 'affected', 'controlled', 'happenedOn'],
})
