import { date, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Forms: one row for each edition, never changed once issued. `happenedOn` is the day of the draft. */
export const forms = recordTable('statistical_form', {
  form: codeText('form').notNull(),
  name: text('name').notNull(),
  /** Number and authority of the official form. */
  number: text('number').notNull(),
  edition: integer('edition').notNull(),
  periodKind: text('period_kind').notNull(),
  /** Day of the first month after the period by which units send it. */
  dueDay: integer('due_day').notNull(),
  /** Classes of the institutions that fill it in. */
  unitKinds: jsonb('unit_kinds').$type<string[]>().notNull().default([]),
  /** The layout (see layout.ts); checked whenever it is read. */
  content: jsonb('content').$type<unknown>().notNull().default({}),
  issuedOn: date('issued_on'),
})

/** Returns: one for each form, unit and period. `happenedOn` is the first day of the period, so that it counts in it. */
export const returns = recordTable('statistical_return', {
  form: codeText('form').notNull(),
  formName: text('form_name').notNull(),
  /** The edition it is filled in by. */
  layout: uuid('layout').notNull(),
  period: codeText('period').notNull(),
  unitName: text('unit_name').notNull(),
  dueOn: date('due_on').notNull(),
  values: jsonb('values').$type<Record<string, string>>().notNull().default({}),
  /** Cells that came from the figures, with the day they were read; the others were entered or imported by hand. */
  fromFigures: jsonb('from_figures').$type<Record<string, string>>().notNull().default({}),
  /** Why a warning is right as it stands, by check. */
  explanations: jsonb('explanations').$type<Record<string, string>>().notNull().default({}),
  errors: integer('errors'),
  warnings: integer('warnings'),
  /** Versions sent so far. */
  sent: integer('sent').notNull().default(0),
  firstSentOn: date('first_sent_on'),
  sentOn: date('sent_on'),
  sentBy: uuid('sent_by'),
  returned: integer('returned').notNull().default(0),
  returnedReason: text('returned_reason'),
  reviewedOn: date('reviewed_on'),
  reviewedBy: uuid('reviewed_by'),
  approvedOn: date('approved_on'),
  approvedBy: uuid('approved_by'),
  frozenOn: date('frozen_on'),
})

/** What was sent each time: the snapshot of a return. `happenedOn` is the day it was sent. */
export const versions = recordTable('statistical_return_version', {
  return: uuid('return').notNull(),
  number: integer('number').notNull(),
  formName: text('form_name').notNull(),
  period: codeText('period').notNull(),
  unitName: text('unit_name').notNull(),
  values: jsonb('values').$type<Record<string, string>>().notNull().default({}),
  explanations: jsonb('explanations').$type<Record<string, string>>().notNull().default({}),
  sentBy: uuid('sent_by'),
})

/** Numbers of earlier years from elsewhere, with their source; they are compared with, and never counted among the figures. */
export const baselines = recordTable('statistical_baseline', {
  form: codeText('form').notNull(),
  cell: codeText('cell').notNull(),
  period: codeText('period').notNull(),
  value: numeric('value').notNull(),
  source: text('source').notNull(),
})
