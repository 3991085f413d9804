import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** A newborn's record is opened with the first visit, within the first month of life. */
const newbornRecordDue = defineTask({
  id: 'health-record.newborn-record',
  title: { zh: '新生儿建档', en: 'Record of a newborn' },
  record: 'resident.birth',
  action: 'health-record.record.open',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select b.id, b.id as record_id, b.person, p.division, b.institution, (b.happened_on + interval '1 month')::date as due_on
    from resident_birth b join person p on p.county = b.county and p.id = b.person and p.state = 'resident'
    where b.county = ${county} and b.voided_at is null and b.happened_on > (${today}::date - interval '1 year')::date and b.happened_on <= ${today}::date
      and not exists (select 1 from health_record r where r.county = b.county and r.person = b.person and r.voided_at is null)`,
})

/** The record of somebody who died or left is closed within a month. */
const closingDue = defineTask({
  id: 'health-record.closing',
  title: { zh: '终止死亡、迁出居民的档案', en: 'Close records of the dead and departed' },
  record: 'health-record.record',
  action: 'health-record.record.close',
  severity: 'routine',
  query: ({ county, today }) => sql`select r.id, r.id as record_id, r.person, r.division, r.institution,
      ((select max(e.ends_on) from residence_episode e where e.county = ${county} and e.person = r.person and e.kind = 'usual') + interval '1 month')::date as due_on
    from health_record r join person p on p.county = r.county and p.id = r.person and p.state in ('died', 'departed')
    where r.county = ${county} and r.state = 'open' and r.voided_at is null and r.happened_on <= ${today}::date`,
})

/** Work that health records derive. */
export const tasks = [newbornRecordDue, closingDue]
