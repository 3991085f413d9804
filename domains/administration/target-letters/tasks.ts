import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { items as i, letters as l } from './tables.ts'

/** Days within which an issued letter is signed, and a reported task checked. LOCAL. */
const SIGN_WITHIN = 15
const CHECK_WITHIN = 10

const of = (table: typeof i | typeof l) =>
  sql`${table.id} as id, ${table.id} as record_id, ${table.person} as person, ${table.division} as division, ${table.institution} as institution`

const signatureDue = defineTask({
  id: 'target-letters.signature-due',
  title: { zh: '责任书待签订', en: 'Letter to be signed' },
  record: 'target-letters.letter',
  action: 'target-letters.letter.sign',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${of(l)}, ${l.issuedOn} + ${SIGN_WITHIN}::int as due_on from ${l} where ${l.county} = ${county} and ${l.state} = 'issued' and ${l.voidedAt} is null`,
})

const taskDue = defineTask({
  id: 'target-letters.task-due',
  title: { zh: '责任书任务待完成', en: 'Task of a letter' },
  record: 'target-letters.item',
  action: 'target-letters.item.report',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${of(i)}, ${i.dueOn} as due_on from ${i} where ${i.county} = ${county} and ${i.kind} = 'task' and ${i.state} = 'in-force' and ${i.voidedAt} is null`,
})

const checkDue = defineTask({
  id: 'target-letters.check-due',
  title: { zh: '任务完成情况待核查', en: 'Task to be checked' },
  record: 'target-letters.item',
  action: 'target-letters.item.check',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${of(i)}, ${i.reportedOn} + ${CHECK_WITHIN}::int as due_on from ${i} where ${i.county} = ${county} and ${i.state} = 'reported' and ${i.voidedAt} is null`,
})

export const tasks = [signatureDue, taskDue, checkDue]
