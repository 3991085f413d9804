import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { scores } from './tables.ts'

const rows = { zh: '条', en: 'rows' }

export const score = defineRecord({
  id: 'data-quality.score',
  title: { zh: '数据质量月评分', en: 'Monthly score of data quality' },
  description: {
    zh: '一个乡镇一项业务当月的数据质量',
    en: 'How a township’s data of one line of business stood in a month',
  },
  table: scores,
  states: { scored: { zh: '已评分', en: 'Scored' } },
  happenedOn: { zh: '月份首日', en: 'First day of the month' },
  fields: {
    lineName: { title: { zh: '业务', en: 'Line of business' } },
    line: { title: { zh: '业务代码', en: 'Code' } },
    month: { title: { zh: '月份', en: 'Month' }, plain: true },
    looked: { title: { zh: '检查记录', en: 'Rows looked at' }, unit: rows },
    errors: { title: { zh: '错误', en: 'Errors' }, unit: rows },
    warnings: { title: { zh: '疑点', en: 'Warnings' }, unit: rows },
    score: { title: { zh: '得分', en: 'Score' }, unit: { zh: '分', en: 'points' } },
  },
  list: ['division', 'lineName', 'month', 'looked', 'errors', 'warnings', 'score'],
  filters: ['month', 'line'],
})
