import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { livesHere } from '../../population/resident/index.ts'
import { newborn } from '../maternal-health/index.ts'
import { REPORT_WITHIN } from './surveillance.ts'
import { cards as c, folicAcid as f, prenatalScreenings as s } from './tables.ts'

/** Days after birth until which a defect on a delivery record asks for its card. LOCAL. */
const LOOK_BACK = 90
const n = newborn.table

type Columns = Record<'county' | 'id' | 'person' | 'division' | 'institution' | 'state' | 'voidedAt', SQL | PgTable>
const columns = (table: object, due: SQL) => {
  const { id, person, division, institution } = table as Columns
  return sql`${id} as id, ${id} as record_id, ${person} as person, ${division} as division, ${institution} as institution, ${due} as due_on`
}

const cardMissing = defineTask({
  id: 'birth-defects.card-missing',
  title: { zh: '出生缺陷待报卡', en: 'Birth defect to be reported' },
  record: 'maternal-health.newborn',
  action: 'birth-defects.card.report',
  severity: 'statutory',
  query: ({ county, today }) => sql`select ${columns(n, sql`${n.happenedOn} + ${REPORT_WITHIN}::int`)} from ${n}
    where ${n.county} = ${county} and ${n.defect} is not null and ${n.voidedAt} is null and ${n.happenedOn} > ${addDays(today, -LOOK_BACK)}::date
      and not exists (select 1 from ${c} where ${c.county} = ${n.county} and ${c.person} = ${n.person} and ${c.voidedAt} is null
        and ${c.number} = ${n.number} and ${c.happenedOn} between ${n.happenedOn} - 7 and ${n.happenedOn} + 7)`,
})

const ofCards = (id: string, zh: string, en: string, action: string, state: string, due: SQL) =>
  defineTask({
    id: `birth-defects.${id}`,
    title: { zh, en },
    record: 'birth-defects.card',
    action: `birth-defects.card.${action}`,
    severity: 'statutory',
    query: ({ county }) => sql`select ${columns(c, due)} from ${c}
      where ${c.county} = ${county} and ${c.state} = ${state} and ${c.voidedAt} is null`,
  })

const askDue = defineTask({
  id: 'birth-defects.folic-acid-due',
  title: { zh: '叶酸服用随访', en: 'Ask whether folic acid is taken' },
  record: 'birth-defects.folic-acid',
  action: 'birth-defects.folic-acid.ask',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns(f, sql`${f.askOn}`)} from ${f}
    where ${f.county} = ${county} and ${f.state} = 'issued' and ${f.voidedAt} is null and ${f.askOn} <= ${addDays(today, 14)}::date
      and ${livesHere(sql`${f.county}`, sql`${f.person}`, today)}`,
})

const ofScreenings = (id: string, zh: string, en: string, action: string, state: string) =>
  defineTask({
    id: `birth-defects.${id}`,
    title: { zh, en },
    record: 'birth-defects.prenatal-screening',
    action: `birth-defects.prenatal-screening.${action}`,
    severity: 'routine',
    query: ({ county }) => sql`select ${columns(s, sql`${s.dueOn}`)} from ${s}
      where ${s.county} = ${county} and ${s.state} = ${state} and ${s.voidedAt} is null`,
  })

/** Work that birth defects derive. */
export const tasks = [
  cardMissing,
  ofCards('review-due', '出生缺陷卡待审核', 'Card to be reviewed', 'review', 'reported', sql`${c.reviewDueOn}`),
  ofCards('correct-due', '出生缺陷卡被退回', 'Card sent back', 'confirm', 'returned', sql`${c.reviewDueOn}`),
  askDue,
  ofScreenings('result-due', '产前筛查待结果', 'Prenatal screening: result', 'record-result', 'accepted'),
  ofScreenings('diagnosis-due', '产前筛查高风险待诊断', 'High risk: diagnosis', 'diagnose', 'high-risk'),
]
