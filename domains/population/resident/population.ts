import { and, eq, sql, type SQL } from 'drizzle-orm'
import { flow, stock, type StockMeasure } from '@kangheng/kernel/indicator/measure.ts'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as episodes } from '@kangheng/kernel/person/tables.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/**
 * Residence as intervals: who lived (常住) or was registered (户籍) where, from which day until which day. Every population figure is
 * taken from here, at any date, so that two figures of one day always agree.
 */
export const residence = defineRelation({
  id: 'resident.residence',
  title: { zh: '居住和户籍', en: 'Residence and registration' },
  from: episodes,
  columns: { county: episodes.county, id: episodes.id, division: episodes.division, person: episodes.person },
  tables: [episodes],
  show: {
    starts_on: { title: { zh: '起始日期', en: 'Since' }, value: episodes.startsOn },
    birth_year: { title: { zh: '出生年', en: 'Birth year' }, value: sql`extract(year from ${episodes.birth})::int` },
  },
})

/** The same residence without persons: a figure of it leads to a number, never to a list of people. */
const residenceInAggregate = defineRelation({
  id: 'resident.residence-in-aggregate',
  title: { zh: '常住人口（仅汇总）', en: 'Usual residents (aggregate only)' },
  from: episodes,
  columns: { county: episodes.county, id: episodes.id, division: episodes.division },
  tables: [episodes],
})

/** Whether somebody is a usual resident on a day; for statements over rows that name a county and a person. */
export const livesHere = (county: SQL, person: SQL, on: IsoDate): SQL =>
  sql`exists (select 1 from ${episodes} where ${episodes.county} = ${county} and ${episodes.person} = ${person}
    and ${episodes.kind} = 'usual' and ${episodes.startsOn} <= ${on}::date and (${episodes.endsOn} is null or ${episodes.endsOn} > ${on}::date))`

/** The first day on which somebody has completed this many years: the birthday, in common years 28 February for 29 February. */
const ageReachedOn = (years: number): SQL => sql`(${episodes.birth} + ${sql.raw(`interval '${years} years'`)})::date`

/** A part of the population: usual or registered, of an age and sex. `ageTo` is the last completed year that still belongs. */
export interface PopulationPart {
  readonly id: string
  readonly title: Text
  readonly kind?: 'usual' | 'registered'
  readonly sex?: 'male' | 'female'
  readonly ageFrom?: number
  readonly ageTo?: number
  /** Never traced to persons. */
  readonly aggregateOnly?: boolean
}

/** Residents of a part at a period's end. A person has one residence of each kind at a time, so that rows are persons and add up over places. */
export function populationOf(part: PopulationPart): StockMeasure {
  const { id, title, kind = 'usual', sex, ageFrom, ageTo } = part
  return stock(part.aggregateOnly ? residenceInAggregate : residence, {
    id,
    title,
    where: and(eq(episodes.kind, kind), sex ? eq(episodes.sex, sex) : undefined)!,
    from: ageFrom === undefined ? episodes.startsOn : sql`greatest(${episodes.startsOn}, ${ageReachedOn(ageFrom)})`,
    to: ageTo === undefined ? episodes.endsOn : sql`least(${episodes.endsOn}, ${ageReachedOn(ageTo + 1)})`,
  })
}

/** Usual residents (常住人口) at a period's end. */
export const usualResidents = populationOf({ id: 'resident.usual', title: { zh: '常住人口', en: 'Usual residents' } })
/** Registered residents (户籍人口) at a period's end. */
export const registeredResidents = populationOf({
  id: 'resident.registered',
  title: { zh: '户籍人口', en: 'Registered residents' },
  kind: 'registered',
})
export const usualMen = populationOf({ id: 'resident.usual-men', title: { zh: '常住男性', en: 'Men' }, sex: 'male' })
export const usualWomen = populationOf({
  id: 'resident.usual-women',
  title: { zh: '常住女性', en: 'Women' },
  sex: 'female',
})

/** Usual residents from 65. */
export const aged65 = populationOf({
  id: 'resident.aged-65',
  title: { zh: '65岁及以上常住人口', en: 'Aged 65 and over' },
  ageFrom: 65,
})
export const aged60 = populationOf({
  id: 'resident.aged-60',
  title: { zh: '60岁及以上常住人口', en: 'Aged 60 and over' },
  ageFrom: 60,
})
export const aged80 = populationOf({
  id: 'resident.aged-80',
  title: { zh: '80岁及以上常住人口', en: 'Aged 80 and over' },
  ageFrom: 80,
})
/** Usual residents of 0 to 6 completed years. */
export const aged0to6 = populationOf({
  id: 'resident.aged-0-6',
  title: { zh: '0—6岁常住儿童', en: 'Children aged 0–6' },
  ageTo: 6,
})
export const aged0to14 = populationOf({
  id: 'resident.aged-0-14',
  title: { zh: '0—14岁常住人口', en: 'Aged 0–14' },
  ageTo: 14,
})
export const aged15to64 = populationOf({
  id: 'resident.aged-15-64',
  title: { zh: '15—64岁常住人口', en: 'Aged 15–64' },
  ageFrom: 15,
  ageTo: 64,
})
/** Women of 15 to 49 years: a number for planning maternity and women's health services; no list of persons is kept by it. */
export const women15to49 = populationOf({
  id: 'resident.women-15-49',
  title: { zh: '15—49岁常住女性', en: 'Women aged 15–49' },
  sex: 'female',
  ageFrom: 15,
  ageTo: 49,
  aggregateOnly: true,
})

const nonEmpty = sql`(${episodes.endsOn} is null or ${episodes.endsOn} > ${episodes.startsOn})`
const usual = eq(episodes.kind, 'usual')

/** Usual residence that began in the period, for whatever reason; with `usualEnded` it takes a population back to the period's beginning. */
export const usualBegun = flow(residence, {
  id: 'resident.usual-begun',
  title: { zh: '常住起始', en: 'Usual residence begun' },
  when: episodes.startsOn,
  where: and(usual, nonEmpty)!,
})
export const usualEnded = flow(residence, {
  id: 'resident.usual-ended',
  title: { zh: '常住终止', en: 'Usual residence ended' },
  when: episodes.endsOn,
  where: and(usual, nonEmpty)!,
})
