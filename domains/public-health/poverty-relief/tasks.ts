import { sql } from 'drizzle-orm'
import { residenceEpisodes as r } from '@kangheng/kernel/person/tables.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { contracts } from '../family-doctor/index.ts'
import { VISIT_EVERY_DAYS } from './register.ts'
import { reliefEntries as e, reliefHouseholds as h, reliefTreatments as t, reliefVisits as v } from './tables.ts'

/** Days allowed to explain an entry after a death or departure, to sign a new entry, and to treat an enrolled patient. */
const EXPLAIN_WITHIN = 30
const SIGN_WITHIN = 30
const TREAT_WITHIN = 60
/** Visits are shown this many days before they are due. */
const AHEAD = 30

const entryColumns = (dueOn: ReturnType<typeof sql>) =>
  sql`${e.id} as id, ${e.id} as record_id, ${e.person} as person, ${e.division} as division, ${e.institution} as institution, ${dueOn} as due_on`

const livesHere = (
  today: string,
) => sql`exists (select 1 from ${r} where ${r.county} = ${e.county} and ${r.person} = ${e.person}
  and ${r.kind} = 'usual' and ${r.startsOn} <= ${today}::date and (${r.endsOn} is null or ${r.endsOn} > ${today}::date))`

/** Somebody on the register died or left, and the entry says nothing about it. */
export const explainEntry = defineTask({
  id: 'poverty-relief.explain',
  title: { zh: '名册人员变动待说明', en: 'Entry to be explained' },
  record: 'poverty-relief.entry',
  action: 'poverty-relief.entry.explain',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${entryColumns(sql`gone.ended_on + ${EXPLAIN_WITHIN}::int`)} from ${e}
    join lateral (select max(${r.endsOn}) as ended_on from ${r} where ${r.county} = ${county} and ${r.person} = ${e.person}
      and ${r.kind} = 'usual') gone on gone.ended_on is not null
    where ${e.county} = ${county} and ${e.state} = 'due' and ${e.voidedAt} is null and not ${livesHere(today)}`,
})

/** A person due for a contract has none. */
export const signEntry = defineTask({
  id: 'poverty-relief.sign',
  title: { zh: '脱贫人口和监测对象待签约', en: 'Person on the register to be signed' },
  record: 'poverty-relief.entry',
  action: 'family-doctor.contract.sign',
  severity: 'statutory',
  query: ({ county, today }) => sql`select ${entryColumns(sql`${e.happenedOn} + ${SIGN_WITHIN}::int`)} from ${e}
    where ${e.county} = ${county} and ${e.state} = 'due' and ${e.voidedAt} is null and ${livesHere(today)}
      and not exists (select 1 from ${contracts} where ${contracts.county} = ${e.county} and ${contracts.person} = ${e.person}
        and ${contracts.voidedAt} is null and ${contracts.startsOn} <= ${today}::date and ${contracts.endsOn} > ${today}::date)`,
})

/** The household's next visit. */
export const visitDue = defineTask({
  id: 'poverty-relief.visit-due',
  title: { zh: '帮扶走访到期', en: 'Support visit due' },
  record: 'poverty-relief.household',
  action: 'poverty-relief.visit.visit',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select ${h.id} as id, ${h.id} as record_id, null::uuid as person, ${h.division} as division,
      ${h.institution} as institution, next.due_on from ${h}
    left join lateral (select max(${v.happenedOn}) as last_on from ${v}
      where ${v.county} = ${county} and ${v.reliefHousehold} = ${h.id} and ${v.voidedAt} is null) visited on true
    cross join lateral (select coalesce(visited.last_on, ${h.happenedOn}) + case ${h.standing} when 'monitored' then ${VISIT_EVERY_DAYS.monitored}::int else ${VISIT_EVERY_DAYS['out-of-poverty']}::int end as due_on) next
    where ${h.county} = ${county} and ${h.state} = 'listed' and ${h.voidedAt} is null and next.due_on <= ${today}::date + ${AHEAD}::int`,
})

/** An enrolled patient waits for treatment. */
export const treatmentDue = defineTask({
  id: 'poverty-relief.treatment-due',
  title: { zh: '大病患者待救治', en: 'Enrolled patient to be treated' },
  record: 'poverty-relief.treatment',
  action: 'poverty-relief.treatment.treat',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${t.id} as id, ${t.id} as record_id, ${t.person} as person, ${t.division} as division,
      ${t.institution} as institution, ${t.happenedOn} + ${TREAT_WITHIN}::int as due_on from ${t}
    where ${t.county} = ${county} and ${t.state} = 'enrolled' and ${t.voidedAt} is null`,
})

export const tasks = [explainEntry, signEntry, visitDue, treatmentDue]
