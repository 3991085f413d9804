import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { bytes, codeText } from '@kangheng/kernel/store/columns.ts'
import type { Cell } from './cell.ts'

/** A page that somebody composed of views. `recordedBy` is its owner. */
export const dashboards = recordTable('dashboard', {
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  ownerName: text('owner_name').notNull(),
  /** Roles that may open it besides its owner; empty: it is kept. */
  sharedWith: jsonb('shared_with').$type<string[]>().notNull().default([]),
  /** In the order of reading. */
  cells: jsonb('cells').$type<Cell[]>().notNull().default([]),
})

/** What somebody noted about a figure. The division is the place's own, so that who sees the figure sees the note. */
export const figureNotes = recordTable('figure_note', {
  indicator: codeText('indicator').notNull(),
  place: codeText('place').notNull(),
  period: codeText('period').notNull(),
  note: text('note').notNull(),
  authorName: text('author_name').notNull(),
  /** The office of the author: it may withdraw the note. */
  office: codeText('office').notNull(),
})

/** A dashboard that is sent by mail. `recordedBy` is the subscriber, with whose rights it is read. */
export const dashboardSubscriptions = recordTable('dashboard_subscription', {
  dashboard: uuid('dashboard').notNull(),
  dashboardTitle: text('dashboard_title').notNull(),
  addressCipher: bytes('address_cipher').notNull(),
  format: text('format', { enum: ['pdf', 'png'] }).notNull(),
  rhythm: text('rhythm', { enum: ['weekly', 'monthly'] }).notNull(),
  /** 1 to 7 from Monday, or the day of the month, 1 to 28. */
  onDay: integer('on_day').notNull(),
  /** Hour of China. */
  hour: integer('hour').notNull(),
  language: text('language', { enum: ['zh', 'en'] }).notNull(),
})

/** One sending of a subscription: what was due when, how often it was tried, and what came of it. */
export const dashboardDeliveries = pgTable(
  'dashboard_delivery',
  {
    county: codeText('county').notNull(),
    subscription: uuid('subscription').notNull(),
    /** The moment in China, `YYYY-MM-DD HH:MM`. With the subscription the key: each moment is served once. */
    dueAt: codeText('due_at').notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'failed'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: timestamp('next_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    sentAt: timestamp('sent_at', { withTimezone: true, mode: 'string' }),
    fault: text('fault'),
  },
  (table) => [primaryKey({ columns: [table.county, table.subscription, table.dueAt] })],
)
