import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { kernelColumns } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** One attempt to tell somebody that their dose came of a lot that was stopped. `happenedOn` is the day of the attempt. */
export const recallNotices = pgTable(
  'immunization_recall_notice',
  {
    ...kernelColumns(),
    /** The dose that was given. */
    vaccination: uuid('vaccination').notNull(),
    vaccine: codeText('vaccine').notNull(),
    lotNumber: codeText('lot_number').notNull(),
    way: text('way', { enum: ['phone', 'visit', 'message', 'clinic'] }).notNull(),
    /** What was said and agreed, or why nobody was reached. */
    note: text('note'),
    /** Who told, as named at the time. */
    toldBy: text('told_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('immunization_recall_notice_place').on(table.division, table.happenedOn, table.id),
    index('immunization_recall_notice_date').on(table.happenedOn, table.id),
    index('immunization_recall_notice_person').on(table.person),
    // All that is known of a recall, at once.
    index('immunization_recall_notice_lot').on(table.lotNumber, table.vaccine),
  ],
)
