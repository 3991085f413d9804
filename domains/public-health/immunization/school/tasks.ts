import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** Days after the check until which notice is given, and until which the doses are to be caught up: rules of the county. */
const NOTICE = 7
const CATCH_UP = 90

const days = (count: number) => sql.raw(String(count))

/** Children of school-entry checks: first the notice, then the doses. */
const toCatchUp = defineTask({
  id: 'immunization.school-catch-up',
  title: { zh: '入托入学查验补种', en: 'Catch up after the school-entry check' },
  record: 'immunization.school-child',
  action: 'immunization.school-child.notify',
  severity: 'routine',
  query: ({ county }) => sql`select id, id as record_id, person, division, institution,
      happened_on + case when notified_on is null then ${days(NOTICE)} else ${days(CATCH_UP)} end as due_on
    from immunization_school_child where county = ${county} and state in ('owing', 'unknown') and voided_at is null`,
})

/** Work that school-entry checks derive. */
export const schoolTasks = [toCatchUp]
