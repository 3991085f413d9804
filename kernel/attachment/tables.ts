import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { bytes, codeText } from '../store/columns.ts'

/** Pictures that belong to a record: seen by whoever sees the record where it stands. */
export const attachments = pgTable(
  'attachment',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    /** The record type and id it belongs to, with the place and person of that record. */
    record: text('record').notNull(),
    recordId: uuid('record_id').notNull(),
    division: codeText('division').notNull(),
    person: uuid('person'),
    caption: text('caption'),
    type: text('type').notNull(),
    size: integer('size').notNull(),
    /** SM3 of the content: what the journal proves, and by which a picture sent twice is known. */
    digest: codeText('digest').notNull(),
    content: bytes('content').notNull(),
    attachedBy: uuid('attached_by'),
    attachedAt: timestamp('attached_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.county, table.id] }), index('attachment_record').on(table.recordId)],
)
