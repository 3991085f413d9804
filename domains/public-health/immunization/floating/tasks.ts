import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** Days from arrival to the card; the norm names the quarterly search, the county this limit. */
const REGISTER_WITHIN = 30
/** Arrivals so many days back are looked at: the last two quarters. */
const LOOK_BACK = 180
const days = (count: number) => sql.raw(String(count))

/** Children under seven who came to live here without being registered here, and are in nobody's care yet. */
const arrivals = defineTask({
  id: 'immunization.floating-arrivals',
  title: { zh: '新到流动儿童待登记', en: 'Floating children who came' },
  record: 'immunization.card',
  action: 'immunization.floating-child.register',
  severity: 'routine',
  query: ({ county, today }) => sql`select e.id, c.id as record_id, e.person, e.division, c.institution,
      e.starts_on + ${days(REGISTER_WITHIN)} as due_on
    from residence_episode e left join immunization_card c on c.county = e.county and c.person = e.person and c.voided_at is null
    where e.county = ${county} and e.kind = 'usual' and e.ends_on is null and e.birth > ${today}::date - interval '7 years'
      and e.starts_on > e.birth and e.starts_on >= ${today}::date - ${days(LOOK_BACK)}
      and not exists (select 1 from residence_episode r where r.county = e.county and r.person = e.person and r.kind = 'registered'
        and r.ends_on is null)
      and not exists (select 1 from immunization_floating_child f where f.county = e.county and f.person = e.person and f.voided_at is null)`,
})

/** Days a clinic has for each step of a handover. */
const STEP = 7

const toHandOver = defineTask({
  id: 'immunization.hand-over',
  title: { zh: '接种档案转出', en: 'Hand a child over' },
  record: 'immunization.handover',
  action: 'immunization.handover.send',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select id, id as record_id, person, division, institution, happened_on + ${days(STEP)} as due_on
    from immunization_handover where county = ${county} and state = 'requested' and side = 'giving' and voided_at is null`,
})

const toTakeOver = defineTask({
  id: 'immunization.take-over',
  title: { zh: '接种档案接收', en: 'Take a child over' },
  record: 'immunization.handover',
  action: 'immunization.handover.accept',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select id, id as record_id, person, division, institution, sent_on + ${days(STEP)} as due_on
    from immunization_handover where county = ${county} and state = 'sent' and side = 'taking' and voided_at is null`,
})

const toSearch = defineTask({
  id: 'immunization.search',
  title: { zh: '流动儿童季度搜索', en: 'Quarterly search for floating children' },
  record: 'immunization.search-round',
  action: 'immunization.search-round.report',
  severity: 'routine',
  query: ({ county }) => sql`select id, id as record_id, person, division, institution, due_on
    from immunization_search_round where county = ${county} and state = 'due' and voided_at is null`,
})

const onCard = sql`c.id, c.id as record_id, c.person, c.division, c.institution, (p.birth + interval '12 months')::date as due_on
    from immunization_card c join person p on p.county = c.county and p.id = c.person and p.state = 'resident'`
const had = (
  dose: string,
) => sql`exists (select 1 from immunization_vaccination v where v.county = c.county and v.person = c.person
      and v.voided_at is null and (v.dose = ${sql.raw(`'${dose}'`)} or v.second_dose = ${sql.raw(`'${dose}'`)}))`
const agedOneToSix = (today: string) =>
  sql`p.birth <= ${today}::date - interval '12 months' and p.birth > ${today}::date - interval '7 years'`

/** Children from one to six years without any DTaP: the list behind the figure. */
const zeroDose = defineTask({
  id: 'immunization.zero-dose-child',
  title: { zh: '百白破零剂次儿童', en: 'Zero-dose children' },
  record: 'immunization.card',
  action: 'immunization.appointment.book',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${onCard} where c.county = ${county} and c.voided_at is null
    and c.wanted_from <= ${today}::date and ${agedOneToSix(today)} and not ${had('dtap-1')}`,
})

/** Children from one to six years who began DTaP and have no third dose. */
const dropOut = defineTask({
  id: 'immunization.drop-out-child',
  title: { zh: '百白破失访儿童', en: 'Drop-out children' },
  record: 'immunization.card',
  action: 'immunization.appointment.book',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${onCard} where c.county = ${county} and c.voided_at is null
    and c.wanted_from <= ${today}::date and ${agedOneToSix(today)} and ${had('dtap-1')} and not ${had('dtap-3')}`,
})

/** Work about children whom nobody would look for by themselves. */
export const floatingTasks = [arrivals, toHandOver, toTakeOver, toSearch, zeroDose, dropOut]
