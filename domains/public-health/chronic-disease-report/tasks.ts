import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { livesHere } from '../../population/resident/index.ts'
import { certificate } from '../cause-of-death/index.ts'
import { chronicCases as c } from './tables.ts'

const d = certificate.table
/** Follow-ups are shown so many days ahead; deaths are compared with cards for so many days back; and a missing card is reported within so many days (local). */
const [AHEAD, LOOK_BACK, SUPPLEMENT] = [30, 365, 30]

const ofCase = (dueOn: SQL, where: SQL, county: string) =>
  sql`select ${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division,
    ${c.institution} as institution, ${dueOn} as due_on from ${c}
  where ${c.county} = ${county} and ${c.voidedAt} is null and ${where}`
const alive = (today: string) => livesHere(sql`${c.county}`, sql`${c.person}`, today)
const task = (id: string, zh: string, en: string, action: string) => ({
  id: `chronic-disease-report.${id}`,
  title: { zh, en },
  record: 'chronic-disease-report.case',
  action: `chronic-disease-report.case.${action}`,
  severity: 'routine' as const,
})

const toReview = defineTask({
  ...task('to-review', '心脑血管、肿瘤报告卡待审核', 'Card to be reviewed', 'review'),
  query: ({ county }) => ofCase(sql`${c.reviewDueOn}`, sql`${c.state} = 'reported'`, county),
})
const toFollow = defineTask({
  ...task('to-follow', '心脑血管、肿瘤病例随访', 'Case to be followed up', 'follow-up'),
  query: ({ county, today }) =>
    ofCase(
      sql`${c.followUpOn}`,
      sql`${c.state} = 'reviewed' and ${c.followUpOn} <= ${addDays(today, AHEAD)}::date and ${alive(today)}`,
      county,
    ),
})
/** The register knows of a death that the card does not. */
const toClose = defineTask({
  ...task('to-close', '病例已死亡，待结案', 'Case of somebody who died', 'close-dead'),
  query: ({ county, today }) =>
    ofCase(
      sql`${today}::date + 7`,
      sql`${c.state} = 'reviewed' and exists (select 1 from resident_death r where r.county = ${c.county} and r.person = ${c.person} and r.voided_at is null)`,
      county,
    ),
})
/** Who died of a registered disease has a card; otherwise the attack or cancer was not reported (死亡补发病). */
const toSupplement = defineTask({
  ...task('to-supplement', '死亡补发病', 'Death without a card of the disease', 'report'),
  record: 'cause-of-death.certificate',
  query: ({ county, today }) =>
    sql`select ${d.id} as id, ${d.id} as record_id, ${d.person} as person, ${d.division} as division,
      ${d.institution} as institution, ${d.reportedOn} + ${SUPPLEMENT}::int as due_on from ${d}
    where ${d.county} = ${county} and ${d.voidedAt} is null and ${d.happenedOn} > ${addDays(today, -LOOK_BACK)}::date
      and (${d.causeGroup} = 'malignant-neoplasm' or left(${d.underlying}, 3) in ('I21', 'I22', 'I60', 'I61', 'I63', 'I64'))
      and not exists (select 1 from ${c} where ${c.county} = ${d.county} and ${c.person} = ${d.person} and ${c.voidedAt} is null
        and ${c.kind} = case when ${d.causeGroup} = 'malignant-neoplasm' then 'cancer' when left(${d.underlying}, 3) in ('I21', 'I22') then 'infarction' else 'stroke' end)`,
})

/** Work that report cards derive. */
export const tasks = [toReview, toFollow, toClose, toSupplement]
