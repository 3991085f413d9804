import { randomBytes } from 'node:crypto'
import type { Database } from '../store/connection.ts'
import { sm3 } from '../record/journal.ts'
import { Refusal } from '../text/refusal.ts'
import type { Actor } from './actor.ts'
import { noteFailure, refuseWhileLocked } from './lock-out.ts'
import { passwordFits } from './password.ts'
import { secondFactorFits } from './second-factor.ts'

/** A session ends after two hours without a request, and after twelve hours in any case. */
const IDLE = '2 hours'
const ABSOLUTE = '12 hours'

/** The account a session belongs to. */
export interface SessionAccount {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: string
  readonly division: string
  readonly institution: string | null
  readonly person: string | null
  /** Children in the care of a resident's own account; looked up by whoever knows families. */
  readonly wards?: readonly string[]
  readonly mustChangePassword: boolean
  readonly secondFactor: 'none' | 'pending' | 'on'
}

/** Where a request comes from; kept with the session so that its owner recognises it. */
export interface Origin {
  readonly address: string | null
  readonly device: string | null
}

const ACCOUNT = `account.id, account.username, account.name, account.role, account.division, account.institution, account.person,
  account.must_change_password as "mustChangePassword", account.totp_cipher is not null as factor`

interface AccountRow extends Omit<SessionAccount, 'secondFactor'> {
  readonly factor: boolean
}

function withFactor({ factor, ...account }: AccountRow, pending: boolean): SessionAccount {
  return { ...account, secondFactor: pending ? 'pending' : factor ? 'on' : 'none' }
}

/** Who acts when this account asks. */
export function actorOf(account: SessionAccount): Actor {
  return {
    account: account.id,
    name: account.name,
    role: account.role,
    division: account.division,
    institution: account.institution,
    person: account.person,
    ...(account.wards ? { wards: account.wards } : {}),
  }
}

/**
 * Signs in with user name and password. A session of an account with a second factor is pending until a code was given.
 * @returns the token to be kept by the browser; only its SM3 is stored.
 * @throws Refusal not-signed-in for a wrong name or password (the same for both), too-many while the name is locked.
 */
export async function signIn(
  database: Database,
  county: string,
  given: { username: string; password: string },
  origin: Origin,
): Promise<{ token: string; account: SessionAccount }> {
  const username = given.username.trim().toLowerCase()
  await refuseWhileLocked(database, county, username)
  const [row] = await database.query<AccountRow & { passwordHash: string; disabled: boolean }>(
    `select ${ACCOUNT}, account.password_hash as "passwordHash", account.disabled from account where county = $1 and username = $2`,
    [county, username],
  )
  const fits = await passwordFits(row?.passwordHash, given.password)
  if (!row || !fits || row.disabled) {
    await noteFailure(database, county, username)
    throw new Refusal('not-signed-in', {
      zh: '用户名或密码不对，或账号已停用',
      en: 'The user name or the password is wrong, or the account is disabled',
    })
  }
  const token = randomBytes(32).toString('base64url')
  await database.query(
    `insert into session (token_hash, county, account, created_at, seen_at, expires_at, address, device, pending_second_factor)
     values ($1, $2, $3, now(), now(), now() + interval '${ABSOLUTE}', $4, $5, $6)`,
    [sm3(token), county, row.id, origin.address, origin.device?.slice(0, 200) ?? null, row.factor],
  )
  // With a second factor the count of failures stays until the code is right: it guards the code as well.
  if (!row.factor) await clearFailures(database, county, row.id)
  const { passwordHash: _hash, disabled: _disabled, ...account } = row
  return { token, account: withFactor(account, row.factor) }
}

async function clearFailures(database: Database, county: string, account: string): Promise<void> {
  await database.query(
    'update account set failures = 0, locked_until = null where county = $1 and id = $2 and (failures > 0 or locked_until is not null)',
    [county, account],
  )
}

/** Gives the code that a pending session waits for. */
export async function finishSignIn(
  database: Database,
  county: string,
  token: string,
  account: SessionAccount,
  code: string,
): Promise<void> {
  await refuseWhileLocked(database, county, account.username)
  if (!(await secondFactorFits(database, county, account.id, code))) {
    await noteFailure(database, county, account.username)
    throw new Refusal(
      'not-signed-in',
      {
        zh: '验证码不对，请输入身份验证器当前显示的6位数字',
        en: 'Wrong code; enter the six digits your authenticator shows now',
      },
      { field: 'code' },
    )
  }
  await clearFailures(database, county, account.id)
  await database.query('update session set pending_second_factor = false where county = $1 and token_hash = $2', [
    county,
    sm3(token),
  ])
}

/** The account behind a token; undefined when the session is unknown, idle for too long, expired, or its account disabled. */
export async function findSession(
  database: Database,
  county: string,
  token: string,
): Promise<SessionAccount | undefined> {
  const hash = sm3(token)
  const [row] = await database.query<AccountRow & { pending: boolean; stale: boolean }>(
    `select ${ACCOUNT}, session.pending_second_factor as pending, session.seen_at < now() - interval '1 minute' as stale
     from session join account on account.county = session.county and account.id = session.account
     where session.token_hash = $1 and session.county = $2 and session.expires_at > now() and session.seen_at > now() - interval '${IDLE}'
       and not account.disabled`,
    [hash, county],
  )
  if (!row) return undefined
  if (row.stale)
    await database.query('update session set seen_at = now() where county = $1 and token_hash = $2', [county, hash])
  const { pending, stale: _stale, ...account } = row
  return withFactor(account, pending)
}

/** Ends the session of a token. */
export async function signOut(database: Database, county: string, token: string): Promise<void> {
  await database.query('delete from session where county = $1 and token_hash = $2', [county, sm3(token)])
}

/** One open session of an account, as its owner sees it. */
export interface OpenSession {
  readonly id: string
  readonly createdAt: string
  readonly seenAt: string
  readonly address: string | null
  readonly device: string | null
  readonly current: boolean
}

/** The open sessions of an account, the latest first. */
export function listSessions(
  database: Database,
  county: string,
  account: string,
  token: string,
): Promise<OpenSession[]> {
  return database.query<OpenSession>(
    `select token_hash as id, created_at as "createdAt", seen_at as "seenAt", address, device, token_hash = $3 as current
     from session where county = $1 and account = $2 and expires_at > now() and seen_at > now() - interval '${IDLE}' order by seen_at desc`,
    [county, account, sm3(token)],
  )
}

/** Ends one session of an account by its id, or all of them but the one of `exceptToken`. */
export async function endSessions(
  database: Database,
  county: string,
  account: string,
  which: { id: string } | { exceptToken: string | null },
): Promise<number> {
  const condition = 'id' in which ? 'token_hash = $3' : 'token_hash is distinct from $3'
  const value = 'id' in which ? which.id : which.exceptToken === null ? null : sm3(which.exceptToken)
  const ended = await database.query(
    `delete from session where county = $1 and account = $2 and ${condition} returning token_hash`,
    [county, account, value],
  )
  return ended.length
}

/** Removes sessions that nobody can use any more. */
export async function dropExpiredSessions(database: Database): Promise<void> {
  await database.query(`delete from session where expires_at <= now() or seen_at <= now() - interval '${IDLE}'`)
}
