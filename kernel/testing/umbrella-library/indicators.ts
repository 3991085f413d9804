import { sql } from 'drizzle-orm'
import { quantity, ratio } from '../../indicator/indicator.ts'
import { cohort, flow, stock } from '../../indicator/measure.ts'
import { loan } from './actions.ts'
import { loans } from './tables.ts'

const lent = flow(loan, {
  id: 'umbrella.lent',
  title: { zh: '借出', en: 'Lent' },
  when: loans.happenedOn,
  place: 'institution',
})
const deposits = flow(loan, {
  id: 'umbrella.deposits',
  title: { zh: '押金', en: 'Deposits' },
  when: loans.happenedOn,
  count: { sum: loans.deposit },
})
const borrowers = flow(loan, {
  id: 'umbrella.borrowers',
  title: { zh: '借用人', en: 'Borrowers' },
  when: loans.happenedOn,
  count: 'persons',
})
const out = stock(loan, {
  id: 'umbrella.out',
  title: { zh: '期末在借', en: 'Out' },
  from: loans.happenedOn,
  to: loans.returnedOn,
})
const overdue = stock(loan, {
  id: 'umbrella.overdue',
  title: { zh: '期末逾期', en: 'Overdue' },
  from: sql`${loans.dueOn} + 1`,
  to: loans.returnedOn,
})
const holders = stock(loan, {
  id: 'umbrella.holders',
  title: { zh: '期末持伞人', en: 'Holders' },
  from: loans.happenedOn,
  to: loans.returnedOn,
  count: 'persons',
})
const frequent = cohort(loan, {
  id: 'umbrella.frequent',
  title: { zh: '借伞两次以上的人', en: 'Frequent borrowers' },
  when: loans.happenedOn,
  having: sql`count(*) >= 2`,
})

const common = { basis: { zh: '借伞点', en: 'Lending points' }, source: 'House rules of the umbrella library, § 4' }

export const loansMade = quantity(lent, {
  ...common,
  id: 'umbrella.loans',
  title: { zh: '借出把次', en: 'Loans' },
  unit: '把次',
  better: 'higher',
  headline: true,
})
export const depositSum = quantity(deposits, {
  ...common,
  id: 'umbrella.deposit-sum',
  title: { zh: '押金总额', en: 'Deposits' },
  unit: '分',
})
export const holderCount = quantity(holders, {
  ...common,
  id: 'umbrella.holder-count',
  title: { zh: '持伞人数', en: 'Holders' },
  unit: '人',
})
export const overdueRate = ratio(overdue, out, {
  ...common,
  id: 'umbrella.overdue-rate',
  title: { zh: '逾期率', en: 'Overdue rate' },
  unit: '%',
  decimals: 1,
  better: 'lower',
})
export const frequentShare = ratio(frequent, borrowers, {
  ...common,
  id: 'umbrella.frequent-share',
  title: { zh: '常借者占比', en: 'Share of frequent borrowers' },
  unit: '%',
})
