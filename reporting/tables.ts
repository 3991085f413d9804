import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** A bulletin, an annual summary, or a week’s or month’s bulletin of communicable disease, of a place and period. */
export const reports = pgTable(
  'report',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind', { enum: ['bulletin', 'summary', 'disease-bulletin'] }).notNull(),
    place: codeText('place').notNull(),
    period: codeText('period').notNull(),
    title: text('title').notNull(),
    state: text('state', { enum: ['draft', 'compiled', 'closed', 'issued', 'signed'] }).notNull(),
    /** 发文字号. */
    number: text('number'),
    issuedOn: date('issued_on'),
    signedBy: text('signed_by'),
    /** The document as it was signed or issued; from then on nothing is taken from anywhere else. */
    frozen: jsonb('frozen'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    createdBy: uuid('created_by'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('report_place').on(table.county, table.place, table.kind, table.period),
  ],
)

/** A part of a report, drafted by one bureau section. */
export const reportSections = pgTable(
  'report_section',
  {
    county: codeText('county').notNull(),
    report: uuid('report').notNull(),
    id: text('id').notNull(),
    place: codeText('place').notNull(),
    position: integer('position').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    ownerZh: text('owner_zh').notNull(),
    ownerEn: text('owner_en').notNull(),
    state: text('state', { enum: ['drafting', 'submitted'] })
      .notNull()
      .default('drafting'),
    /** Blocks of the document model with living figures. */
    blocks: jsonb('blocks').notNull(),
    version: integer('version').notNull().default(1),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    changedBy: uuid('changed_by'),
  },
  (table) => [primaryKey({ columns: [table.county, table.report, table.id] })],
)

/** A view of the explorer kept under a name. */
export const savedViews = pgTable(
  'saved_view',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    place: codeText('place').notNull(),
    account: uuid('account').notNull(),
    accountName: text('account_name').notNull(),
    title: text('title').notNull(),
    shared: boolean('shared').notNull().default(false),
    state: jsonb('state').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.county, table.id] })],
)
