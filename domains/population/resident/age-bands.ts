import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { flow, stock, type StockMeasure } from '@kangheng/kernel/indicator/measure.ts'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { persons, residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { death } from './records.ts'
import { deaths as d } from './tables.ts'

/** First completed year of each age group of life tables and standard populations: under one, one to four, then by five years; the last is open. */
export const ageBandStarts = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85] as const

/** The number of the age group of so many completed years, in SQL. */
export const ageBandOf = (years: SQL): SQL =>
  sql`case when ${years} < 1 then 0 when ${years} < 5 then 1 else least(18, ${years} / 5 + 1) end`

/** Completed years between two days, in SQL. */
export const completedYears = (birth: unknown, on: unknown): SQL =>
  sql`extract(year from age(${on as SQL}, ${birth as SQL}))::int`

const ages = [...ageBandStarts, 200]
const starts = sql.raw(`'{${ages.join(',')}}'::int[]`)
/** The day on which somebody enters an age group. */
const enters = (band: SQL) => sql`(${e.birth} + make_interval(years => (${starts})[${band}]))::date`
const band = sql<number>`band.number`

/** Usual residence cut at the birthdays on which people change their age group: one row for each stay in a group. No figure of it leads to persons. */
const aged = new QueryBuilder()
  .select({
    county: e.county,
    id: e.id,
    division: e.division,
    sex: e.sex,
    band: sql<number>`${band}`.as('band'),
    startsOn: sql<string>`greatest(${e.startsOn}, ${enters(sql`band.number + 1`)})`.as('band_starts_on'),
    endsOn: sql<string>`least(${e.endsOn}, ${enters(sql`band.number + 2`)})`.as('band_ends_on'),
  })
  .from(e)
  .innerJoin(
    // Nobody needs to know today who will be in which group later than next month.
    sql`lateral generate_series(${ageBandOf(completedYears(e.birth, e.startsOn))}, ${ageBandOf(completedYears(e.birth, sql`coalesce(${e.endsOn}, current_date + 31)`))}) as band(number)`,
    sql`true`,
  )
  .where(eq(e.kind, 'usual'))
  .as('residence_by_age')

const residenceByAge = defineRelation({
  id: 'resident.residence-by-age',
  title: { zh: '分年龄常住人口（仅汇总）', en: 'Usual residents by age (aggregate only)' },
  from: aged,
  columns: { county: aged.county, id: aged.id, division: aged.division },
  tables: [e],
})

const words = { male: { zh: '男', en: 'men' }, female: { zh: '女', en: 'women' } } as const

/** The words for an age group: 0岁, 1—4岁, 85岁及以上. */
export function ageBandTitle(index: number): { zh: string; en: string } {
  const [from, next] = [ageBandStarts[index]!, ageBandStarts[index + 1]]
  if (next === undefined) return { zh: `${from}岁及以上`, en: `${from} and over` }
  if (next === from + 1) return { zh: `${from}岁`, en: `under ${next}` }
  return { zh: `${from}—${next - 1}岁`, en: `${from}–${next - 1}` }
}

const populationOfBand = (sex: 'male' | 'female', index: number): StockMeasure => {
  const title = ageBandTitle(index)
  return stock(residenceByAge, {
    id: `resident.${sex}-from-${ageBandStarts[index]!}`,
    title: { zh: `常住${words[sex].zh}性${title.zh}`, en: `Resident ${words[sex].en}, ${title.en}` },
    split: { by: sql`${aged.sex} || ${aged.band}`, value: `${sex}${index}` },
    from: aged.startsOn,
    to: aged.endsOn,
  })
}

/** Usual residents of each age group at a period's end, by sex, in the order of `ageBandStarts`. */
export const populationByAge = {
  male: ageBandStarts.map((_, index) => populationOfBand('male', index)),
  female: ageBandStarts.map((_, index) => populationOfBand('female', index)),
} as const

/** Registered deaths with sex and age group. */
const aging = new QueryBuilder()
  .select({
    county: d.county,
    id: d.id,
    person: d.person,
    division: d.division,
    diedOn: sql<string>`${d.happenedOn}`.as('band_died_on'),
    sex: sql<string>`${persons.sex}`.as('deceased_sex'),
    age: sql<number>`${completedYears(persons.birth, d.happenedOn)}`.as('age_at_death'),
  })
  .from(d)
  .innerJoin(persons, and(eq(persons.county, d.county), eq(persons.id, d.person)))
  .where(isNull(d.voidedAt))
  .as('death_by_age')

const deathsWithAge = defineRelation({
  id: 'resident.death-by-age',
  title: { zh: '死亡（分性别年龄）', en: 'Deaths by sex and age' },
  from: aging,
  columns: aging,
  tables: [d, persons],
  record: death as never,
  show: {
    died_on: { title: { zh: '死亡日期', en: 'Died on' }, value: aging.diedOn },
    age: { title: { zh: '死亡年龄', en: 'Age' }, value: aging.age, unit: { zh: '岁', en: 'years' } },
  },
})

const deathsOfBand = (sex: 'male' | 'female', index: number) => {
  const title = ageBandTitle(index)
  return flow(deathsWithAge, {
    id: `resident.${sex}-died-from-${ageBandStarts[index]!}`,
    title: { zh: `${words[sex].zh}性死亡${title.zh}`, en: `Deaths of ${words[sex].en}, ${title.en}` },
    when: aging.diedOn,
    where: and(eq(aging.sex, sex), sql`${ageBandOf(sql`${aging.age}`)} = ${index}::int`)!,
  })
}

const died = (sex: 'male' | 'female') =>
  flow(deathsWithAge, {
    id: `resident.${sex}-died`,
    title: { zh: `${words[sex].zh}性死亡`, en: `Deaths of ${words[sex].en}` },
    when: aging.diedOn,
    where: eq(aging.sex, sex),
  })

/** Registered deaths by sex. */
export const deathsOfSex = { male: died('male'), female: died('female') } as const

/** Registered deaths of each age group, by sex, in the order of `ageBandStarts`. */
export const deathsByAge = {
  male: ageBandStarts.map((_, index) => deathsOfBand('male', index)),
  female: ageBandStarts.map((_, index) => deathsOfBand('female', index)),
} as const
