import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { returns as r } from './tables.ts'

const row = sql`${r.id} as id, ${r.id} as record_id, ${r.person} as person, ${r.division} as division, ${r.institution} as institution`

const sendDue = defineTask({
  id: 'statistical-returns.send-due',
  title: { zh: '报表待报送', en: 'Return to be sent' },
  record: 'statistical-returns.return',
  action: 'statistical-returns.return.submit',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${row}, ${r.dueOn} as due_on from ${r} where ${r.county} = ${county} and ${r.state} in ('open', 'returned') and ${r.voidedAt} is null`,
})

/** Days in which the county looks at what was sent. LOCAL. */
const REVIEW_WITHIN = 5

const reviewDue = defineTask({
  id: 'statistical-returns.review-due',
  title: { zh: '报表待审核', en: 'Return to be reviewed' },
  record: 'statistical-returns.return',
  action: 'statistical-returns.return.review',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${row}, ${r.sentOn} + ${sql.raw(String(REVIEW_WITHIN))} as due_on from ${r}
      where ${r.county} = ${county} and ${r.state} = 'submitted' and ${r.voidedAt} is null`,
})

const approveDue = defineTask({
  id: 'statistical-returns.approve-due',
  title: { zh: '报表待批准', en: 'Return to be approved' },
  record: 'statistical-returns.return',
  action: 'statistical-returns.return.approve',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${row}, ${r.reviewedOn} + ${sql.raw(String(REVIEW_WITHIN))} as due_on from ${r}
      where ${r.county} = ${county} and ${r.state} = 'reviewed' and ${r.voidedAt} is null`,
})

export const tasks = [sendDue, reviewDue, approveDue]
