import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { subsidies as s } from './tables.ts'

const task = (id: string, zh: string, en: string, action: string, state: string) =>
  defineTask({
    id: `delivery-subsidy.${id}`,
    title: { zh, en },
    record: 'delivery-subsidy.subsidy',
    action: `delivery-subsidy.subsidy.${action}`,
    severity: 'routine',
    query: ({ county }) =>
      sql`select ${s.id} as id, ${s.id} as record_id, ${s.person} as person, ${s.division} as division,
        ${s.institution} as institution, ${s.dueOn} as due_on from ${s}
      where ${s.county} = ${county} and ${s.state} = ${state} and ${s.voidedAt} is null`,
  })

/** Work that the delivery subsidy derives. */
export const tasks = [
  task('check-due', '住院分娩补助待审核', 'Subsidy to be checked', 'check', 'applied'),
  task('pay-due', '住院分娩补助待发放', 'Subsidy to be paid', 'pay', 'checked'),
]
