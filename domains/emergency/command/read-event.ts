import { and, asc, eq, isNull } from 'drizzle-orm'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import { emergencyEvents, eventDispatches, eventEntries, eventReports, eventTasks } from './tables.ts'

/** An event with everything that was done about it, in the order of time, as far as the reader sees it. */
export interface EventFile {
  readonly event: RowOf<typeof emergencyEvents>
  readonly reports: readonly RowOf<typeof eventReports>[]
  readonly tasks: readonly RowOf<typeof eventTasks>[]
  readonly dispatches: readonly RowOf<typeof eventDispatches>[]
  readonly entries: readonly RowOf<typeof eventEntries>[]
}

/** Reads an event. @throws Refusal when there is none in sight. */
export async function readEvent(connection: Connection, county: string, id: string): Promise<EventFile> {
  const orm = ormOf(connection)
  const [event] = await orm
    .select()
    .from(emergencyEvents)
    .where(and(eq(emergencyEvents.county, county), eq(emergencyEvents.id, id)))
  if (!event) return missing({ zh: '没有这起事件，或不在您的管辖范围内', en: 'No such event within your scope' })
  const of = (table: typeof eventReports | typeof eventTasks | typeof eventDispatches | typeof eventEntries) =>
    and(eq(table.county, county), eq(table.event, id), isNull(table.voidedAt))
  return {
    event,
    reports: await orm.select().from(eventReports).where(of(eventReports)).orderBy(asc(eventReports.sentAt)),
    tasks: await orm.select().from(eventTasks).where(of(eventTasks)).orderBy(asc(eventTasks.givenAt)),
    dispatches: await orm
      .select()
      .from(eventDispatches)
      .where(of(eventDispatches))
      .orderBy(asc(eventDispatches.sentAt)),
    entries: await orm.select().from(eventEntries).where(of(eventEntries)).orderBy(asc(eventEntries.at)),
  }
}

/** A township on the map of an event: its cases, and the teams and supplies that came from there; and the county, for what its own institutions sent. */
export interface EventTile {
  readonly code: string
  readonly name: string
  readonly x: number | null
  readonly y: number | null
  readonly cases: number
  readonly resources: number
}

/**
 * The townships of the county with cases and resources of an event. Cases are those of the clusters and of the signal it came from; an event without cards (an
 * accident) has its number where it happened. A resource comes from the township of the institution whose team or store it is.
 */
export function readEventMap(connection: Connection, county: string, id: string): Promise<EventTile[]> {
  return connection.query<EventTile>(
    `with event as (select * from emergency_event where county = $1 and id = $2),
     cards as (
       select c.id, c.division from event join disease_signal s on s.county = $1 and s.id = event.disease_signal
         cross join lateral jsonb_array_elements_text(s.cases) as k(id)
         join notifiable_case c on c.county = $1 and c.id::text = k.id and c.voided_at is null
       union
       select c.id, c.division from event join disease_cluster g on g.county = $1 and g.disease_signal = event.disease_signal
         join disease_cluster_case m on m.county = $1 and m.disease_cluster = g.id and m.voided_at is null
         join notifiable_case c on c.county = $1 and c.id = m.notifiable_case and c.voided_at is null),
     cases as (
       select left(division, 9) as township, count(*)::int as cases from cards group by 1
       union all
       select left(division, 9), cases from event where not exists (select 1 from cards)),
     sent as (
       select left(i.division, 9) as township, count(*)::int as resources
       from emergency_dispatch x
         left join emergency_team t on t.county = x.county and t.id = x.emergency_team
         left join emergency_stock s on s.county = x.county and s.id = x.emergency_stock
         join institution i on i.county = x.county and i.code = coalesce(t.institution, s.institution)
       where x.county = $1 and x.emergency_event = $2 and x.voided_at is null group by 1)
     select d.code, d.name, d.x, d.y, coalesce(cases.cases, 0)::int as cases, coalesce(sent.resources, 0)::int as resources
     from division d left join cases on cases.township = d.code left join sent on sent.township = d.code
     where d.parent = $1 or d.code = $1 order by d.code`,
    [county, id],
  )
}
