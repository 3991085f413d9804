import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { returns as r } from './tables.ts'

/** Days within which the county reviews what was submitted. LOCAL. */
const REVIEW_WITHIN = 10

const task = (id: string, zh: string, en: string, action: string, states: readonly string[]) =>
  defineTask({
    id: `mch-surveillance.${id}`,
    title: { zh, en },
    record: 'mch-surveillance.return',
    action: `mch-surveillance.return.${action}`,
    severity: 'statutory',
    query: ({ county }) =>
      sql`select ${r.id} as id, ${r.id} as record_id, ${r.person} as person, ${r.division} as division, ${r.institution} as institution,
        coalesce(${r.submittedOn} + ${REVIEW_WITHIN}::int, ${r.dueOn}) as due_on from ${r}
      where ${r.county} = ${county} and ${r.voidedAt} is null and ${r.state} in (${sql.join(
        states.map((state) => sql`${state}`),
        sql`, `,
      )})`,
  })

/** Work that the returns derive. */
export const tasks = [
  task('submit-due', '妇幼监测季报待上报', 'Return to be submitted', 'compile', ['draft', 'returned']),
  task('review-due', '妇幼监测季报待审核', 'Return to be reviewed', 'review', ['submitted']),
]
