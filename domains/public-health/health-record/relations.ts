import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as episodes } from '@kangheng/kernel/person/tables.ts'
import { healthCard, healthRecord, recordUse } from './records.ts'
import { healthCards as cards, healthRecords as records, recordUses as uses } from './tables.ts'

const query = new QueryBuilder()
const since = { title: { zh: '起始日期', en: 'Since' } }

/** Health records of usual residents, for the days on which the record is open and its person lives here. */
export const residentRecords = query
  .select({
    county: records.county,
    id: records.id,
    person: records.person,
    division: episodes.division,
    number: records.number,
    medium: records.medium,
    compliantSince: records.compliantSince,
    validFrom: sql<string>`greatest(${records.happenedOn}, ${episodes.startsOn})`.as('valid_from'),
    validTo: sql<string>`least(${records.closedOn}, ${episodes.endsOn})`.as('valid_to'),
  })
  .from(records)
  .innerJoin(
    episodes,
    and(
      eq(episodes.county, records.county),
      eq(episodes.person, records.person),
      eq(episodes.kind, 'usual'),
      or(isNull(episodes.endsOn), gt(episodes.endsOn, records.happenedOn)),
      or(isNull(records.closedOn), lt(episodes.startsOn, records.closedOn)),
    ),
  )
  .where(isNull(records.voidedAt))
  .as('resident_health_record')

export const residentRecordRelation = defineRelation({
  id: 'health-record.resident-record',
  title: { zh: '常住居民健康档案', en: 'Health records of usual residents' },
  from: residentRecords,
  columns: residentRecords,
  tables: [records, episodes],
  record: healthRecord,
  show: {
    number: { title: { zh: '档案编号', en: 'Record number' }, value: residentRecords.number },
    valid_from: { ...since, value: residentRecords.validFrom },
  },
})

/** Uses of these records, each for the year after the service: a record with one counts as used. */
export const residentUses = query
  .select({
    county: uses.county,
    id: uses.id,
    person: uses.person,
    division: residentRecords.division,
    kind: uses.kind,
    medium: residentRecords.medium,
    usedOn: sql<string>`${uses.happenedOn}`.as('used_on'),
    validFrom: sql<string>`greatest(${uses.happenedOn}, ${residentRecords.validFrom})`.as('used_from'),
    validTo: sql<string>`least((${uses.happenedOn} + interval '1 year')::date, ${residentRecords.validTo})`.as(
      'used_to',
    ),
  })
  .from(uses)
  .innerJoin(residentRecords, and(eq(residentRecords.county, uses.county), eq(residentRecords.id, uses.healthRecord)))
  .where(isNull(uses.voidedAt))
  .as('resident_record_use')

export const residentUseRelation = defineRelation({
  id: 'health-record.resident-use',
  title: { zh: '近一年有动态记录的档案', en: 'Records used within a year' },
  from: residentUses,
  columns: residentUses,
  tables: [uses, records, episodes],
  record: recordUse,
  show: { used_on: { title: { zh: '服务日期', en: 'Served on' }, value: residentUses.usedOn } },
})

/** Valid cards of usual residents. */
export const residentCards = query
  .select({
    county: cards.county,
    id: cards.id,
    person: cards.person,
    division: episodes.division,
    validFrom: sql<string>`greatest(${cards.happenedOn}, ${episodes.startsOn})`.as('held_from'),
    validTo: sql<string>`least(${cards.revokedOn}, ${episodes.endsOn})`.as('held_to'),
  })
  .from(cards)
  .innerJoin(
    episodes,
    and(eq(episodes.county, cards.county), eq(episodes.person, cards.person), eq(episodes.kind, 'usual')),
  )
  .where(isNull(cards.voidedAt))
  .as('resident_card')

export const residentCardRelation = defineRelation({
  id: 'health-record.resident-card',
  title: { zh: '常住居民健康卡', en: 'Health cards of usual residents' },
  from: residentCards,
  columns: residentCards,
  tables: [cards, episodes],
  record: healthCard,
  show: { held_from: { ...since, value: residentCards.validFrom } },
})
