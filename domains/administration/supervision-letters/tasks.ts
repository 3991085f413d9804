import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { letters as s } from './tables.ts'

const row = sql`${s.id} as id, ${s.id} as record_id, ${s.person} as person, ${s.division} as division, ${s.institution} as institution`

const answerDue = defineTask({
  id: 'supervision-letters.answer-due',
  title: { zh: '督办待答复', en: 'Letter to be answered' },
  record: 'supervision-letters.letter',
  action: 'supervision-letters.letter.answer',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${row}, ${s.answerBy} as due_on from ${s} where ${s.county} = ${county} and ${s.state} = 'issued' and ${s.voidedAt} is null`,
})

const recheckDue = defineTask({
  id: 'supervision-letters.recheck-due',
  title: { zh: '督办待复查', en: 'Letter to be re-checked' },
  record: 'supervision-letters.letter',
  action: 'supervision-letters.letter.close',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${row}, ${s.recheckBy} as due_on from ${s} where ${s.county} = ${county} and ${s.state} = 'answered' and ${s.voidedAt} is null`,
})

export const tasks = [answerDue, recheckDue]
