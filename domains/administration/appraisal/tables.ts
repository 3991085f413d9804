import { date, integer, jsonb, numeric, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'
import type { ScoredItem } from './scoring/score-item.ts'

/** Rule sets: one row for each edition, never changed once issued. `happenedOn` is the day of the first draft. */
export const ruleSets = recordTable('appraisal_rule_set', {
  name: text('name').notNull(),
  unitKind: text('unit_kind').notNull(),
  year: integer('year').notNull(),
  edition: integer('edition').notNull(),
  /** The rules (see rules.ts); checked whenever they are read. */
  content: jsonb('content').$type<unknown>().notNull().default({}),
  basedOn: uuid('based_on'),
  issuedOn: date('issued_on'),
})

/** What was published of a unit: read by everybody who was appraised. */
export interface PublishedResult {
  readonly unit: string
  readonly unitName: string
  readonly total: string
  readonly grade: string | null
  readonly rank: number
}

/** Appraisals: a rule set applied to all units of its kind for a period. `happenedOn` is the day it was opened. */
export const rounds = recordTable('appraisal_round', {
  name: text('name').notNull(),
  ruleSet: uuid('rule_set').notNull(),
  unitKind: text('unit_kind').notNull(),
  period: codeText('period').notNull(),
  /** What the draw of samples was made from; anybody can draw the same samples again. */
  seed: text('seed'),
  computedOn: date('computed_on'),
  announcedOn: date('announced_on'),
  /** Last day on which a unit may object. */
  objectionUntil: date('objection_until'),
  publishedOn: date('published_on'),
  results: jsonb('results').$type<PublishedResult[]>().notNull().default([]),
})

/** Score sheets: one for each unit of an appraisal. */
export const sheets = recordTable('appraisal_sheet', {
  round: uuid('round').notNull(),
  /** Code of the place or institution, id of the team, or name of the section. */
  unit: codeText('unit').notNull(),
  unitName: text('unit_name').notNull(),
  /** Places whose figures are the unit's. */
  places: jsonb('places').$type<string[]>().notNull().default([]),
  /** Figures as they were read, by the keys of the formulas; null where there is none. A recomputation uses these. */
  readings: jsonb('readings').$type<Record<string, string | null>>().notNull().default({}),
  lines: jsonb('lines').$type<ScoredItem[]>().notNull().default([]),
  base: numeric('base'),
  bonus: numeric('bonus'),
  reachable: numeric('reachable'),
  total: numeric('total'),
  veto: text('veto'),
  grade: text('grade'),
  rank: integer('rank'),
  rankedOf: integer('ranked_of'),
  /** Items that wait for an entry, a signature or a judged sample. */
  awaiting: jsonb('awaiting').$type<string[]>().notNull().default([]),
})

/** What was found out by hand: a count or a score with its evidence, entered by one person and signed by another. */
export const entries = recordTable('appraisal_entry', {
  sheet: uuid('sheet').notNull(),
  unitName: text('unit_name').notNull(),
  fact: text('fact').notNull(),
  title: text('title').notNull(),
  value: numeric('value').notNull(),
  evidence: text('evidence').notNull(),
  enteredBy: uuid('entered_by'),
  signedBy: uuid('signed_by'),
  signedOn: date('signed_on'),
})

/** Records drawn at random for an item that is judged on evidence. `happenedOn` is the day of the draw. */
export const samples = recordTable('appraisal_sample', {
  sheet: uuid('sheet').notNull(),
  unitName: text('unit_name').notNull(),
  item: text('item').notNull(),
  question: text('question').notNull(),
  number: integer('number').notNull(),
  /** Type and id of the record that was drawn. */
  record: text('record').notNull(),
  subject: uuid('subject').notNull(),
  finding: text('finding'),
  judgedOn: date('judged_on'),
})

/** Objections of units, with what was decided. `happenedOn` is the day of the objection. */
export const objections = recordTable('appraisal_objection', {
  sheet: uuid('sheet').notNull(),
  unitName: text('unit_name').notNull(),
  item: text('item').notNull(),
  title: text('title').notNull(),
  scored: numeric('scored').notNull(),
  reason: text('reason').notNull(),
  evidence: text('evidence'),
  decideBy: date('decide_by').notNull(),
  decidedOn: date('decided_on'),
  decision: text('decision'),
  /** The item's score by the decision. */
  points: numeric('points'),
})
