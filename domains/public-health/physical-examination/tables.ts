import { date, integer, jsonb, numeric, text, uniqueIndex, uuid, index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { kernelColumns, recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { ExaminedGroup } from './groups.ts'

/** Campaigns of a mobile examination vehicle or of a centre. `happenedOn` is the day it was set up. */
export const campaigns = recordTable('physical_examination_campaign', {
  title: text('title').notNull(),
  vehicle: text('vehicle'),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  groups: jsonb('called_groups').$type<ExaminedGroup[]>().notNull(),
})

/** Stops of a campaign: a village and a day. `happenedOn` is the day it was planned. */
export const stops = recordTable('physical_examination_stop', {
  campaign: uuid('campaign').notNull(),
  visitsOn: date('visits_on').notNull(),
  village: codeText('village').notNull(),
  meetingPlace: text('meeting_place'),
  /** How many were on the list when it was drawn up. */
  called: integer('called'),
})

/** People called to or examined at a stop. `happenedOn` is the day they were called, from arrival on the day they came. */
export const attendances = pgTable(
  'physical_examination_attendance',
  {
    ...kernelColumns(),
    stop: uuid('stop').notNull(),
    campaign: uuid('campaign').notNull(),
    /** Place on the list: by village group and household. */
    listNumber: integer('list_number'),
    household: text('household'),
    groups: jsonb('called_groups').$type<ExaminedGroup[]>().notNull(),
    barcode: codeText('barcode'),
    stations: jsonb('stations').$type<string[]>().notNull().default([]),
    /** The examination form in the health record. */
    examination: uuid('examination'),
    finding: text('finding'),
    reportedOn: date('reported_on'),
    advice: text('advice'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    uniqueIndex('physical_examination_barcode').on(table.barcode, table.county),
    index('physical_examination_attendance_place').on(table.division, table.happenedOn, table.id),
    index('physical_examination_attendance_date').on(table.happenedOn, table.id),
    index('physical_examination_attendance_person').on(table.person),
    index('physical_examination_attendance_stop').on(table.stop),
  ],
)
export type AttendanceRow = typeof attendances.$inferSelect

/** Laboratory results as they came. `happenedOn` is the day of measurement. */
export const results = pgTable(
  'physical_examination_result',
  {
    ...kernelColumns(),
    attendance: uuid('attendance').notNull(),
    /** The tube's barcode, or the attendance where there was none: with item and time it tells a result sent twice. */
    sample: codeText('sample').notNull(),
    item: text('item').notNull(),
    value: numeric('value', { precision: 9, scale: 2 }),
    /** Degree of a strip test. */
    degree: text('degree'),
    low: numeric('low', { precision: 7, scale: 2 }),
    high: numeric('high', { precision: 7, scale: 2 }),
    flag: text('flag').notNull(),
    measuredAt: codeText('measured_at').notNull(),
    device: text('device'),
    /** As the analyser wrote it, with its unit. */
    original: text('original').notNull(),
    /** The moment until which a critical value must have been told; null for others. */
    notifyBy: text('notify_by'),
    notifiedAt: text('notified_at'),
    notifiedWhom: text('notified_whom'),
    handling: text('handling'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    uniqueIndex('physical_examination_result_once').on(table.sample, table.item, table.measuredAt, table.county),
    index('physical_examination_result_place').on(table.division, table.happenedOn, table.id),
    index('physical_examination_result_date').on(table.happenedOn, table.id),
    index('physical_examination_result_person').on(table.person),
    index('physical_examination_result_attendance').on(table.attendance),
  ],
)
