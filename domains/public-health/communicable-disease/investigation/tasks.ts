import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { notifiableCases as c } from '../tables.ts'
import { investigatedDiseases } from './course.ts'
import { caseContacts as k, caseInvestigations as i, clusters as s } from './tables.ts'

/** Cards of older onsets are past investigating: what a county takes over from another system does not fill its work list. */
const DAYS_BACK = 60

const ofContact = sql`${k.id} as id, ${k.id} as record_id, ${k.person} as person, ${k.division} as division, ${k.institution} as institution`

const investigate = defineTask({
  id: 'communicable-disease.investigate-case',
  title: { zh: '个案调查（24小时内）', en: 'Investigate cases (within 24 hours)' },
  record: 'communicable-disease.case',
  action: 'communicable-disease.investigation.investigate',
  severity: 'statutory',
  query: ({ county, today }) =>
    sql`select ${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division, ${c.institution} as institution,
      left(${c.reportedAt}, 10)::date + 1 as due_on from ${c}
    where ${c.county} = ${county} and ${c.state} in ('reported', 'reviewed') and ${c.voidedAt} is null
      and ${c.disease} in ${[...investigatedDiseases]} and ${c.happenedOn} > ${today}::date - ${DAYS_BACK}::int
      and not exists (select 1 from ${i} where ${i.county} = ${c.county} and ${i.case} = ${c.id} and ${i.voidedAt} is null)`,
})

const observe = defineTask({
  id: 'communicable-disease.observe-contact',
  title: { zh: '密切接触者每日观察', en: 'Observe contacts daily' },
  record: 'communicable-disease.contact',
  action: 'communicable-disease.contact.observe',
  severity: 'statutory',
  query: ({ county, today }) =>
    sql`select ${ofContact}, least(coalesce(${k.lastObservedOn} + 1, ${k.happenedOn}), ${k.observeUntil}) as due_on from ${k}
    where ${k.county} = ${county} and ${k.state} in ('observing', 'symptomatic') and ${k.voidedAt} is null
      and coalesce(${k.lastObservedOn}, ${k.happenedOn} - 1) < least(${today}::date, ${k.observeUntil})`,
})

const settle = defineTask({
  id: 'communicable-disease.settle-contact',
  title: { zh: '排查有症状的密切接触者', en: 'Settle contacts with symptoms' },
  record: 'communicable-disease.contact',
  action: 'communicable-disease.contact.becomes-case',
  severity: 'statutory',
  query: ({ county }) =>
    sql`select ${ofContact}, ${k.symptomsOn} + 1 as due_on from ${k}
    where ${k.county} = ${county} and ${k.state} = 'symptomatic' and ${k.voidedAt} is null`,
})

const release = defineTask({
  id: 'communicable-disease.release-contact',
  title: { zh: '解除期满的医学观察', en: 'Release contacts whose time is over' },
  record: 'communicable-disease.contact',
  action: 'communicable-disease.contact.release',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`select ${ofContact}, ${k.observeUntil} as due_on from ${k}
    where ${k.county} = ${county} and ${k.state} = 'observing' and ${k.voidedAt} is null and ${k.lastObservedOn} >= ${k.observeUntil}
      and ${k.observeUntil} <= ${today}`,
})

const close = defineTask({
  id: 'communicable-disease.close-cluster',
  title: { zh: '聚集性疫情结案', en: 'Close clusters' },
  record: 'communicable-disease.cluster',
  action: 'communicable-disease.cluster.close',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`select ${s.id} as id, ${s.id} as record_id, null::uuid as person, ${s.division} as division, ${s.institution} as institution,
      ${s.quietUntil} + 7 as due_on from ${s}
    where ${s.county} = ${county} and ${s.state} = 'open' and ${s.voidedAt} is null and ${s.quietUntil} < ${today}`,
})

export const investigationTasks = [investigate, observe, settle, release, close]
