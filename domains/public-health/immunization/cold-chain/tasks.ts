import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** Equipment of today that was not read twice by hand, or whose logger has said nothing. */
const toRead = defineTask({
  id: 'immunization.read-temperature',
  title: { zh: '冷链测温（每日两次）', en: 'Read the temperature (twice a day)' },
  record: 'immunization.equipment',
  action: 'immunization.temperature.record',
  severity: 'statutory',
  query: ({
    county,
    today,
  }) => sql`select e.id, e.id as record_id, e.person, e.division, e.institution, ${today}::date as due_on
    from immunization_equipment e where e.county = ${county} and e.state = 'in-use' and e.voided_at is null
      and not exists (select 1 from immunization_temperature t where t.county = e.county and t.equipment = e.id and t.happened_on = ${today}::date
        and t.voided_at is null and (t.complete or (e.logger is not null and t.count > 0)))`,
})

const alarms = defineTask({
  id: 'immunization.answer-alarm',
  title: { zh: '处置冷链报警', en: 'Answer a cold chain alarm' },
  record: 'immunization.cold-alarm',
  action: 'immunization.cold-alarm.acknowledge',
  severity: 'statutory',
  query: ({ county }) => sql`select id, id as record_id, person, division, institution, happened_on as due_on
    from immunization_cold_alarm where county = ${county} and state in ('raised', 'acknowledged') and voided_at is null`,
})

const toJudge = defineTask({
  id: 'immunization.judge-lot',
  title: { zh: '评估封存疫苗', en: 'Judge vaccine set aside' },
  record: 'immunization.lot',
  action: 'immunization.lot.judge',
  severity: 'routine',
  query: ({ county, today }) => sql`select id, id as record_id, person, division, institution, ${today}::date as due_on
    from immunization_lot where county = ${county} and state = 'held' and voided_at is null`,
})

/** Work that the cold chain derives. */
export const coldChainTasks = [toRead, alarms, toJudge]
