import { date, integer, jsonb, numeric, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

const score = (name: string) => numeric(name, { precision: 6, scale: 2 })

/** Kinds of the travelling red flag: by which rules it is awarded. `happenedOn` is the day of the draft. */
export const awards = recordTable('red_flag_award', {
  name: text('name').notNull(),
  /** The issued rule set of the appraisal that townships are compared by, and which of its items; none named: all. */
  ruleSet: uuid('rule_set').notNull(),
  items: jsonb('items').$type<string[]>().notNull().default([]),
  flags: smallint('flags').notNull(),
  flagFrom: score('flag_from').notNull(),
  laggingBelow: score('lagging_below').notNull(),
  issuedOn: date('issued_on'),
})

/** Quarterly reviews: a ranking by one award. `happenedOn` is the day it was computed. */
export const reviews = recordTable('red_flag_review', {
  award: uuid('award').notNull(),
  name: text('name').notNull(),
  quarter: codeText('quarter').notNull(),
  basis: text('basis').notNull(),
  /** Names of those who hold it now, and who held it by the last review; none where nobody does. */
  holders: text('holders'),
  heldBefore: text('held_before'),
  /** Ranks and scores of all townships, and who lags with the reasons, in words: townships read these, and their own standing. */
  ranking: text('ranking').notNull(),
  lagging: text('lagging'),
  comment: text('comment'),
  publishedOn: date('published_on'),
})

/** Where a township stood in a review. The division is the township’s. */
export const standings = recordTable('red_flag_standing', {
  review: uuid('review').notNull(),
  award: uuid('award').notNull(),
  name: text('name').notNull(),
  quarter: codeText('quarter').notNull(),
  unitName: text('unit_name').notNull(),
  score: score('score').notNull(),
  rank: integer('rank').notNull(),
  rankedOf: integer('ranked_of').notNull(),
  previousRank: integer('previous_rank'),
  mark: text('mark').notNull(),
  /** Why it lags; never empty where it does. */
  reasons: text('reasons'),
  /** Quarters in a row with the flag, this one included; 0 without it. */
  consecutive: smallint('consecutive').notNull().default(0),
  publishedOn: date('published_on'),
  /** What the township says to it. */
  answer: text('answer'),
})
