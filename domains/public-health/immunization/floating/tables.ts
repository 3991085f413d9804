import { date, integer, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Floating children in care of a clinic. `happenedOn` is the day they were found. */
export const floatingChildren = recordTable('immunization_floating_child', {
  cameFrom: text('came_from').notNull(),
  cameOn: date('came_on').notNull(),
  foundBy: text('found_by').notNull(),
  leftOn: date('left_on'),
})

/**
 * The handing over of a child between two clinics. Each clinic has a row of its own, so that both follow it under their own scope; `partner` is the other
 * one's row and every step is written to both. `happenedOn` is the day of the request.
 */
export const handovers = recordTable('immunization_handover', {
  side: text('side', { enum: ['taking', 'giving'] }).notNull(),
  partner: uuid('partner').notNull(),
  /** The other clinic. */
  counterpart: codeText('counterpart').notNull(),
  sentOn: date('sent_on'),
  /** Doses on the card when it was sent. */
  doses: integer('doses'),
  note: text('note'),
  endedOn: date('ended_on'),
})

/** The search of a clinic in one quarter. `happenedOn` is the day it was called for. */
export const searchRounds = recordTable('immunization_search_round', {
  quarter: codeText('quarter').notNull(),
  dueOn: date('due_on').notNull(),
  searchedOn: date('searched_on'),
  villages: integer('villages'),
  households: integer('households'),
  found: integer('found'),
  unregistered: integer('unregistered'),
  zeroDose: integer('zero_dose'),
})
