import { date, integer, jsonb, smallint, text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { FindingKind, ItemId } from './codes.ts'

const permission = () => ({
  number: codeText('number').notNull(),
  items: jsonb('items').$type<ItemId[]>().notNull(),
  /** Last day. */
  validUntil: date('valid_until').notNull(),
  renewFrom: date('renew_from').notNull(),
  /** First day no longer valid, when it ended before its last day. */
  endedOn: date('ended_on'),
  endReason: text('end_reason'),
})

/** Permits of institutions (母婴保健技术服务执业许可证). `institution` is the holder, `happenedOn` the first day of validity. */
export const permits = recordTable('obstetric_permit', {
  ...permission(),
  authority: text('authority').notNull(),
  head: text('head'),
})
export type PermitRow = typeof permits.$inferSelect

/** Certificates of staff (母婴保健技术考核合格证书). `institution` is where they work, `happenedOn` the first day of validity. */
export const staff = recordTable('obstetric_staff', {
  ...permission(),
  name: text('name').notNull(),
  profession: text('profession').notNull(),
})

/** Findings at units, raised by the house. `happenedOn` is the day it was raised. */
export const findings = recordTable('obstetric_finding', {
  kind: text('kind').$type<FindingKind>().notNull(),
  deliveries: integer('deliveries').notNull(),
  since: date('since').notNull(),
  until: date('until').notNull(),
  answerBy: date('answer_by').notNull(),
  answer: text('answer'),
  answeredOn: date('answered_on'),
  closedOn: date('closed_on'),
  conclusion: text('conclusion'),
})

/** Drills of obstetric emergencies. `happenedOn` is the day. */
export const drills = recordTable('obstetric_drill', {
  scenario: text('scenario').notNull(),
  participants: smallint('participants').notNull(),
  minutes: smallint('minutes'),
  problems: text('problems'),
  improvements: text('improvements'),
})

/** Uses of the green channel: a critical case sent on and received. `happenedOn` is the day. */
export const rescues = recordTable('obstetric_rescue', {
  reason: text('reason').notNull(),
  receivedBy: codeText('received_by').notNull(),
  calledAt: text('called_at').notNull(),
  receivedAt: text('received_at'),
  /** Between the call and the hand-over. */
  minutes: integer('minutes'),
  outcome: text('outcome'),
  note: text('note'),
})
