import { date, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Session days of a clinic. `happenedOn` is the day it was planned; `heldOn` the day itself. Times are `HH:MM` in China. */
export const sessions = recordTable('immunization_session', {
  heldOn: date('held_on').notNull(),
  opensAt: text('opens_at').notNull(),
  closesAt: text('closes_at').notNull(),
  slotMinutes: integer('slot_minutes').notNull(),
  /** Children per slot. */
  slotCapacity: integer('slot_capacity').notNull(),
  cancelReason: text('cancel_reason'),
})

/** A child invited to a session. `happenedOn` is the day it was booked. */
export const appointments = recordTable('immunization_appointment', {
  session: uuid('session').notNull(),
  heldOn: date('held_on').notNull(),
  /** Beginning of the slot, `HH:MM`. */
  slot: text('slot').notNull(),
  /** Doses that the forecast wanted for the day when it was booked. */
  doses: jsonb('doses').$type<string[]>().notNull().default([]),
  remindedAt: text('reminded_at'),
  remindedBy: text('reminded_by'),
  cancelReason: text('cancel_reason'),
})

/** A child's way through one session: desk, pre-check, vaccination, observation. `happenedOn` is the day; moments are `YYYY-MM-DD HH:MM`. */
export const visits = recordTable('immunization_visit', {
  session: uuid('session').notNull(),
  appointment: uuid('appointment'),
  /** The number drawn at the desk. */
  number: integer('number').notNull(),
  arrivedAt: codeText('arrived_at').notNull(),
  calledAt: codeText('called_at'),
  /** How often the number was called without anybody coming; each time it goes back behind the others. */
  passedOver: integer('passed_over').notNull().default(0),
  /** Degrees Celsius, under the arm. */
  temperature: numeric('temperature', { precision: 3, scale: 1, mode: 'number' }),
  findings: jsonb('findings').$type<string[]>().notNull().default([]),
  assessment: text('assessment'),
  consentBy: text('consent_by'),
  deferUntil: date('defer_until'),
  /** Why nothing was given. */
  withoutDose: text('without_dose'),
  doses: integer('doses').notNull().default(0),
  observedFrom: codeText('observed_from'),
  observeUntil: codeText('observe_until'),
  leftAt: codeText('left_at'),
  leftEarly: text('left_early'),
  reaction: text('reaction'),
})
