import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { death } from '../../population/resident/index.ts'
import { reportDays } from './limits.ts'
import { certificates as c } from './tables.ts'

const d = death.table
/** Deaths of longer ago are no work of every day any more; the under-reporting survey finds them. */
const LOOK_BACK = 730

const withoutCertificate = defineTask({
  id: 'cause-of-death.without-certificate',
  title: { zh: '死亡待报死因', en: 'Death without certificate' },
  record: 'resident.death',
  action: 'cause-of-death.certificate.report',
  severity: 'statutory',
  query: ({ county, today }) =>
    sql`select ${d.id} as id, ${d.id} as record_id, ${d.person} as person, ${d.division} as division,
      ${d.institution} as institution, ${d.happenedOn} + ${reportDays(today)}::int as due_on from ${d}
    where ${d.county} = ${county} and ${d.voidedAt} is null and ${d.happenedOn} > ${addDays(today, -LOOK_BACK)}::date
      and not exists (select 1 from ${c} where ${c.county} = ${d.county} and ${c.person} = ${d.person} and ${c.voidedAt} is null)`,
})

/** A certificate in a state that asks for work. */
const work = (id: string, zh: string, en: string, state: string, action: string) =>
  defineTask({
    id: `cause-of-death.${id}`,
    title: { zh, en },
    record: 'cause-of-death.certificate',
    action: `cause-of-death.certificate.${action}`,
    severity: 'routine',
    query: ({ county }) =>
      sql`select ${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division,
        ${c.institution} as institution, ${c.workDueOn} as due_on from ${c}
      where ${c.county} = ${county} and ${c.state} = ${state} and ${c.voidedAt} is null`,
  })

/** Work that causes of death derive. */
export const tasks = [
  withoutCertificate,
  work('to-code', '死因待编码', 'Certificate to be coded', 'to-code', 'code'),
  work('to-review', '死亡证明书待审核', 'Certificate to be reviewed', 'coded', 'review'),
  work('to-amend', '退回的死亡证明书待订正', 'Certificate to be amended', 'returned', 'amend'),
]
