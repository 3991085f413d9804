import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { persons, residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { death as deathRecord } from '../../population/resident/index.ts'
import { delivery, pregnancy } from './records.ts'
import { deliveries as d, pregnancies as p } from './tables.ts'
import { colours } from './risk.ts'

const query = new QueryBuilder()

/** Deliveries with what was done for the pregnancy, dated by the day of birth: whoever is counted is compared with the live births of the same days. */
export const delivered = query
  .select({
    county: d.county,
    id: d.id,
    person: d.person,
    division: d.division,
    deliveredOn: sql<string>`${d.happenedOn}`.as('delivered_on'),
    place: d.place,
    mode: d.mode,
    liveBirths: d.liveBirths,
    early: p.early,
    visits: p.visits,
    postpartumTimely: p.postpartumTimely,
    postpartumOfReturn: p.postpartumOfReturn,
    checkedOn: sql<string>`${p.checkedOn}`.as('pregnancy_checked_on'),
    highestColour: p.highestColour,
    everInfectious: p.everInfectious,
  })
  .from(d)
  .innerJoin(p, and(eq(p.county, d.county), eq(p.id, d.pregnancy), isNull(p.voidedAt)))
  .where(isNull(d.voidedAt))
  .as('delivered_pregnancy')

export const deliveredRelation = defineRelation({
  id: 'maternal-health.delivered',
  title: { zh: '分娩的孕产妇', en: 'Women delivered' },
  from: delivered,
  columns: delivered,
  tables: [d, p],
  record: delivery as never,
  show: {
    delivered_on: { title: { zh: '分娩日期', en: 'Delivered on' }, value: delivered.deliveredOn },
    colour: { title: { zh: '最高风险颜色', en: 'Highest risk' }, value: delivered.highestColour, values: colours },
  },
})

/** Pregnancies in care of usual residents, for the days of both. */
export const inCare = query
  .select({
    county: p.county,
    id: p.id,
    person: p.person,
    division: e.division,
    colour: p.colour,
    infectious: p.infectious,
    validFrom: sql<string>`greatest(${p.happenedOn}, ${e.startsOn})`.as('in_care_from'),
    validTo: sql<string>`least(${p.endedOn}, ${p.deliveredOn}, ${e.endsOn})`.as('in_care_to'),
  })
  .from(p)
  .innerJoin(
    e,
    and(
      eq(e.county, p.county),
      eq(e.person, p.person),
      eq(e.kind, 'usual'),
      or(isNull(e.endsOn), gt(e.endsOn, p.happenedOn)),
    ),
  )
  .where(isNull(p.voidedAt))
  .as('pregnancy_in_care')

export const inCareRelation = defineRelation({
  id: 'maternal-health.in-care',
  title: { zh: '在管孕妇', en: 'Pregnant women in care' },
  from: inCare,
  columns: inCare,
  tables: [p, e],
  record: pregnancy as never,
  show: { colour: { title: { zh: '风险颜色', en: 'Risk' }, value: inCare.colour, values: colours } },
})

const [died, who] = [deathRecord.table, persons]

/** Registered deaths of children under five, with the age in days. */
export const childDeaths = query
  .select({
    county: died.county,
    id: died.id,
    person: died.person,
    division: died.division,
    diedOn: sql<string>`${died.happenedOn}`.as('child_died_on'),
    days: sql<number>`${died.happenedOn} - ${who.birth}`.as('age_in_days'),
    infant: sql<boolean>`${died.happenedOn} < (${who.birth} + interval '1 year')::date`.as('infant'),
  })
  .from(died)
  .innerJoin(who, and(eq(who.county, died.county), eq(who.id, died.person)))
  .where(sql`${died.voidedAt} is null and ${died.happenedOn} < (${who.birth} + interval '5 years')::date`)
  .as('child_death')

export const childDeathRelation = defineRelation({
  id: 'maternal-health.child-death',
  title: { zh: '5岁以下儿童死亡', en: 'Deaths of children under five' },
  from: childDeaths,
  columns: childDeaths,
  tables: [died, who],
  record: deathRecord as never,
  show: { days: { title: { zh: '日龄', en: 'Age in days' }, value: childDeaths.days } },
})
