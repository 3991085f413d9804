import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as episodes } from '@kangheng/kernel/person/tables.ts'
import { keyGroupTitles } from './key-groups.ts'
import { contract, keyMembership } from './records.ts'
import { contracts, deliveries, keyMemberships } from './tables.ts'

const query = new QueryBuilder()

const usualResidence = (
  person: typeof contracts.person | typeof keyMemberships.person,
  county: typeof contracts.county | typeof keyMemberships.county,
) => and(eq(episodes.county, county), eq(episodes.person, person), eq(episodes.kind, 'usual'))

/** Contracts of usual residents, for the days on which both hold: a person who died or moved away is not counted as signed any more. */
export const signedRows = query
  .select({
    county: contracts.county,
    id: contracts.id,
    person: contracts.person,
    division: episodes.division,
    institution: contracts.institution,
    grade: contracts.grade,
    signedOn: sql<string>`${contracts.happenedOn}`.as('signed_on'),
    validFrom: sql<string>`greatest(${contracts.startsOn}, ${episodes.startsOn})`.as('valid_from'),
    validTo: sql<string>`least(${contracts.endsOn}, ${episodes.endsOn})`.as('valid_to'),
  })
  .from(contracts)
  .innerJoin(
    episodes,
    and(
      usualResidence(contracts.person, contracts.county),
      lt(episodes.startsOn, contracts.endsOn),
      or(isNull(episodes.endsOn), gt(episodes.endsOn, contracts.startsOn)),
    ),
  )
  .where(isNull(contracts.voidedAt))
  .as('signed_resident')

export const signedRelation = defineRelation({
  id: 'family-doctor.signed-resident',
  title: { zh: '签约居民', en: 'Signed residents' },
  from: signedRows,
  columns: signedRows,
  tables: [contracts, episodes],
  record: contract,
  show: {
    signed_on: { title: { zh: '签约日期', en: 'Signed on' }, value: signedRows.signedOn },
    valid_from: { title: { zh: '有效自', en: 'Valid from' }, value: signedRows.validFrom },
    valid_to: { title: { zh: '失效日期', en: 'No longer valid on' }, value: signedRows.validTo },
  },
})

/** Memberships of usual residents in key groups. */
export const keyRows = query
  .select({
    county: keyMemberships.county,
    id: keyMemberships.id,
    person: keyMemberships.person,
    division: episodes.division,
    group: keyMemberships.group,
    validFrom: sql<string>`greatest(${keyMemberships.happenedOn}, ${episodes.startsOn})`.as('valid_from'),
    validTo: sql<string>`least(${keyMemberships.endsOn}, ${episodes.endsOn})`.as('valid_to'),
  })
  .from(keyMemberships)
  .innerJoin(episodes, usualResidence(keyMemberships.person, keyMemberships.county))
  .where(isNull(keyMemberships.voidedAt))
  .as('key_resident')

export const keyRelation = defineRelation({
  id: 'family-doctor.key-resident',
  title: { zh: '重点人群', en: 'Key population' },
  from: keyRows,
  columns: keyRows,
  tables: [keyMemberships, episodes],
  record: keyMembership,
  show: {
    group: { title: { zh: '人群类别', en: 'Group' }, value: keyRows.group, values: keyGroupTitles },
    valid_from: { title: { zh: '纳入日期', en: 'Entered on' }, value: keyRows.validFrom },
  },
})

/** Memberships of usual residents who have a contract, for the days on which all three hold. */
export const keySignedRows = query
  .select({
    county: keyMemberships.county,
    id: keyMemberships.id,
    person: keyMemberships.person,
    division: episodes.division,
    group: keyMemberships.group,
    grade: contracts.grade,
    signedOn: sql<string>`${contracts.happenedOn}`.as('signed_on'),
    validFrom: sql<string>`greatest(${keyMemberships.happenedOn}, ${contracts.startsOn}, ${episodes.startsOn})`.as(
      'valid_from',
    ),
    validTo: sql<string>`least(${keyMemberships.endsOn}, ${contracts.endsOn}, ${episodes.endsOn})`.as('valid_to'),
  })
  .from(keyMemberships)
  .innerJoin(episodes, usualResidence(keyMemberships.person, keyMemberships.county))
  .innerJoin(
    contracts,
    and(
      eq(contracts.county, keyMemberships.county),
      eq(contracts.person, keyMemberships.person),
      isNull(contracts.voidedAt),
      lt(keyMemberships.happenedOn, contracts.endsOn),
      or(isNull(keyMemberships.endsOn), gt(keyMemberships.endsOn, contracts.startsOn)),
    ),
  )
  .where(isNull(keyMemberships.voidedAt))
  .as('key_signed')

export const keySignedRelation = defineRelation({
  id: 'family-doctor.key-signed',
  title: { zh: '已签约重点人群', en: 'Signed key population' },
  from: keySignedRows,
  columns: keySignedRows,
  tables: [keyMemberships, contracts, episodes],
  record: keyMembership,
  show: {
    group: { title: { zh: '人群类别', en: 'Group' }, value: keySignedRows.group, values: keyGroupTitles },
    signed_on: { title: { zh: '签约日期', en: 'Signed on' }, value: keySignedRows.signedOn },
  },
})

const next = alias(contracts, 'next_contract')

/** Contracts on the last day of their agreed term, and whether another continues them. Death and moving away need no renewal. */
export const dueForRenewal = query
  .select({
    county: contracts.county,
    id: contracts.id,
    person: contracts.person,
    division: contracts.division,
    institution: contracts.institution,
    grade: contracts.grade,
    lastDay: sql<string>`(${contracts.agreedEndsOn} - 1)`.as('last_day'),
    renewedOn: sql<string | null>`${next.happenedOn}`.as('renewed_on'),
  })
  .from(contracts)
  .leftJoin(next, and(eq(next.county, contracts.county), eq(next.renews, contracts.id), isNull(next.voidedAt)))
  .where(and(isNull(contracts.voidedAt), sql`coalesce(${contracts.endReason}, '') not in ('died', 'moved-away')`))
  .as('due_for_renewal')

export const renewalRelation = defineRelation({
  id: 'family-doctor.due-for-renewal',
  title: { zh: '到期协议', en: 'Contracts due for renewal' },
  from: dueForRenewal,
  columns: dueForRenewal,
  tables: [contracts],
  record: contract,
  show: {
    last_day: { title: { zh: '到期日', en: 'Last day' }, value: dueForRenewal.lastDay },
    renewed_on: { title: { zh: '续签日期', en: 'Renewed on' }, value: dueForRenewal.renewedOn },
  },
})

const delivered = query
  .select({
    county: deliveries.county,
    // Who it is is said by the contract; here it lets one person's rows be found alone.
    person: deliveries.person,
    contract: deliveries.contract,
    yearEndsOn: deliveries.yearEndsOn,
    items: sql<number>`count(*)`.as('items'),
  })
  .from(deliveries)
  .where(and(isNull(deliveries.voidedAt), eq(deliveries.counts, true)))
  .groupBy(deliveries.county, deliveries.person, deliveries.contract, deliveries.yearEndsOn)
  .as('delivered')

/**
 * Completed service years: one row for each year of a contract that ran to its end, with the items agreed and delivered in it.
 * A year cut short by termination is not counted; a running one is counted when it ends.
 */
export const serviceYears = query
  .select({
    county: contracts.county,
    id: contracts.id,
    person: contracts.person,
    division: contracts.division,
    institution: contracts.institution,
    grade: contracts.grade,
    due: sql<number>`${contracts.itemsDue}`.as('due'),
    done: sql<number>`coalesce(${delivered.items}, 0)`.as('done'),
    lastDay: sql<string>`(service_year.ends_on - 1)`.as('last_day'),
  })
  .from(contracts)
  .innerJoin(
    sql`lateral (select (${contracts.startsOn} + make_interval(years => n))::date as ends_on from generate_series(1, ${contracts.years}) n) service_year`,
    sql`service_year.ends_on <= ${contracts.endsOn}`,
  )
  .leftJoin(
    delivered,
    and(
      eq(delivered.county, contracts.county),
      eq(delivered.person, contracts.person),
      eq(delivered.contract, contracts.id),
      sql`${delivered.yearEndsOn} = service_year.ends_on`,
    ),
  )
  .where(isNull(contracts.voidedAt))
  .as('completed_service_year')

export const serviceYearRelation = defineRelation({
  id: 'family-doctor.service-year',
  title: { zh: '已满服务年度', en: 'Completed service years' },
  from: serviceYears,
  columns: serviceYears,
  tables: [contracts, deliveries],
  record: contract,
  show: {
    last_day: { title: { zh: '服务年度止', en: 'Service year until' }, value: serviceYears.lastDay },
    due: { title: { zh: '约定次数', en: 'Agreed' }, value: serviceYears.due },
    done: { title: { zh: '完成次数', en: 'Delivered' }, value: serviceYears.done },
  },
})
