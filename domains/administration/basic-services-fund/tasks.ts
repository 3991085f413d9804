import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { budgets as b, payments as p } from './tables.ts'

/** Money that was fixed has not been paid. */
const paymentDue = defineTask({
  id: 'basic-services-fund.payment-due',
  title: { zh: '资金待拨付', en: 'Money to be paid' },
  record: 'basic-services-fund.payment',
  action: 'basic-services-fund.payment.pay',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${p.id} as id, ${p.id} as record_id, ${p.person} as person, ${p.division} as division, ${p.institution} as institution,
    ${p.dueOn} as due_on from ${p} where ${p.county} = ${county} and ${p.state} = 'due' and ${p.voidedAt} is null`,
})

/** A year is over and its money has not been cleared: by the end of April of the next. LOCAL. */
const clearingDue = defineTask({
  id: 'basic-services-fund.clearing-due',
  title: { zh: '基本公卫资金待结算', en: 'Money of a year to be cleared' },
  record: 'basic-services-fund.budget',
  action: 'basic-services-fund.budget.clear',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${b.id} as id, ${b.id} as record_id, ${b.person} as person, ${b.division} as division, ${b.institution} as institution,
    make_date(${b.year} + 1, 4, 30) as due_on from ${b} where ${b.county} = ${county} and ${b.state} = 'advanced' and ${b.voidedAt} is null`,
})

export const tasks = [paymentDue, clearingDue]
