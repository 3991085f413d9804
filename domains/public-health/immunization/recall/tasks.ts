import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** Days from the stop of a lot until everybody who had it is to know. Local: the rules of recalls set hours for those who hold the vaccine, none for families. */
const DAYS = 3

/**
 * People who had a dose of a stopped lot and do not know yet: one piece of work per person and lot, at the latest dose. Lots stand in the stock of clinics, which a
 * village doctor does not see: the work of a village is found when the house derives all work, at the latest a little after the lot was stopped.
 */
const toBeTold = defineTask({
  id: 'immunization.tell-recall',
  title: { zh: '告知疫苗召回', en: 'Tell of a recall' },
  record: 'immunization.vaccination',
  action: 'immunization.recall-notice.tell',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select distinct on (v.person, v.vaccine, v.lot_number) v.id, v.id as record_id, v.person, p.division, v.institution,
      stopped.stopped_on + ${DAYS}::int as due_on
    from (select vaccine, lot_number, min(stopped_on) as stopped_on from immunization_lot
        where county = ${county} and state = 'stopped' and voided_at is null group by 1, 2) stopped
      join immunization_vaccination v on v.county = ${county} and v.lot_number = stopped.lot_number and v.vaccine = stopped.vaccine and v.voided_at is null
      join person p on p.county = v.county and p.id = v.person and p.state = 'resident'
    where not exists (select 1 from immunization_recall_notice n where n.county = v.county and n.person = v.person and n.lot_number = v.lot_number
      and n.vaccine = v.vaccine and n.state = 'told' and n.voided_at is null)
    order by v.person, v.vaccine, v.lot_number, v.happened_on desc, v.id`,
})

/** Work that a recall makes. */
export const recallTasks = [toBeTold]
