import { and, eq, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as episodes } from '@kangheng/kernel/person/tables.ts'
import { doseTitles } from '../codes.ts'
import { card, vaccination } from '../records.ts'
import { cards, vaccinations } from '../tables.ts'
import { coverageDoses } from './targets.ts'

const query = new QueryBuilder()

/** Doses that count, one row each: a combination has two. */
const credited = query
  .select({
    county: vaccinations.county,
    person: vaccinations.person,
    dose: sql<string>`case credit.dose when 'dt-1' then 'dtap-5' else credit.dose end`.as('credited_dose'),
    on: sql<string>`${vaccinations.happenedOn}`.as('credited_on'),
    within24Hours: vaccinations.within24Hours,
  })
  .from(vaccinations)
  .innerJoin(
    sql`lateral (values (${vaccinations.dose}), (${vaccinations.secondDose})) credit (dose)`,
    sql`credit.dose is not null`,
  )
  .where(isNull(vaccinations.voidedAt))
  .as('credited')

const target = sql`(values ${sql.join(
  coverageDoses.map(({ id, before }) => sql`(${sql.raw(`'${id}'`)}, ${sql.raw(`interval '${before}'`)})`),
  sql`, `,
)}) target (dose, before)`

const limit = sql`(${episodes.birth} + target.before)::date`

/**
 * Children and doses: a row for each usual resident and each dose whose “finish before” age was passed within the last twelve months, for the days on which
 * that holds. So the denominator of a dose is a birth cohort of one year, floating children included, and what is caught up later still counts.
 */
export const childDoses = query
  .select({
    county: episodes.county,
    id: sql<string>`md5(${episodes.id}::text || target.dose)::uuid`.as('child_dose_id'),
    person: episodes.person,
    division: episodes.division,
    birth: episodes.birth,
    dose: sql<string>`target.dose`.as('target_dose'),
    from: sql<string>`greatest(${episodes.startsOn}, ${limit})`.as('due_from'),
    to: sql<string>`least(${episodes.endsOn}, (${limit} + interval '12 months')::date)`.as('due_to'),
    doneOn: sql<string | null>`${credited.on}`.as('done_on'),
    timely: sql<boolean>`coalesce(${credited.on} < ${limit}, false)`.as('timely'),
    within24Hours: sql<boolean>`coalesce(${credited.within24Hours}, false)`.as('within_24_hours'),
  })
  .from(episodes)
  .innerJoin(target, sql`${episodes.birth} > ${episodes.startsOn} - interval '96 months'`)
  .leftJoin(
    credited,
    and(
      eq(credited.county, episodes.county),
      eq(credited.person, episodes.person),
      sql`${credited.dose} = target.dose`,
    ),
  )
  .where(and(eq(episodes.kind, 'usual'), sql`(${episodes.endsOn} is null or ${episodes.endsOn} > ${limit})`))
  .as('child_dose')

export const childDoseRelation = defineRelation({
  id: 'immunization.child-dose',
  title: { zh: '应种剂次', en: 'Doses due' },
  from: childDoses,
  columns: childDoses,
  tables: [vaccinations, episodes],
  record: vaccination,
  // The latest dose is due within a year of the seventh birthday; a month more for months of different length.
  reaching: (first) => sql`${childDoses.birth} > ${first} - interval '97 months'`,
  show: {
    birth: { title: { zh: '出生日期', en: 'Birth' }, value: childDoses.birth },
    dose: { title: { zh: '剂次', en: 'Dose' }, value: childDoses.dose, values: doseTitles },
    done_on: { title: { zh: '接种日期', en: 'Given on' }, value: childDoses.doneOn },
  },
})

/** Cards of usual residents under seven. */
export const residentCards = query
  .select({
    county: cards.county,
    id: cards.id,
    person: cards.person,
    division: episodes.division,
    number: cards.number,
    from: sql<string>`greatest(${cards.happenedOn}, ${episodes.startsOn})`.as('card_from'),
    to: sql<string>`least(${episodes.endsOn}, (${episodes.birth} + interval '7 years')::date)`.as('card_to'),
  })
  .from(cards)
  .innerJoin(
    episodes,
    and(eq(episodes.county, cards.county), eq(episodes.person, cards.person), eq(episodes.kind, 'usual')),
  )
  .where(isNull(cards.voidedAt))
  .as('resident_immunization_card')

export const residentCardRelation = defineRelation({
  id: 'immunization.resident-card',
  title: { zh: '0—6岁常住儿童接种卡', en: 'Cards of children aged 0–6' },
  from: residentCards,
  columns: residentCards,
  tables: [cards, episodes],
  record: card,
  show: { number: { title: { zh: '接种卡号', en: 'Card number' }, value: residentCards.number } },
})
