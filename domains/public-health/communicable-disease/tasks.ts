import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { notifiableCases as c, diseaseSignals as s } from './tables.ts'

const ofCase = sql`${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division, ${c.institution} as institution`
const ofSignal = sql`${s.id} as id, ${s.id} as record_id, null::uuid as person, ${s.division} as division, ${s.institution} as institution`

const review = defineTask({
  id: 'communicable-disease.review',
  title: { zh: '审核传染病报告卡', en: 'Review report cards' },
  record: 'communicable-disease.case',
  action: 'communicable-disease.case.review',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${ofCase}, ${c.reviewDueOn} as due_on from ${c}
    where ${c.county} = ${county} and ${c.state} = 'reported' and ${c.voidedAt} is null`,
})

const amend = defineTask({
  id: 'communicable-disease.amend',
  title: { zh: '订正退回的报告卡', en: 'Correct cards that were sent back' },
  record: 'communicable-disease.case',
  action: 'communicable-disease.case.correct',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${ofCase}, ${c.reviewDueOn} as due_on from ${c}
    where ${c.county} = ${county} and ${c.state} = 'returned' and ${c.voidedAt} is null`,
})

const verify = defineTask({
  id: 'communicable-disease.verify',
  title: { zh: '核实预警信号（2小时内）', en: 'Verify signals (within two hours)' },
  record: 'communicable-disease.signal',
  action: 'communicable-disease.signal.verify',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${ofSignal}, ${s.verifyDueOn} as due_on from ${s}
    where ${s.county} = ${county} and ${s.state} = 'raised' and ${s.voidedAt} is null`,
})

const investigate = defineTask({
  id: 'communicable-disease.investigate',
  title: { zh: '现场调查或排除信号', en: 'Investigate or dismiss signals' },
  record: 'communicable-disease.signal',
  action: 'communicable-disease.signal.investigate',
  severity: 'routine',
  query: ({ county }) =>
    sql`select ${ofSignal}, ${s.verifyDueOn} + 1 as due_on from ${s}
    where ${s.county} = ${county} and ${s.state} in ('verified', 'investigating') and ${s.voidedAt} is null`,
})

export const tasks = [review, amend, verify, investigate]
