import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { birth, livesHere } from '../../population/resident/index.ts'
import { programmes } from './programmes.ts'
import { courses as c } from './tables.ts'

/** Recalls are shown so many days before the last day. */
const AHEAD = 30
const [, SPOT_IN_TIME, SPOT_AT_ALL] = programmes.metabolic.days
const b = birth.table

const task = (id: string, zh: string, en: string, action: string, severity: 'statutory' | 'routine', state: string) =>
  defineTask({
    id: `screening.${id}`,
    title: { zh, en },
    record: 'screening.course',
    action: `screening.course.${action}`,
    severity,
    query: ({ county, today }) =>
      sql`select ${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division,
        ${c.institution} as institution, ${c.dueOn} as due_on from ${c}
      where ${c.county} = ${county} and ${c.voidedAt} is null and ${c.state} = ${state} and ${c.dueOn} <= ${addDays(today, AHEAD)}::date
        and ${livesHere(sql`${c.county}`, sql`${c.person}`, today)}`,
  })

const unscreened = (today: string): SQL =>
  sql`${b.happenedOn} > ${addDays(today, -SPOT_AT_ALL)}::date and not exists (select 1 from ${c} where ${c.county} = ${b.county}
    and ${c.person} = ${b.person} and ${c.programme} = 'metabolic' and ${c.voidedAt} is null)`

/** A newborn whose blood can still be taken. */
const newbornDue = defineTask({
  id: 'screening.newborn-due',
  title: { zh: '新生儿疾病筛查采血', en: 'Newborn blood spot' },
  record: 'resident.birth',
  action: 'screening.course.screen',
  severity: 'statutory',
  query: ({ county, today }) =>
    sql`select ${b.id} as id, ${b.id} as record_id, ${b.person} as person, ${b.division} as division,
      ${b.institution} as institution, ${b.happenedOn} + ${SPOT_IN_TIME}::int as due_on from ${b}
    where ${b.county} = ${county} and ${b.voidedAt} is null and ${unscreened(today)} and ${livesHere(sql`${b.county}`, sql`${b.person}`, today)}`,
})

/** Work that screening derives, until each course is closed. */
export const tasks = [
  newbornDue,
  task('recall-due', '筛查异常待召回', 'Screening: recall', 'record-result', 'statutory', 'recall'),
  task('treatment-due', '筛查确诊待治疗', 'Screening: treatment', 'treat', 'statutory', 'confirmed'),
]
