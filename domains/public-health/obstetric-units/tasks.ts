import { sql, type SQL } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { findings as f, permits as p, rescues as r, staff as s } from './tables.ts'

type Table = typeof p | typeof s | typeof f | typeof r
const task = (
  id: string,
  title: { zh: string; en: string },
  of: { table: Table; record: string; action: string; due: SQL },
  severity: 'statutory' | 'routine',
  where: (today: string) => SQL,
) =>
  defineTask({
    id: `obstetric-units.${id}`,
    title,
    record: `obstetric-units.${of.record}`,
    action: `obstetric-units.${of.record}.${of.action}`,
    severity,
    query: ({ county, today }) =>
      sql`select ${of.table.id} as id, ${of.table.id} as record_id, ${of.table.person} as person, ${of.table.division} as division,
        ${of.table.institution} as institution, ${of.due} as due_on from ${of.table}
      where ${of.table.county} = ${county} and ${of.table.voidedAt} is null and ${where(today)}`,
  })

/** Work that obstetric units derive. */
export const tasks = [
  task(
    'permit-renewal',
    { zh: '母婴保健执业许可到期换证', en: 'Permit to be renewed' },
    { table: p, record: 'permit', action: 'renew', due: sql`${p.validUntil}` },
    'statutory',
    (today) => sql`${p.state} = 'valid' and ${p.renewFrom} <= ${today}::date`,
  ),
  task(
    'certificate-renewal',
    { zh: '母婴保健合格证到期换证', en: 'Certificate to be renewed' },
    { table: s, record: 'certificate', action: 'renew', due: sql`${s.validUntil}` },
    'routine',
    (today) => sql`${s.state} = 'valid' and ${s.renewFrom} <= ${today}::date`,
  ),
  task(
    'answer-due',
    { zh: '产科执业问题待整改', en: 'Finding to be answered' },
    { table: f, record: 'finding', action: 'answer', due: sql`${f.answerBy}` },
    'statutory',
    () => sql`${f.state} = 'open'`,
  ),
  task(
    'close-due',
    { zh: '产科执业问题待核查', en: 'Finding to be closed' },
    { table: f, record: 'finding', action: 'close', due: sql`${f.answeredOn} + 10` },
    'routine',
    () => sql`${f.state} = 'answered'`,
  ),
  task(
    'rescue-due',
    { zh: '绿色通道待接收', en: 'Rescue to be received' },
    { table: r, record: 'rescue', action: 'receive', due: sql`${r.happenedOn}` },
    'statutory',
    () => sql`${r.state} = 'called'`,
  ),
]
