import { Secret, TOTP } from 'otpauth'
import { getVault } from '../person/vault-holder.ts'
import type { Database } from '../store/connection.ts'
import { Refusal, refuse } from '../text/refusal.ts'

const PERIOD = 30

const generatorOf = (secret: Secret, username: string) =>
  new TOTP({ issuer: 'Kangheng', label: username, secret, period: PERIOD, digits: 6 })

/** A secret that was made but not yet confirmed by a first code. */
export interface SecondFactorOffer {
  /** For an authenticator application, shown as a QR code. */
  readonly uri: string
  /** The same secret to be typed, base32. */
  readonly secret: string
}

/** Begins to set up a second factor (RFC 6238); it counts only after `confirmSecondFactor`. */
export async function startSecondFactor(
  database: Database,
  county: string,
  account: { id: string; username: string },
): Promise<SecondFactorOffer> {
  const secret = new Secret({ size: 20 })
  await database.query('update account set totp_pending_cipher = $3 where county = $1 and id = $2', [
    county,
    account.id,
    getVault().encrypt(secret.base32),
  ])
  return { uri: generatorOf(secret, account.username).toString(), secret: secret.base32 }
}

interface StoredFactor {
  username: string
  totp_cipher: Uint8Array | null
  totp_pending_cipher: Uint8Array | null
  totp_step: number
}

async function read(database: Database, county: string, account: string): Promise<StoredFactor> {
  const [row] = await database.query<StoredFactor>(
    'select username, totp_cipher, totp_pending_cipher, totp_step from account where county = $1 and id = $2',
    [county, account],
  )
  if (!row) throw new Refusal('not-found', { zh: '没有这个账号', en: 'There is no such account' })
  return row
}

/** The time step a code belongs to (one step of clock error either way); undefined when it fits none or was used already. */
function stepOf(row: StoredFactor, cipher: Uint8Array | null, code: string, now: number): number | undefined {
  if (!cipher || !/^\d{6}$/.test(code)) return undefined
  const secret = Secret.fromBase32(getVault().decrypt(cipher))
  const delta = generatorOf(secret, row.username).validate({ token: code, timestamp: now, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / PERIOD) + delta
  return step > row.totp_step ? step : undefined
}

const wrongCode = (): never =>
  refuse('code', {
    zh: '验证码不对或已用过，请输入身份验证器当前显示的6位数字',
    en: 'The code is wrong or was used; enter the six digits your authenticator shows now',
  })

/** Confirms the offered secret by a first code; from now on signing in needs one. */
export async function confirmSecondFactor(
  database: Database,
  county: string,
  account: string,
  code: string,
  now = Date.now(),
): Promise<void> {
  const row = await read(database, county, account)
  const step = stepOf(row, row.totp_pending_cipher, code, now) ?? wrongCode()
  await database.query(
    `update account set totp_cipher = totp_pending_cipher, totp_pending_cipher = null, totp_step = $3, version = version + 1 where county = $1 and id = $2`,
    [county, account, step],
  )
}

/** Whether a code fits the account's second factor. A code is good once. */
export async function secondFactorFits(
  database: Database,
  county: string,
  account: string,
  code: string,
  now = Date.now(),
): Promise<boolean> {
  const row = await read(database, county, account)
  const step = stepOf(row, row.totp_cipher, code, now)
  if (step === undefined) return false
  const used = await database.query(
    'update account set totp_step = $3 where county = $1 and id = $2 and totp_step < $3 returning id',
    [county, account, step],
  )
  return used.length > 0
}

/** Switches the second factor off; needs a last code. */
export async function removeSecondFactor(
  database: Database,
  county: string,
  account: string,
  code: string,
  now = Date.now(),
): Promise<void> {
  if (!(await secondFactorFits(database, county, account, code, now))) wrongCode()
  await database.query(
    'update account set totp_cipher = null, totp_pending_cipher = null, version = version + 1 where county = $1 and id = $2',
    [county, account],
  )
}
