import { date, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'

/** Places that assistants look after. `happenedOn` is the day it was listed. */
export const sites = recordTable('supervision_site', {
  field: text('field').notNull(),
  name: text('name').notNull(),
  address: text('address'),
  /** First day on which it was no longer looked after. */
  closedOn: date('closed_on'),
})

/** Patrols. `happenedOn` is the day of the patrol. */
export const patrols = recordTable('supervision_patrol', {
  site: uuid('site').notNull(),
  field: text('field').notNull(),
  content: text('content').notNull(),
  assistant: text('assistant').notNull(),
  outcome: text('outcome').notNull(),
})

/** Events and leads found, on a patrol or otherwise. `happenedOn` is the day it was found. */
export const findings = recordTable('supervision_finding', {
  patrol: uuid('patrol'),
  site: uuid('site'),
  field: text('field').notNull(),
  description: text('description').notNull(),
  foundAt: text('found_at').notNull(),
  /** Upward, to the county's supervision institute. */
  reportedAt: text('reported_at'),
  reportedTo: text('reported_to'),
  answer: text('answer'),
  answeredOn: date('answered_on'),
})
