import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** A newborn is entered in the household register within one month; until then there is no number. */
const newbornNumberDue = defineTask({
  id: 'resident.newborn-number',
  title: { zh: '新生儿落户补录身份证号', en: 'Identity number of a newborn' },
  record: 'resident.birth',
  action: 'resident.correction.correct',
  severity: 'routine',
  query: ({ county, today }) => sql`select b.id, b.id as record_id, b.person, p.division, b.institution,
      (b.happened_on + interval '1 month')::date as due_on
    from resident_birth b join person p on p.county = b.county and p.id = b.person
    where b.county = ${county} and b.voided_at is null and b.happened_on <= ${today}::date
      and p.document_kind = 'NONE' and p.state = 'resident'`,
})

/** Work the population register derives. */
export const tasks = [newbornNumberDue]
