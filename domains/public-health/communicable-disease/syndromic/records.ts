import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { syndromes } from '../syndromes.ts'
import { syndromeCounts } from './tables.ts'

/** How a day stands against the days before it. */
export const standings = {
  none: { zh: '正常', en: 'As usual' },
  above: { zh: '超出预期', en: 'Above what was expected' },
  'too-short': { zh: '历史太短', en: 'History too short' },
} as const

export const syndromeCount = defineRecord({
  id: 'syndromic.count',
  title: { zh: '症状监测日报', en: 'Daily count of a syndrome' },
  description: {
    zh: '一个发热门诊、腹泻门诊、药店或学校一天的人次或销售数',
    en: 'What a fever clinic, pharmacy or school counted on a day',
  },
  table: syndromeCounts,
  states: { reported: { zh: '已报', en: 'Reported' } },
  happenedOn: { zh: '日期', en: 'Day' },
  fields: {
    syndrome: { title: { zh: '监测内容', en: 'Syndrome' }, values: syndromes },
    unit: { title: { zh: '监测点', en: 'Where' } },
    count: { title: { zh: '人次（件）', en: 'Count' } },
    total: { title: { zh: '总数', en: 'Total' } },
    upper: { title: { zh: '预期上限', en: 'Upper limit' } },
    alarm: { title: { zh: '判断', en: 'Standing' }, values: standings },
  },
  filters: ['syndrome', 'unit', 'alarm'],
  list: ['syndrome', 'unit', 'division', 'happenedOn', 'count', 'total', 'upper', 'alarm'],
})
