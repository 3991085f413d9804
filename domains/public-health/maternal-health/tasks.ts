import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { livesHere } from '../../population/resident/index.ts'
import { newborns as n, pregnancies as p, reviewedDeaths as x, specialCases as s } from './tables.ts'

/** Work is shown so many days before it is due (early warning). */
const AHEAD = 60
/** Days after birth at which a special case is closed, and within which that is done (local). */
const [CLOSE_AFTER, CLOSE_WITHIN] = [42, 14]
/** Days after birth within which a newborn is handed over to child health (local). */
const HAND_OVER_WITHIN = 7

type Table = typeof p | typeof s | typeof n | typeof x
const columns = (table: Table, dueOn: SQL) =>
  sql`${table.id} as id, ${table.id} as record_id, ${table.person} as person, ${table.division} as division, ${table.institution} as institution, ${dueOn} as due_on`

/** A step of a pregnancy that is due: which steps, the action that fulfils them, and how grave a delay is. */
const stepDue = (
  id: string,
  title: { zh: string; en: string },
  action: string,
  severity: 'statutory' | 'routine',
  steps: SQL,
) =>
  defineTask({
    id: `maternal-health.${id}`,
    title,
    record: 'maternal-health.pregnancy',
    action,
    severity,
    query: ({ county, today }) => sql`select ${columns(p, sql`${p.dueOn}`)} from ${p}
      where ${p.county} = ${county} and ${p.state} <> 'closed' and ${p.voidedAt} is null and ${p.nextStep} ${steps}
        and ${p.dueOn} <= ${addDays(today, AHEAD)}::date and ${livesHere(sql`${p.county}`, sql`${p.person}`, today)}`,
  })

const visitDue = stepDue(
  'visit-due',
  { zh: '产前检查', en: 'Antenatal visit' },
  'maternal-health.antenatal-visit.record',
  'routine',
  sql`not in ('delivery', 'postpartum-visit', 'day-42')`,
)
const deliveryDue = stepDue(
  'delivery-due',
  { zh: '分娩待登记', en: 'Delivery to be recorded' },
  'maternal-health.delivery.record',
  'routine',
  sql`= 'delivery'`,
)
const postpartumDue = stepDue(
  'postpartum-due',
  { zh: '产后访视', en: 'Postpartum visit' },
  'maternal-health.postpartum-visit.record',
  'statutory',
  sql`= 'postpartum-visit'`,
)
const checkDue = stepDue(
  'check-due',
  { zh: '产后42天检查', en: '42-day check' },
  'maternal-health.postpartum-visit.record',
  'routine',
  sql`= 'day-42'`,
)

const openCase = (county: string) => sql`${s.county} = ${county} and ${s.state} <> 'closed' and ${s.voidedAt} is null`

const reportDue = defineTask({
  id: 'maternal-health.case-report-due',
  title: { zh: '高危孕产妇待报告', en: 'Special case to be reported' },
  record: 'maternal-health.special-case',
  action: 'maternal-health.special-case.report',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${columns(s, sql`${s.reportDueOn}`)} from ${s} where ${openCase(county)} and ${s.reportedOn} is null`,
})
const handOverDue = defineTask({
  id: 'maternal-health.case-receive-due',
  title: { zh: '转诊高危孕产妇待接诊', en: 'Referred special case to be received' },
  record: 'maternal-health.special-case',
  action: 'maternal-health.special-case.receive',
  severity: 'statutory',
  query: ({ county }) => sql`select ${columns(s, sql`${s.referredOn} + 1`)} from ${s}
    where ${s.county} = ${county} and ${s.state} = 'referred' and ${s.voidedAt} is null`,
})
const caseDue = defineTask({
  id: 'maternal-health.case-due',
  title: { zh: '高危孕产妇专案随访', en: 'Special case: follow-up' },
  record: 'maternal-health.special-case',
  action: 'maternal-health.special-case.follow-up',
  severity: 'statutory',
  query: ({ county, today }) => sql`select ${columns(s, sql`${s.dueOn}`)} from ${s}
    join ${p} on ${p.county} = ${s.county} and ${p.id} = ${s.pregnancy} and ${p.state} <> 'closed'
      and (${p.deliveredOn} is null or ${p.deliveredOn} + ${CLOSE_AFTER}::int > ${today}::date)
    where ${openCase(county)}`,
})
const caseToClose = defineTask({
  id: 'maternal-health.case-to-close',
  title: { zh: '高危专案待结案', en: 'Special case to be closed' },
  record: 'maternal-health.special-case',
  action: 'maternal-health.special-case.close',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select ${columns(s, sql`coalesce(${p.deliveredOn} + ${CLOSE_AFTER}::int, ${p.endedOn}) + ${CLOSE_WITHIN}::int`)} from ${s}
    join ${p} on ${p.county} = ${s.county} and ${p.id} = ${s.pregnancy}
      and (${p.state} = 'closed' or ${p.deliveredOn} + ${CLOSE_AFTER}::int <= ${today}::date)
    where ${openCase(county)}`,
})

/** The norm's services are over, or the woman died or left. */
const toClose = defineTask({
  id: 'maternal-health.to-close',
  title: { zh: '孕产妇待结案', en: 'Pregnancy to be closed' },
  record: 'maternal-health.pregnancy',
  action: 'maternal-health.pregnancy.end',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns(p, sql`coalesce(${p.checkedOn}, ${today}::date) + 30`)} from ${p}
    where ${p.county} = ${county} and ${p.state} <> 'closed' and ${p.voidedAt} is null
      and (${p.checkedOn} is not null or not ${livesHere(sql`${county}`, sql`${p.person}`, today)})`,
})

const newbornDue = defineTask({
  id: 'maternal-health.newborn-due',
  title: { zh: '新生儿待交接', en: 'Newborn to be handed over' },
  record: 'maternal-health.newborn',
  action: 'maternal-health.newborn.hand-over',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns(n, sql`${n.happenedOn} + ${HAND_OVER_WITHIN}::int`)} from ${n}
    where ${n.county} = ${county} and ${n.state} = 'born' and ${n.voidedAt} is null and ${n.happenedOn} > ${addDays(today, -365)}::date`,
})

const reviewDue = defineTask({
  id: 'maternal-health.review-due',
  title: { zh: '死亡待评审', en: 'Death to be reviewed' },
  record: 'maternal-health.death',
  action: 'maternal-health.death-review.record',
  severity: 'statutory',
  query: ({ county }) => sql`select ${columns(x, sql`${x.reviewDueOn}`)} from ${x}
    where ${x.county} = ${county} and ${x.state} <> 'reviewed' and ${x.voidedAt} is null`,
})

/** Work that maternal health derives. */
export const tasks = [
  visitDue,
  deliveryDue,
  postpartumDue,
  checkDue,
  reportDue,
  handOverDue,
  caseDue,
  caseToClose,
  toClose,
  newbornDue,
  reviewDue,
]
