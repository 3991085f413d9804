import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { institutions as i } from '@kangheng/kernel/place/tables.ts'
import { OLDER_FROM } from '../older-people/index.ts'
import { capability, childService, constitutionSurvey } from './records.ts'
import { capabilities as c, childServices as k, constitutionSurveys as s } from './tables.ts'

const query = new QueryBuilder()

/** A service counts from its day to the end of its year, while the person lives here. */
const ofYear = (table: typeof s | typeof k, from: SQL, to: SQL) => ({
  county: table.county,
  id: table.id,
  person: table.person,
  division: e.division,
  servedOn: sql<string>`${table.happenedOn}`.as('served_on'),
  validFrom: sql<string>`greatest(${table.happenedOn}, ${e.startsOn}, ${from})`.as('counts_from'),
  validTo: sql<string>`least(make_date(extract(year from ${table.happenedOn})::int + 1, 1, 1), ${e.endsOn}, ${to})`.as(
    'counts_to',
  ),
})
const livingHere = (table: typeof s | typeof k) =>
  and(
    eq(e.county, table.county),
    eq(e.person, table.person),
    eq(e.kind, 'usual'),
    or(isNull(e.endsOn), gt(e.endsOn, table.happenedOn)),
  )
const birthday = (months: number) => sql`(${e.birth} + make_interval(months => ${sql.raw(String(months))}))::date`
const shown = (value: SQL.Aliased) => ({ served_on: { title: { zh: '服务日期', en: 'Served on' }, value } })

/** Residents from 65 whose constitution was judged and who were advised, in the year. */
export const advised = query
  .select(ofYear(s, birthday(OLDER_FROM * 12), sql`null::date`))
  .from(s)
  .innerJoin(e, livingHere(s))
  .where(and(isNull(s.voidedAt), sql`${s.guidance} <> '[]'::jsonb`))
  .as('tcm_advised')
export const advisedRelation = defineRelation({
  id: 'traditional-chinese-medicine.advised',
  title: { zh: '年内接受中医药健康管理的老年人', en: 'Older people served in the year' },
  from: advised,
  columns: advised,
  tables: [s, e],
  record: constitutionSurvey as never,
  show: shown(advised.servedOn),
})

/** Months until which a child belongs to the service. */
export const CHILDREN_UNTIL_MONTHS = 37

/** Children of 0 to 36 months with a service at a due age in the year. */
export const servedChildren = query
  .select(ofYear(k, sql`null::date`, birthday(CHILDREN_UNTIL_MONTHS)))
  .from(k)
  .innerJoin(e, livingHere(k))
  .where(isNull(k.voidedAt))
  .as('tcm_served_children')
export const servedChildrenRelation = defineRelation({
  id: 'traditional-chinese-medicine.served-children',
  title: { zh: '年内接受中医药服务的儿童', en: 'Children served in the year' },
  from: servedChildren,
  columns: servedChildren,
  tables: [k, e],
  record: childService as never,
  show: shown(servedChildren.servedOn),
})

/** Residents of 0 to 36 months. */
export const infants = query
  .select({
    county: e.county,
    id: e.id,
    person: e.person,
    division: e.division,
    validFrom: sql<string>`${e.startsOn}`.as('infant_from'),
    validTo: sql<string>`least(${e.endsOn}, ${birthday(CHILDREN_UNTIL_MONTHS)})`.as('infant_to'),
  })
  .from(e)
  .where(eq(e.kind, 'usual'))
  .as('tcm_infants')
export const infantRelation = defineRelation({
  id: 'traditional-chinese-medicine.infants',
  title: { zh: '0—36个月常住儿童', en: 'Residents of 0 to 36 months' },
  from: infants,
  columns: infants,
  tables: [e],
  show: {},
})

/** Centres, stations and clinics, for the days on which they are open. */
export const units = query
  .select({
    county: i.county,
    id: sql<string>`md5(${i.code})::uuid`.as('unit_id'),
    division: i.division,
    institution: sql<string>`${i.code}`.as('unit_code'),
    kind: i.kind,
    name: i.name,
    validFrom: sql<string>`coalesce(${i.openedOn}, date '1990-01-01')`.as('open_from'),
    validTo: sql<string>`coalesce(${i.closedOn}, case when ${i.active} then null else date '1990-01-01' end)`.as(
      'open_to',
    ),
  })
  .from(i)
  .as('tcm_units')
export const unitRelation = defineRelation({
  id: 'traditional-chinese-medicine.units',
  title: { zh: '基层医疗卫生机构', en: 'Centres, stations and clinics' },
  from: units,
  columns: units,
  tables: [i],
  show: { name: { title: { zh: '机构', en: 'Institution' }, value: units.name } },
})

/** What they offer, for the days on which it holds. */
export const offers = query
  .select({
    county: c.county,
    id: c.id,
    division: c.division,
    institution: c.institution,
    kind: i.kind,
    zone: c.zone,
    kinds: c.kinds,
    validFrom: sql<string>`${c.happenedOn}`.as('offered_from'),
    validTo: sql<string>`${c.endedOn}`.as('offered_to'),
  })
  .from(c)
  .innerJoin(i, and(eq(i.county, c.county), eq(i.code, c.institution)))
  .where(isNull(c.voidedAt))
  .as('tcm_offers')
export const offerRelation = defineRelation({
  id: 'traditional-chinese-medicine.offers',
  title: { zh: '机构中医药服务能力', en: 'What institutions offer' },
  from: offers,
  columns: offers,
  tables: [c, i],
  record: capability as never,
  show: { kinds: { title: { zh: '技术类别数', en: 'Kinds of techniques' }, value: offers.kinds } },
})
