import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, codeText } from '../store/columns.ts'

/** Residents' master index: one row per human being. Documents, phones and addresses are SM4 ciphertext; searching goes by keys. */
export const persons = pgTable(
  'person',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    /** Division of the present residence; what row-level security looks at. */
    division: codeText('division').notNull(),
    name: codeText('name').notNull(),
    /** Pinyin initials in lower case: 和文军 → hwj. */
    pinyin: codeText('pinyin').notNull(),
    sex: text('sex', { enum: ['male', 'female', 'unknown'] }).notNull(),
    birth: date('birth').notNull(),
    /** GB/T 3304 code, 01–56. */
    ethnic: text('ethnic'),
    documentKind: text('document_kind').notNull(),
    documentCipher: bytes('document_cipher'),
    /** Keyed SM3 of kind and number: equality search without reading the number. */
    documentKey: codeText('document_key'),
    phoneCipher: bytes('phone_cipher'),
    addressCipher: bytes('address_cipher'),
    villageGroup: text('village_group'),
    household: uuid('household'),
    /** Relation to the head of household, GB/T 4761. */
    relation: text('relation'),
    registration: text('registration', { enum: ['rural', 'urban', 'resident', 'collective'] }),
    motherName: text('mother_name'),
    state: text('state', { enum: ['resident', 'departed', 'died', 'merged', 'voided'] })
      .notNull()
      .default('resident'),
    diedOn: date('died_on'),
    mergedInto: uuid('merged_into'),
    version: integer('version').notNull().default(1),
    recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    extra: jsonb('extra').$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    uniqueIndex('person_document').on(table.documentKey, table.county),
    // Lists are read in the order of name or initials, in one division or the whole county (see list.ts).
    index('person_division_name').on(table.division, table.name, table.id),
    index('person_division_pinyin').on(table.division, table.pinyin, table.id),
    index('person_name').on(table.name, table.id),
    index('person_pinyin').on(table.pinyin, table.id),
    index('person_household').on(table.household),
    index('person_birth_name').on(table.birth, table.name),
  ],
)

/** Households of a village. */
export const households = pgTable(
  'household',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    division: codeText('division').notNull(),
    number: codeText('number').notNull(),
    headName: text('head_name').notNull(),
    villageGroup: text('village_group'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('household_division').on(table.county, table.division, table.number),
  ],
)

/**
 * Episodes of residence: came, left, died. A person has at most one open usual-residence episode;
 * `startsOn` belongs to the episode, `endsOn` is the first day that no longer does.
 * `registered` tells whether the household registration (户籍) is in this county as well.
 */
export const residenceEpisodes = pgTable(
  'residence_episode',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    person: uuid('person').notNull(),
    division: codeText('division').notNull(),
    kind: text('kind', { enum: ['usual', 'registered'] }).notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    startReason: text('start_reason', { enum: ['initial', 'birth', 'arrival', 'correction'] }).notNull(),
    endReason: text('end_reason', { enum: ['death', 'departure', 'merge', 'correction'] }),
    /** Copies of the person's sex and birth, so that population by age and sex needs no join. */
    sex: text('sex').notNull(),
    birth: date('birth').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    index('residence_person').on(table.person),
    index('residence_division').on(table.division, table.startsOn),
  ],
)

/** Other numbers a person was known by: merged documents, health record number, card number. */
export const personIdentifiers = pgTable(
  'person_identifier',
  {
    county: codeText('county').notNull(),
    person: uuid('person').notNull(),
    division: codeText('division').notNull(),
    system: text('system').notNull(),
    key: codeText('key').notNull(),
    cipher: bytes('cipher').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.system, table.key] }),
    index('person_identifier_person').on(table.person),
  ],
)

/** Pairs that may be one human being, found by blocking keys; a person decides. */
export const duplicateCandidates = pgTable(
  'duplicate_candidate',
  {
    county: codeText('county').notNull(),
    first: uuid('first').notNull(),
    second: uuid('second').notNull(),
    division: codeText('division').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    score: integer('score').notNull(),
    state: text('state', { enum: ['open', 'merged', 'distinct'] })
      .notNull()
      .default('open'),
    decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'string' }),
    decidedBy: uuid('decided_by'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.first, table.second] }),
    index('duplicate_division').on(table.county, table.division, table.state),
  ],
)

/** What a merge moved, so that it can be undone. */
export const personMerges = pgTable(
  'person_merge',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    division: codeText('division').notNull(),
    kept: uuid('kept').notNull(),
    absorbed: uuid('absorbed').notNull(),
    moved: jsonb('moved').$type<{ table: string; ids: string[] }[]>().notNull(),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    mergedAt: timestamp('merged_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    mergedBy: uuid('merged_by').notNull(),
    undoneAt: timestamp('undone_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.county, table.id] })],
)
