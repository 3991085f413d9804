import { boolean, date, integer, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

const celsius = (name: string) => numeric(name, { precision: 4, scale: 1, mode: 'number' })

/** Refrigerators, cold boxes and cold rooms for vaccine. `happenedOn` is the day they were put to use. */
export const equipment = recordTable('immunization_equipment', {
  name: text('name').notNull(),
  code: codeText('code').notNull(),
  kind: text('kind').notNull(),
  /** The logger that reports its temperature; null where people read it twice a day. */
  logger: codeText('logger'),
  endedOn: date('ended_on'),
})

/**
 * The temperature of one piece of equipment on one day: the summary is kept for good, the readings themselves only while they are recent. One row a day,
 * not one a reading: a county with thirty loggers has eleven thousand rows a year instead of a million and a half.
 */
export const temperatures = recordTable('immunization_temperature', {
  equipment: uuid('equipment').notNull(),
  /** `HHMM±C.C` in order of time, separated by blanks; null once they were thinned out. */
  readings: text('readings'),
  count: integer('count').notNull().default(0),
  lowest: celsius('lowest'),
  highest: celsius('highest'),
  mean: celsius('mean'),
  minutesOut: integer('minutes_out').notNull().default(0),
  complete: boolean('complete').notNull().default(false),
})

/** Alarms: when the temperature left its range, and what was done. `happenedOn` is the day it began. */
export const coldAlarms = recordTable('immunization_cold_alarm', {
  equipment: uuid('equipment').notNull(),
  kind: text('kind').notNull(),
  startedAt: codeText('started_at').notNull(),
  raisedAt: codeText('raised_at').notNull(),
  /** When it was back in range; null while it is not. */
  endedAt: codeText('ended_at'),
  extreme: celsius('extreme').notNull(),
  /** Lots that were set aside. */
  lots: integer('lots').notNull().default(0),
  acknowledgedAt: codeText('acknowledged_at'),
  timely: boolean('timely').notNull().default(false),
  resolvedAt: codeText('resolved_at'),
  cause: text('cause'),
  measures: text('measures'),
})
