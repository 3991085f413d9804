import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import {
  emergencyDrills as drills,
  emergencyEvents as e,
  emergencyPlans as plans,
  emergencyStocks as stocks,
  eventTasks as given,
} from './tables.ts'

const due = (table: typeof e | typeof drills | typeof plans | typeof stocks | typeof given) =>
  sql`${table.id} as id, ${table.id} as record_id, null::uuid as person, ${table.division} as division, ${table.institution} as institution`

const report = defineTask({
  id: 'emergency.report-due',
  title: { zh: '报出突发事件报告', en: 'Send the report of an event' },
  record: 'emergency.event',
  action: 'emergency.report.send',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${due(e)}, ${e.nextReportDueOn} as due_on from ${e}
    where ${e.county} = ${county} and ${e.nextReportDueOn} is not null and ${e.voidedAt} is null`,
})

const close = defineTask({
  id: 'emergency.close',
  title: { zh: '总结结案', en: 'Close an event' },
  record: 'emergency.event',
  action: 'emergency.event.close',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${due(e)}, left(${e.endedAt}, 10)::date + 14 as due_on from ${e}
    where ${e.county} = ${county} and ${e.state} = 'ended' and ${e.voidedAt} is null`,
})

const handle = defineTask({
  id: 'emergency.task-due',
  title: { zh: '完成处置任务', en: 'Finish a task of a response' },
  record: 'emergency.task',
  action: 'emergency.task.finish',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${due(given)}, ${given.dueOn} as due_on from ${given}
    where ${given.county} = ${county} and ${given.state} in ('given', 'accepted') and ${given.voidedAt} is null`,
})

const expiring = defineTask({
  id: 'emergency.stock-expiring',
  title: { zh: '处置到期或不足的应急物资', en: 'Replace stock that expires or runs short' },
  record: 'emergency.stock',
  action: 'emergency.stock.dispose',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`select ${due(stocks)}, coalesce(${stocks.expiresOn}, ${today}::date) as due_on from ${stocks}
    where ${stocks.county} = ${county} and ${stocks.state} = 'held' and ${stocks.voidedAt} is null
      and (${stocks.expiresOn} <= ${today}::date + 90 or ${stocks.quantity} < ${stocks.least})`,
})

const improve = defineTask({
  id: 'emergency.drill-improvement',
  title: { zh: '完成演练整改', en: 'Improve upon a drill' },
  record: 'emergency.drill',
  action: 'emergency.drill.improve',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${due(drills)}, ${drills.improveDueOn} as due_on from ${drills}
    where ${drills.county} = ${county} and ${drills.state} = 'evaluated' and ${drills.voidedAt} is null`,
})

const revise = defineTask({
  id: 'emergency.plan-review',
  title: { zh: '修订应急预案', en: 'Review a plan' },
  record: 'emergency.plan',
  action: 'emergency.plan.withdraw',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`select ${due(plans)}, ${plans.reviewDueOn} as due_on from ${plans}
    where ${plans.county} = ${county} and ${plans.state} = 'in-force' and ${plans.voidedAt} is null
      and ${plans.reviewDueOn} <= ${today}::date + 60`,
})

export const tasks = [report, handle, close, expiring, improve, revise]
