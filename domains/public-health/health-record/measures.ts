import { eq, sql } from 'drizzle-orm'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { residentGroups, type ResidentGroup } from './groups.ts'
import { examination, healthRecord } from './records.ts'
import {
  residentCardRelation,
  residentCards,
  residentRecordRelation,
  residentRecords,
  residentUseRelation,
  residentUses,
} from './relations.ts'
import { examinations, healthRecords } from './tables.ts'

const span = { from: residentRecords.validFrom, to: residentRecords.validTo }

/** Usual residents with an open record, on paper or electronic. One open record per person, so rows are persons. */
export const recorded = stock(residentRecordRelation, {
  id: 'health-record.recorded',
  title: { zh: '有健康档案的常住居民', en: 'Residents with a record' },
  ...span,
})
export const recordedElectronically = stock(residentRecordRelation, {
  id: 'health-record.recorded-electronically',
  title: { zh: '有电子健康档案的常住居民', en: 'Residents with an electronic record' },
  ...span,
  where: eq(residentRecords.medium, 'electronic'),
})
/** Electronic records in which everything the norm asks for is filled in. */
export const compliant = stock(residentRecordRelation, {
  id: 'health-record.compliant',
  title: { zh: '规范电子健康档案', en: 'Compliant electronic records' },
  from: sql`greatest(${residentRecords.validFrom}, ${residentRecords.compliantSince})`,
  to: residentRecords.validTo,
  where: sql`${residentRecords.medium} = 'electronic' and ${residentRecords.compliantSince} is not null`,
})
/** Residents whose record has an entry of a real service within the year before the period's end. */
export const used = stock(residentUseRelation, {
  id: 'health-record.used',
  title: { zh: '近一年有动态记录的居民', en: 'Residents whose record was used within a year' },
  from: residentUses.validFrom,
  to: residentUses.validTo,
  count: 'persons',
  onePlacePerPerson: true,
})
export const usedElectronically = stock(residentUseRelation, {
  id: 'health-record.used-electronically',
  title: { zh: '近一年有动态记录的电子健康档案', en: 'Residents whose electronic record was used within a year' },
  from: residentUses.validFrom,
  to: residentUses.validTo,
  where: eq(residentUses.medium, 'electronic'),
  count: 'persons',
  onePlacePerPerson: true,
})
/** All open records, whoever they belong to: more than the residents with one means records in excess. */
export const openRecords = stock(healthRecord, {
  id: 'health-record.open-records',
  title: { zh: '使用中的健康档案', en: 'Open records' },
  from: healthRecords.happenedOn,
  to: healthRecords.closedOn,
})
export const opened = flow(healthRecord, {
  id: 'health-record.opened',
  title: { zh: '新建健康档案', en: 'Records opened' },
  when: healthRecords.happenedOn,
})
/** Records opened for each group; the groups add up to `opened`. */
export const openedFor = Object.fromEntries(
  Object.entries(residentGroups).map(([group, title]) => [
    group,
    flow(healthRecord, {
      id: `health-record.opened-${group}`,
      title: { zh: `新建档案：${title.zh}`, en: `Records opened: ${title.en}` },
      when: healthRecords.happenedOn,
      where: eq(healthRecords.group, group),
    }),
  ]),
) as Record<ResidentGroup, ReturnType<typeof flow>>
export const examined = flow(examination, {
  id: 'health-record.examined',
  title: { zh: '健康体检', en: 'Health examinations' },
  when: examinations.happenedOn,
})
export const cardHolders = stock(residentCardRelation, {
  id: 'health-record.card-holders',
  title: { zh: '持健康卡的常住居民', en: 'Residents with a health card' },
  from: residentCards.validFrom,
  to: residentCards.validTo,
})
