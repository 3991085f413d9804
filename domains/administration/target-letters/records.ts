import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { changes, items, letters } from './tables.ts'

/** Who undertakes a letter towards whom. */
export const levels = {
  county: { zh: '县（对上级）', en: 'The county' },
  township: { zh: '乡镇（街道）', en: 'A township' },
  village: { zh: '村（社区）', en: 'A village' },
  institution: { zh: '医疗卫生机构', en: 'An institution' },
  section: { zh: '局机关股室', en: 'A bureau section' },
} as const
export type Level = keyof typeof levels

/** How a year's value is laid over its months. */
export const methods = {
  even: { zh: '按月平均', en: 'evenly' },
  seasonal: { zh: '按上年各月进度', en: 'by the seasons of last year' },
  'by-hand': { zh: '逐月填写', en: 'by hand' },
} as const
export type Method = keyof typeof methods

export const itemKinds = { indicator: { zh: '指标', en: 'Indicator' }, task: { zh: '任务', en: 'Task' } } as const

const letterField = { title: { zh: '责任书', en: 'Letter' }, refersTo: 'record:target-letters.letter' } as const
const partyName = { title: { zh: '责任单位', en: 'Party' } }

export const letter = defineRecord({
  id: 'target-letters.letter',
  title: { zh: '目标责任书', en: 'Target letter' },
  description: {
    zh: '一个单位一个年度承担的目标和任务，签订后只能说明理由调整',
    en: 'What a unit undertakes for a year; once signed it changes with a reason only',
  },
  table: letters,
  states: {
    draft: { zh: '起草', en: 'Draft' },
    issued: { zh: '已下达', en: 'Issued' },
    signed: { zh: '已签订', en: 'Signed' },
    ended: { zh: '已终止', en: 'Ended' },
  },
  happenedOn: { zh: '起草日期', en: 'Drafted on' },
  fields: {
    partyName,
    year: { title: { zh: '年度', en: 'Year' }, plain: true },
    level: { title: { zh: '层级', en: 'Level' }, values: levels },
    responsible: { title: { zh: '责任人', en: 'Responsible' } },
    issuedOn: { title: { zh: '下达日期', en: 'Issued on' } },
    signedOn: { title: { zh: '签订日期', en: 'Signed on' } },
    signedBy: { title: { zh: '签订人', en: 'Signed by' }, refersTo: 'account' },
  },
  list: ['partyName', 'year', 'level', 'responsible', 'issuedOn', 'signedOn', 'state'],
})

export const item = defineRecord({
  id: 'target-letters.item',
  title: { zh: '责任书项目', en: 'Item of a letter' },
  description: { zh: '责任书中的一项指标或任务', en: 'An indicator or a task of a target letter' },
  table: items,
  states: {
    draft: { zh: '起草', en: 'Draft' },
    'in-force': { zh: '执行中', en: 'In force' },
    reported: { zh: '已报完成', en: 'Reported done' },
    done: { zh: '完成', en: 'Done' },
    failed: { zh: '未完成', en: 'Not done' },
  },
  happenedOn: { zh: '列入日期', en: 'Entered on' },
  fields: {
    letter: letterField,
    partyName,
    year: { title: { zh: '年度', en: 'Year' }, plain: true },
    number: { title: { zh: '序号', en: 'No.' }, plain: true },
    kind: { title: { zh: '性质', en: 'Kind' }, values: itemKinds },
    title: { title: { zh: '内容', en: 'What' } },
    value: { title: { zh: '年度目标', en: 'Value of the year' } },
    method: { title: { zh: '按月分解', en: 'Months' }, values: methods },
    dueOn: { title: { zh: '完成时限', en: 'Due on' } },
    evidence: { title: { zh: '完成情况和佐证', en: 'Evidence' } },
    reportedOn: { title: { zh: '报告日期', en: 'Reported on' } },
    checkedOn: { title: { zh: '核查日期', en: 'Checked on' } },
    opinion: { title: { zh: '核查意见', en: 'Opinion' } },
  },
  list: ['partyName', 'number', 'title', 'kind', 'value', 'dueOn', 'state'],
})

export const change = defineRecord({
  id: 'target-letters.change',
  title: { zh: '责任书调整', en: 'Change of a letter' },
  description: { zh: '已签订项目的一次调整及理由', en: 'A change of a signed item, with its reason' },
  table: changes,
  states: { made: { zh: '已调整', en: 'Made' } },
  happenedOn: { zh: '调整日期', en: 'Changed on' },
  fields: {
    item: { title: { zh: '项目', en: 'Item' }, refersTo: 'record:target-letters.item' },
    partyName,
    title: { title: { zh: '内容', en: 'What' } },
    before: { title: { zh: '原目标', en: 'Before' } },
    after: { title: { zh: '调整为', en: 'After' } },
    reason: { title: { zh: '理由', en: 'Reason' } },
  },
  list: ['partyName', 'title', 'before', 'after', 'reason', 'happenedOn'],
})
