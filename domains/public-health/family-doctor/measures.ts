import { eq, gte, isNotNull, sql } from 'drizzle-orm'
import { aggregate, flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { keyGroupIds, keyGroups, type KeyGroupId } from './key-groups.ts'
import { contract, delivery } from './records.ts'
import {
  dueForRenewal,
  keyRelation,
  keyRows,
  keySignedRelation,
  keySignedRows,
  renewalRelation,
  serviceYearRelation,
  serviceYears,
  signedRelation,
  signedRows,
} from './relations.ts'
import { contracts, deliveries, members, teams } from './tables.ts'
import { member, team } from './team-records.ts'

const signedSpan = { from: signedRows.validFrom, to: signedRows.validTo }
const keySpan = { from: keyRows.validFrom, to: keyRows.validTo }
const keySignedSpan = { from: keySignedRows.validFrom, to: keySignedRows.validTo }
/** A resident lives in one place, so different persons add up over villages. */
const differentResidents = { count: 'persons', onePlacePerPerson: true } as const

/** Different residents with a valid contract at the period's end. */
export const signedResidents = stock(signedRelation, {
  id: 'family-doctor.signed-residents',
  title: { zh: '签约居民', en: 'Signed residents' },
  ...signedSpan,
  ...differentResidents,
})
export const paidResidents = stock(signedRelation, {
  id: 'family-doctor.paid-residents',
  title: { zh: '有偿签约居民', en: 'Residents with a paid contract' },
  ...signedSpan,
  ...differentResidents,
  where: eq(signedRows.grade, 'paid'),
})

/** Different residents in any key group: the union, each counted once. */
export const keyResidents = stock(keyRelation, {
  id: 'family-doctor.key-residents',
  title: { zh: '重点人群', en: 'Key population' },
  ...keySpan,
  ...differentResidents,
})
export const keySigned = stock(keySignedRelation, {
  id: 'family-doctor.key-signed',
  title: { zh: '重点人群签约', en: 'Signed key population' },
  ...keySignedSpan,
  ...differentResidents,
})

/** Members of each group, and those of them with a contract. One open membership per person and group, so rows are persons. */
export const groupMeasures = Object.fromEntries(
  keyGroupIds.map((group) => {
    const { zh, en } = keyGroups[group].title
    const all = stock(keyRelation, {
      id: `family-doctor.group-${group}`,
      title: { zh, en },
      ...keySpan,
      where: eq(keyRows.group, group),
    })
    const signed = stock(keySignedRelation, {
      id: `family-doctor.group-${group}-signed`,
      title: { zh: `${zh}签约`, en: `${en}, signed` },
      ...keySignedSpan,
      where: eq(keySignedRows.group, group),
    })
    return [group, { all, signed }]
  }),
) as Record<KeyGroupId, { all: ReturnType<typeof stock>; signed: ReturnType<typeof stock> }>

const paidPatients = (group: KeyGroupId) =>
  stock(keySignedRelation, {
    id: `family-doctor.group-${group}-paid`,
    title: { zh: `${keyGroups[group].title.zh}有偿签约`, en: `${keyGroups[group].title.en}, paid contract` },
    ...keySignedSpan,
    where: sql`${keySignedRows.group} = ${group} and ${keySignedRows.grade} = 'paid'`,
  })
export const hypertensionPaid = paidPatients('hypertension')
export const diabetesPaid = paidPatients('diabetes')

export const contractsSigned = flow(contract, {
  id: 'family-doctor.contracts-signed',
  title: { zh: '签约份数', en: 'Contracts signed' },
  when: contracts.happenedOn,
})
export const contractsTerminated = flow(contract, {
  id: 'family-doctor.contracts-terminated',
  title: { zh: '解约份数', en: 'Contracts terminated' },
  when: contracts.endsOn,
  where: eq(contracts.state, 'terminated'),
})

const renewalWhen = { when: dueForRenewal.lastDay }
export const renewalsDue = flow(renewalRelation, {
  id: 'family-doctor.renewals-due',
  title: { zh: '到期协议', en: 'Contracts that came to their end' },
  ...renewalWhen,
})
export const renewed = flow(renewalRelation, {
  id: 'family-doctor.renewed',
  title: { zh: '已续签', en: 'Renewed' },
  ...renewalWhen,
  where: isNotNull(dueForRenewal.renewedOn),
})
export const paidRenewalsDue = flow(renewalRelation, {
  id: 'family-doctor.paid-renewals-due',
  title: { zh: '到期有偿协议', en: 'Paid contracts that came to their end' },
  ...renewalWhen,
  where: eq(dueForRenewal.grade, 'paid'),
})
export const paidRenewed = flow(renewalRelation, {
  id: 'family-doctor.paid-renewed',
  title: { zh: '有偿协议已续签', en: 'Paid contracts renewed' },
  ...renewalWhen,
  where: sql`${dueForRenewal.grade} = 'paid' and ${dueForRenewal.renewedOn} is not null`,
})

const yearWhen = { when: serviceYears.lastDay }
export const itemsAgreed = flow(serviceYearRelation, {
  id: 'family-doctor.items-agreed',
  title: { zh: '约定服务次数', en: 'Services agreed' },
  ...yearWhen,
  count: { sum: serviceYears.due },
})
export const itemsDelivered = flow(serviceYearRelation, {
  id: 'family-doctor.items-delivered',
  title: { zh: '已履约次数', en: 'Agreed services delivered' },
  ...yearWhen,
  count: { sum: serviceYears.done },
})
export const yearsCompleted = flow(serviceYearRelation, {
  id: 'family-doctor.service-years',
  title: { zh: '满服务年度的签约', en: 'Completed service years' },
  ...yearWhen,
})
export const yearsFulfilled = flow(serviceYearRelation, {
  id: 'family-doctor.service-years-fulfilled',
  title: { zh: '全部履约的签约', en: 'Service years with every item delivered' },
  ...yearWhen,
  where: gte(serviceYears.done, serviceYears.due),
})
export const servicesCredited = flow(delivery, {
  id: 'family-doctor.services-credited',
  title: { zh: '履约服务人次', en: 'Services given under contract' },
  when: deliveries.happenedOn,
})

export const activeTeams = stock(team, {
  id: 'family-doctor.active-teams',
  title: { zh: '签约团队', en: 'Teams' },
  from: teams.happenedOn,
  to: teams.dissolvedOn,
})
export const doctors = stock(member, {
  id: 'family-doctor.team-members',
  title: { zh: '家庭医生（团队成员）', en: 'Family doctors (team members)' },
  from: members.happenedOn,
  to: members.leftOn,
})

/** Visits come from the hospitals' monthly returns until they are kept here. */
export const contractedVisits = aggregate({
  id: 'family-doctor.contracted-visits',
  title: { zh: '签约居民就诊人次', en: 'Visits of signed residents' },
  item: 'family-doctor.contracted-visits',
})
export const firstAtBase = aggregate({
  id: 'family-doctor.first-at-base',
  title: { zh: '签约居民基层首诊人次', en: 'First visits of signed residents at primary care' },
  item: 'family-doctor.first-at-base',
})
