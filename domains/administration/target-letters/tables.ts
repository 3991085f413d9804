import { date, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Target letters. `happenedOn` is the day of the draft. */
export const letters = recordTable('target_letter', {
  year: integer('year').notNull(),
  level: text('level').notNull(),
  /** Code of the place or institution, or name of the section, that undertakes the targets. */
  party: codeText('party').notNull(),
  partyName: text('party_name').notNull(),
  responsible: text('responsible').notNull(),
  issuedOn: date('issued_on'),
  signedOn: date('signed_on'),
  signedBy: uuid('signed_by'),
})

/**
 * Items of a letter: an indicator with its value of the year, or a task with its day. What is due of an indicator is the target of the one store of targets once the
 * letter is signed; value and months here are what was agreed.
 */
export const items = recordTable('target_letter_item', {
  letter: uuid('letter').notNull(),
  year: integer('year').notNull(),
  partyName: text('party_name').notNull(),
  number: integer('number').notNull(),
  kind: text('kind', { enum: ['indicator', 'task'] }).notNull(),
  title: text('title').notNull(),
  indicator: codeText('indicator'),
  /** Place whose target it is. */
  place: codeText('place'),
  value: numeric('value'),
  months: jsonb('months').$type<string[]>().notNull().default([]),
  method: text('method'),
  dueOn: date('due_on'),
  evidence: text('evidence'),
  reportedOn: date('reported_on'),
  checkedOn: date('checked_on'),
  opinion: text('opinion'),
})

/** Changes of signed items, each with its reason. */
export const changes = recordTable('target_letter_change', {
  item: uuid('item').notNull(),
  partyName: text('party_name').notNull(),
  title: text('title').notNull(),
  before: text('before').notNull(),
  after: text('after').notNull(),
  reason: text('reason').notNull(),
})
