import { text } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** What the words of written documents mean in this county. Without an indicator: none of ours. */
export const figureMappings = recordTable('figure_mapping', {
  /** The words as they are compared: without places, blanks and filler. */
  subject: text('subject').notNull(),
  unit: text('unit').notNull(),
  indicator: text('indicator'),
  indicatorTitle: text('indicator_title'),
})

/** What was decided about a finding of the figure check, and why. */
export const figureDecisions = recordTable('figure_decision', {
  /** SM3 digest of the text that was checked, or `report:` with the id of a bulletin or summary. */
  document: codeText('document').notNull(),
  documentTitle: text('document_title').notNull(),
  /** Identity of the finding within the document; see identity.ts. */
  finding: codeText('finding').notNull(),
  claim: text('claim').notNull(),
  sentence: text('sentence').notNull(),
  reason: text('reason'),
})
