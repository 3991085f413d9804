import { sql, type SQL } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { CONFIRM_WITHIN, TELL_WITHIN } from './deadline.ts'
import { matters as m } from './tables.ts'

const task = (
  id: string,
  title: { zh: string; en: string },
  action: string,
  { due, where }: { due: SQL; where: (today: string) => SQL },
) =>
  defineTask({
    id: `section-work.${id}`,
    title,
    record: 'section-work.matter',
    action: `section-work.matter.${action}`,
    severity: 'routine',
    query: ({ county, today }) =>
      sql`select ${m.id} as id, ${m.id} as record_id, ${m.person} as person, ${m.division} as division, ${m.institution} as institution,
        ${due} as due_on from ${m} where ${m.county} = ${county} and ${m.voidedAt} is null and ${where(today)}`,
  })

/** Work that matters derive; leaders see what is overdue. */
export const tasks = [
  task('matter-due', { zh: '交办事项待办结', en: 'Matter to be done' }, 'report', {
    due: sql`${m.dueOn}`,
    where: () => sql`${m.state} = 'open'`,
  }),
  task('confirmation-due', { zh: '办结待确认', en: 'Report to be confirmed' }, 'confirm', {
    due: sql`${m.finishedOn} + ${CONFIRM_WITHIN}::int`,
    where: () => sql`${m.state} = 'reported'`,
  }),
  // A matter that is due already needs no word on its way.
  task('progress-due', { zh: '重点工作进展待报', en: 'Progress to be told' }, 'tell', {
    due: sql`coalesce(${m.notedOn}, ${m.happenedOn}) + ${TELL_WITHIN}::int`,
    where: (today) => sql`${m.state} = 'open' and ${m.origin} = 'key-task' and ${m.dueOn} >= ${today}::date`,
  }),
]
