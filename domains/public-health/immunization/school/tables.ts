import { boolean, date, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Entry checks of a school or kindergarten. `happenedOn` is the day on which the children are judged; counts follow from its children. */
export const schoolChecks = recordTable('immunization_school_check', {
  /** Name of school and year, by which a list names it. */
  name: text('name').notNull(),
  kind: text('kind', { enum: ['kindergarten', 'school'] }).notNull(),
  /** Children on the school's own list. */
  enrolled: integer('enrolled').notNull(),
  checked: integer('checked').notNull().default(0),
  holding: integer('holding').notNull().default(0),
  /** Children with doses to be caught up, and those of them who have. */
  owing: integer('owing').notNull().default(0),
  caughtUp: integer('caught_up').notNull().default(0),
})

/** Children of a school's list. `happenedOn` is the day of the check. */
export const schoolChildren = recordTable('immunization_school_child', {
  check: uuid('check').notNull(),
  name: text('name').notNull(),
  birth: date('birth').notNull(),
  className: codeText('class_name'),
  /** Showed a certificate. */
  holding: boolean('holding').notNull(),
  /** Doses wanted on the day of the check. */
  missing: jsonb('missing').$type<string[]>().notNull().default([]),
  /** Of these, what is still wanted. */
  open: jsonb('open').$type<string[]>().notNull().default([]),
  notifiedOn: date('notified_on'),
  caughtUpOn: date('caught_up_on'),
})
