import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import type { Effect } from '@kangheng/kernel/person/undo.ts'
import { recordTable } from '@kangheng/kernel/record/tables.ts'
import { codeText } from '@kangheng/kernel/store/columns.ts'

/** What an event changed in the master index, so that it can be voided exactly. */
const effects = () => jsonb('effects').$type<Effect[]>().notNull().default([])

/** Entry of a resident who was not in the index before. `happenedOn` is the day from which the person lives or is registered here. */
export const registrations = recordTable('resident_registration', {
  /** Registered here (户籍在册), lives here (常住), or both. */
  registered: boolean('registered').notNull(),
  usual: boolean('usual').notNull(),
  source: text('source', { enum: ['household-visit', 'clinic', 'register', 'other'] }).notNull(),
  effects: effects(),
})

/** Live births of residents. `happenedOn` is the day of birth, `person` the child. */
export const births = recordTable('resident_birth', {
  sex: text('sex', { enum: ['male', 'female'] }).notNull(),
  mother: uuid('mother'),
  motherName: text('mother_name').notNull(),
  /** Grams. */
  birthWeight: integer('birth_weight'),
  /** Completed weeks. */
  gestationalWeeks: integer('gestational_weeks'),
  plurality: integer('plurality').notNull().default(1),
  deliveredAt: text('delivered_at', { enum: ['hospital', 'township', 'elsewhere'] }).notNull(),
  /** 出生医学证明: one letter and nine digits. */
  certificate: codeText('certificate'),
  effects: effects(),
})

/** Deaths. `happenedOn` is the day of death. */
export const deaths = recordTable('resident_death', {
  place: text('place', { enum: ['institution', 'home', 'way', 'elsewhere'] }).notNull(),
  /** ICD-10 code of the underlying cause. */
  causeCode: codeText('cause_code'),
  cause: text('cause'),
  certificate: codeText('certificate'),
  effects: effects(),
})

/** Arrivals from outside the county. `happenedOn` is the day of coming. */
export const arrivals = recordTable('resident_arrival', {
  origin: text('origin').notNull(),
  reason: text('reason').notNull(),
  stay: text('stay', { enum: ['settled', 'temporary'] }).notNull(),
  registrationMoves: boolean('registration_moves').notNull(),
  effects: effects(),
})

/** Departures from the county. `happenedOn` is the day of leaving. */
export const departures = recordTable('resident_departure', {
  destination: text('destination').notNull(),
  reason: text('reason').notNull(),
  stay: text('stay', { enum: ['settled', 'temporary'] }).notNull(),
  registrationMoves: boolean('registration_moves').notNull(),
  effects: effects(),
})

/** Moves within the county. `division` is the place left, so that it keeps sight of what it handed over. */
export const moves = recordTable('resident_move', {
  toDivision: codeText('to_division').notNull(),
  reason: text('reason').notNull(),
  registrationMoves: boolean('registration_moves').notNull(),
  effects: effects(),
})

/** Corrections of facts entered wrongly; what was corrected stands in the journal. */
export const corrections = recordTable('resident_correction', {
  /** Names of the corrected facts. */
  facts: jsonb('facts').$type<string[]>().notNull(),
  evidence: text('evidence').notNull(),
})

/** Changes of households: opened, joined, split, head changed. */
export const householdChanges = recordTable('resident_household_change', {
  household: uuid('household').notNull(),
  kind: text('kind', { enum: ['opened', 'joined', 'split', 'head'] }).notNull(),
  /** The household members came from, for a split. */
  fromHousehold: uuid('from_household'),
  members: integer('members').notNull(),
})

/** Decisions about two files that look like one person. `person` is the kept file. */
export const duplicateDecisions = recordTable('resident_duplicate', {
  other: uuid('other').notNull(),
  merge: uuid('merge'),
  reason: text('reason').notNull(),
})
