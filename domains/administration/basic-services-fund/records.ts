import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { allotments, budgets, payments } from './tables.ts'

const yuan = { zh: '元', en: 'yuan' }
const percent = { zh: '%', en: '%' }
const people = { zh: '人', en: 'people' }
const year = { title: { zh: '年度', en: 'Year' }, plain: true } as const
const unitName = { title: { zh: '单位', en: 'Unit' } }

/** How a score becomes money. */
export const methods = {
  bands: { zh: '按分数段', en: 'by bands of scores' },
  proportion: { zh: '按得分比例', en: 'in proportion to the score' },
} as const

export const budget = defineRecord({
  id: 'basic-services-fund.budget',
  title: { zh: '基本公共卫生服务资金', en: 'Basic public health money' },
  description: { zh: '一个年度的资金：预拨、考核、结算', en: 'The money of a year: advance, appraisal, clearing' },
  table: budgets,
  states: {
    planned: { zh: '已测算', en: 'Planned' },
    advanced: { zh: '已预拨', en: 'Advanced' },
    cleared: { zh: '已结算', en: 'Cleared' },
  },
  happenedOn: { zh: '测算日期', en: 'Planned on' },
  fields: {
    year,
    total: { title: { zh: '资金总额', en: 'Total' }, unit: yuan },
    perHead: { title: { zh: '人均标准', en: 'Per resident' }, unit: yuan },
    residents: { title: { zh: '常住人口', en: 'Residents' }, unit: people },
    residentsAt: { title: { zh: '人口截至（月末）', en: 'Residents at the end of' } },
    advanceShare: { title: { zh: '预拨比例', en: 'Paid in advance' }, unit: percent },
    workloadShare: { title: { zh: '按工作量分配的比例', en: 'By workload' }, unit: percent },
    villageShare: { title: { zh: '村卫生室占比', en: 'For village clinics' }, unit: percent },
    method: { title: { zh: '扣减办法', en: 'Deduction' }, values: methods },
    aheadFrom: { title: { zh: '奖励起点分', en: 'Ahead from a score of' } },
    round: { title: { zh: '结算依据的考核', en: 'Appraisal' }, refersTo: 'record:appraisal.round' },
    advancedOn: { title: { zh: '预拨日期', en: 'Advanced on' } },
    clearedOn: { title: { zh: '结算日期', en: 'Cleared on' } },
  },
  list: ['year', 'perHead', 'residents', 'total', 'advanceShare', 'advancedOn', 'clearedOn', 'state'],
})

export const allotment = defineRecord({
  id: 'basic-services-fund.allotment',
  title: { zh: '资金分配', en: 'Allotment' },
  description: { zh: '一个单位一个年度的资金及其计算依据', en: 'What a unit gets of a year’s money, and why' },
  table: allotments,
  states: { advanced: { zh: '已预拨', en: 'Advanced' }, cleared: { zh: '已结算', en: 'Cleared' } },
  happenedOn: { zh: '预拨日期', en: 'Advanced on' },
  fields: {
    year,
    unitName,
    budget: { title: { zh: '资金', en: 'Money of the year' }, refersTo: 'record:basic-services-fund.budget' },
    residents: { title: { zh: '常住人口', en: 'Residents' }, unit: people },
    workload: { title: { zh: '标化工作量', en: 'Standardised workload' } },
    byResidents: { title: { zh: '按人口应得', en: 'By residents' }, unit: yuan },
    byWorkload: { title: { zh: '按工作量应得', en: 'By workload' }, unit: yuan },
    entitled: { title: { zh: '应得资金', en: 'Entitled' }, unit: yuan },
    score: { title: { zh: '考核得分', en: 'Score' }, unit: { zh: '分', en: 'points' } },
    kept: { title: { zh: '拨付比例', en: 'Kept' }, unit: percent },
    cut: { title: { zh: '扣减', en: 'Cut' }, unit: yuan },
    reward: { title: { zh: '奖励', en: 'Reward' }, unit: yuan },
    final: { title: { zh: '结算资金', en: 'Final amount' }, unit: yuan },
    forVillages: { title: { zh: '其中村卫生室', en: 'Of it for village clinics' }, unit: yuan },
    advance: { title: { zh: '已预拨', en: 'Advanced' }, unit: yuan },
    clearing: { title: { zh: '应补拨（负数为收回）', en: 'To be paid (negative: returned)' }, unit: yuan },
  },
  list: ['unitName', 'year', 'entitled', 'score', 'cut', 'reward', 'final', 'advance', 'clearing', 'state'],
})

export const paymentKinds = {
  advance: { zh: '预拨', en: 'Advance' },
  clearing: { zh: '结算', en: 'Clearing' },
} as const

export const payment = defineRecord({
  id: 'basic-services-fund.payment',
  title: { zh: '资金拨付', en: 'Payment' },
  description: { zh: '一笔应拨（或收回）的资金及凭证', en: 'An amount to be paid or returned, with its voucher' },
  table: payments,
  states: { due: { zh: '待拨付', en: 'Due' }, paid: { zh: '已拨付', en: 'Paid' } },
  happenedOn: { zh: '核定日期', en: 'Fixed on' },
  fields: {
    allotment: { title: { zh: '资金分配', en: 'Allotment' }, refersTo: 'record:basic-services-fund.allotment' },
    unitName,
    year,
    kind: { title: { zh: '性质', en: 'Kind' }, values: paymentKinds },
    amount: { title: { zh: '金额', en: 'Amount' }, unit: yuan },
    dueOn: { title: { zh: '拨付期限', en: 'Due on' } },
    voucher: { title: { zh: '凭证号', en: 'Voucher' } },
    paidOn: { title: { zh: '拨付日期', en: 'Paid on' } },
  },
  list: ['unitName', 'year', 'kind', 'amount', 'dueOn', 'voucher', 'paidOn', 'state'],
})
