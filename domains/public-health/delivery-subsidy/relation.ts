import { and, eq, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { divisions as v } from '@kangheng/kernel/place/tables.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { delivery } from '../maternal-health/index.ts'
import { subsidies as s } from './tables.ts'

const d = delivery.table
const query = new QueryBuilder()

/** A village, and not a residents' community: households of these are urban. */
const village = sql`position('社区' in ${v.name}) = 0`

/** Whether somebody's household is registered in a village of the county on a day. */
export async function ruralOn(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  person: string,
  on: IsoDate,
): Promise<boolean> {
  const rows = await connection.query(
    `select 1 from residence_episode e join division v on v.code = e.division and position('社区' in v.name) = 0
     where e.county = $1 and e.person = $2 and e.kind = 'registered' and e.starts_on <= $3 and (e.ends_on is null or e.ends_on > $3)`,
    [county, person, on],
  )
  return rows.length > 0
}

/** Deliveries in institutions by women of the county's villages, with the subsidy that was paid for them. */
export const entitled = query
  .select({
    county: d.county,
    id: d.id,
    person: d.person,
    division: d.division,
    deliveredOn: sql<string>`${d.happenedOn}`.as('entitled_delivered_on'),
    amount: s.amount,
    paidOn: sql<string>`${s.paidOn}`.as('subsidy_paid_on'),
  })
  .from(d)
  .innerJoin(
    e,
    and(
      eq(e.county, d.county),
      eq(e.person, d.person),
      eq(e.kind, 'registered'),
      sql`${e.startsOn} <= ${d.happenedOn} and (${e.endsOn} is null or ${e.endsOn} > ${d.happenedOn})`,
    ),
  )
  .innerJoin(v, and(eq(v.code, e.division), village))
  .leftJoin(s, and(eq(s.county, d.county), eq(s.delivery, d.id), eq(s.state, 'paid'), isNull(s.voidedAt)))
  .where(sql`${d.voidedAt} is null and ${d.place} in ('hospital', 'township')`)
  .as('entitled_delivery')

export const entitledRelation = defineRelation({
  id: 'delivery-subsidy.entitled',
  title: { zh: '应补助的住院分娩', en: 'Deliveries entitled to the subsidy' },
  from: entitled,
  columns: entitled,
  tables: [d, e, v, s],
  record: delivery as never,
  show: {
    delivered_on: { title: { zh: '分娩日期', en: 'Delivered on' }, value: entitled.deliveredOn },
    paid_on: { title: { zh: '发放日期', en: 'Paid on' }, value: entitled.paidOn },
    amount: { title: { zh: '补助金额', en: 'Amount' }, value: entitled.amount },
  },
})
