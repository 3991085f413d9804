import { date, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** Meetings. `happenedOn` is the day of the meeting. */
export const meetings = recordTable('section_work_meeting', {
  kind: text('kind').notNull(),
  subject: text('subject').notNull(),
  chair: text('chair').notNull(),
  /** Full name of the bureau section that holds it and follows up. */
  section: text('section').notNull(),
  venue: text('venue'),
  attendance: integer('attendance'),
  minutes: text('minutes'),
})

/** Matters to be seen to. `happenedOn` is the day on which it was decided, received or set up. */
export const matters = recordTable('section_work_matter', {
  origin: text('origin').notNull(),
  meeting: uuid('meeting'),
  /** Number of the document, and who sent it. */
  number: text('number'),
  sender: text('sender'),
  programme: text('programme'),
  title: text('title').notNull(),
  /** Section that set it and confirms that it is done. */
  setBy: text('set_by').notNull(),
  /** Who sees to it: name of the section, or code of place or institution. */
  owner: codeText('owner').notNull(),
  ownerName: text('owner_name').notNull(),
  responsible: text('responsible').notNull(),
  dueOn: date('due_on').notNull(),
  /** The item of a target letter or the indicator that it feeds. */
  letterItem: uuid('letter_item'),
  indicator: codeText('indicator'),
  /** Per cent, by the owner’s last word. */
  progress: smallint('progress').notNull().default(0),
  lastNote: text('last_note'),
  notedOn: date('noted_on'),
  evidence: text('evidence'),
  reportedBy: uuid('reported_by'),
  /** Day of the report that stands; none while it is not done or was sent back. */
  finishedOn: date('finished_on'),
  confirmedOn: date('confirmed_on'),
  opinion: text('opinion'),
  returned: integer('returned').notNull().default(0),
  /** The first day set, where it was put off. */
  firstDueOn: date('first_due_on'),
  reason: text('reason'),
  withdrawnOn: date('withdrawn_on'),
})

/** What the owner told of a matter. `happenedOn` is the day of the note. */
export const notes = recordTable('section_work_note', {
  matter: uuid('matter').notNull(),
  title: text('title').notNull(),
  ownerName: text('owner_name').notNull(),
  progress: smallint('progress').notNull(),
  note: text('note').notNull(),
  obstacle: text('obstacle'),
})
