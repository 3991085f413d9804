import {
  bigserial,
  boolean,
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

/** People who sign in. A scope is a division; an institution narrows what they write for. */
export const accounts = pgTable(
  'account',
  {
    county: codeText('county').notNull(),
    id: uuid('id').notNull(),
    username: codeText('username').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    division: codeText('division').notNull(),
    institution: codeText('institution'),
    /** The resident this account belongs to, for residents' own accounts. */
    person: uuid('person'),
    passwordHash: text('password_hash').notNull(),
    mustChangePassword: boolean('must_change_password').notNull().default(true),
    /** Secret of the second factor in use, and of one that is being set up and not yet confirmed. */
    totpCipher: bytes('totp_cipher'),
    totpPendingCipher: bytes('totp_pending_cipher'),
    /** Time step of the last code that was accepted: a code is good once. */
    totpStep: integer('totp_step').notNull().default(0),
    failures: integer('failures').notNull().default(0),
    lockedUntil: timestamp('locked_until', { withTimezone: true, mode: 'string' }),
    disabled: boolean('disabled').notNull().default(false),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.id] }),
    uniqueIndex('account_username').on(table.county, table.username),
  ],
)

/** Open sessions; the token itself is never stored, only its SM3. */
export const sessions = pgTable(
  'session',
  {
    county: codeText('county').notNull(),
    tokenHash: codeText('token_hash').notNull(),
    account: uuid('account').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    seenAt: timestamp('seen_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'string' }).notNull(),
    address: text('address'),
    device: text('device'),
    /** Signed in with the password but the second factor is still due. */
    pendingSecondFactor: boolean('pending_second_factor').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.tokenHash] }),
    index('session_account').on(table.county, table.account),
  ],
)

/** Who opened whose file, when and why; visible to the person. */
export const readingLog = pgTable(
  'reading_log',
  {
    county: codeText('county').notNull(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    account: uuid('account').notNull(),
    accountName: text('account_name').notNull(),
    role: text('role').notNull(),
    person: uuid('person').notNull(),
    division: codeText('division').notNull(),
    what: text('what').notNull(),
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ columns: [table.county, table.seq] }),
    index('reading_log_person').on(table.county, table.person, table.at),
  ],
)

/** Settings of a county: its code, the demo's business date, switches. */
export const settings = pgTable(
  'setting',
  {
    county: codeText('county').notNull(),
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.county, table.key] })],
)
