import { date, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

const yuan = (name: string) => numeric(name, { precision: 10, scale: 2 })

/** Applications for the subsidy. `happenedOn` is the day of applying. */
export const subsidies = recordTable('delivery_subsidy', {
  delivery: uuid('delivery').notNull(),
  deliveredOn: date('delivered_on').notNull(),
  place: text('place').notNull(),
  cost: yuan('cost').notNull(),
  reimbursed: yuan('reimbursed').notNull(),
  amount: yuan('amount').notNull(),
  /** The last digits alone: enough to tell accounts apart. */
  accountEnd: text('account_end'),
  dueOn: date('due_on').notNull(),
  checkedOn: date('checked_on'),
  checkedBy: uuid('checked_by'),
  declineReason: text('decline_reason'),
  paidOn: date('paid_on'),
  receivedBy: text('received_by'),
})
