import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { House } from '../domain/registry.ts'
import { divisionLevel, isCity, isWithin, rangeOf } from '../place/code.ts'
import { appendEntry } from '../record/journal.ts'
import type { Connection, Database } from '../store/connection.ts'
import { forbid, missing, Refusal, refuse } from '../text/refusal.ts'
import type { Actor } from './actor.ts'
import { checkPassword, hashPassword } from './password.ts'

/** Where accounts are kept, and which roles there are. */
export interface AccountHouse {
  readonly database: Database
  readonly house: House
  readonly county: string
}

/** What an account is given. A resident's own account names the person. */
export interface AccountValues {
  readonly username: string
  readonly name: string
  readonly role: string
  readonly division: string
  readonly institution?: string | null | undefined
  readonly person?: string | null | undefined
}

/** An account as its administrator sees it. */
export interface AccountRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: string
  readonly division: string
  readonly divisionName: string
  readonly institution: string | null
  readonly institutionName: string | null
  readonly person: string | null
  readonly disabled: boolean
  readonly lockedUntil: string | null
  readonly mustChangePassword: boolean
  readonly secondFactor: boolean
  readonly version: number
}

const SELECT = `select account.id, account.username, account.name, account.role, account.division,
    coalesce(division.name, account.division) as "divisionName", account.institution, institution.name as "institutionName", account.person,
    account.disabled, case when account.locked_until > now() then account.locked_until end as "lockedUntil",
    account.must_change_password as "mustChangePassword", account.totp_cipher is not null as "secondFactor", account.version
  from account left join division on division.code = account.division
    left join institution on institution.county = account.county and institution.code = account.institution`

/** Accounts within the administrator's scope, by division and name; `q` is the beginning of the user name or part of the name. */
export function listAccounts(setting: AccountHouse, actor: Actor, q = ''): Promise<AccountRow[]> {
  const { from, to } = rangeOf(actor.division)
  return setting.database.query<AccountRow>(
    `${SELECT} where account.county = $1 and account.division >= $2 collate "C" and account.division < $3 collate "C"
      and ($4 = '' or starts_with(account.username, lower($4)) or position($4 in account.name) > 0)
     order by account.division, account.username limit 1000`,
    [setting.county, from, to, q.trim()],
  )
}

async function getAccount(connection: Connection, county: string, actor: Actor, id: string): Promise<AccountRow> {
  const [row] = await connection.query<AccountRow>(
    `${SELECT} where account.county = $1 and account.id = $2 for update of account`,
    [county, id],
  )
  if (!row || !isWithin(row.division, actor.division))
    return missing({ zh: '没有这个账号，或不在您的管辖范围内', en: 'There is no such account within your scope' })
  return row
}

async function checkValues(
  connection: Connection,
  setting: AccountHouse,
  actor: Actor,
  values: AccountValues,
): Promise<void> {
  const { county, house } = setting
  if (!house.roles.has(values.role)) refuse('role', { zh: '没有这个角色', en: 'There is no such role' })
  if (!divisionLevel(values.division) || !isWithin(values.division, actor.division))
    forbid({
      zh: '不能给出大于本人管辖范围的账号，请选择您辖区内的区划',
      en: 'An account cannot reach further than your own scope; choose a division within it',
    })
  if (isCity(county) && (!house.roles.get(values.role)!.role.aboveCounties || values.division !== county))
    refuse('role', {
      zh: '市级只设上级部门和系统管理员账号，管辖范围为全市；其他账号请在县里建立',
      en: 'A city has accounts of the level above and of its administrator only, for the whole city; others are made in a county',
    })
  const [division] = await connection.query('select 1 from division where code = $1', [values.division])
  if (!division) refuse('division', { zh: '没有这个区划', en: 'There is no such division' })
  if (values.institution) {
    const [institution] = await connection.query<{ division: string }>(
      'select division from institution where county = $1 and code = $2',
      [county, values.institution],
    )
    if (!institution || !isWithin(institution.division, actor.division))
      refuse('institution', { zh: '没有这个机构，或不在您的管辖范围内', en: 'No such institution within your scope' })
  }
  const own = house.roles.get(values.role)!.role.rights.includes('see-own-person')
  if (own !== Boolean(values.person))
    refuse(
      'person',
      own
        ? { zh: '居民账号须指明本人', en: 'A resident’s account names the person' }
        : { zh: '只有居民账号可以指明本人', en: 'Only a resident’s account names a person' },
    )
  if (values.person) {
    const [person] = await connection.query<{ division: string }>(
      'select division from person where county = $1 and id = $2',
      [county, values.person],
    )
    if (!person || !isWithin(person.division, actor.division))
      refuse('person', { zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' })
  }
}

async function write(
  connection: Connection,
  county: string,
  actor: Actor,
  action: 'create' | 'change' | 'disable' | 'enable' | 'reset' | 'unlock',
  account: { id: string; division: string },
  input: Record<string, unknown>,
  changes: { before: Record<string, unknown> | null; after: Record<string, unknown> },
): Promise<void> {
  await appendEntry(connection, {
    county,
    requestId: `account-${uuidv7()}`,
    at: new Date().toISOString(),
    deviceAt: null,
    account: actor.account,
    role: actor.role,
    action: `account.${action}`,
    record: 'account',
    recordId: account.id,
    person: null,
    division: account.division,
    input,
    changes: [{ table: 'account', id: account.id, ...changes }],
    answer: null,
  })
}

const USERNAME = /^[a-z][a-z0-9._-]{2,31}$/
/** Letters and digits that are not mistaken for one another when read aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for the first sign-in: 14 random letters and digits, about 69 bits. */
export function temporaryPassword(): string {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)]!
  return Array.from({ length: 14 }, (_, index) => (index === 4 || index === 9 ? '-' : '') + letter()).join('')
}

/**
 * Creates an account; the journal says who did. Without a password a temporary one is made, to be changed at the first sign-in.
 * @returns the account's id and the temporary password, which is not kept anywhere.
 * @throws Refusal when the user name is taken or unfit, or when the account would reach further than the actor.
 */
export async function createAccount(
  setting: AccountHouse,
  actor: Actor,
  values: AccountValues,
  password?: string,
  mustChangePassword = true,
): Promise<{ id: string; temporaryPassword: string | null }> {
  const username = values.username.trim().toLowerCase()
  if (!USERNAME.test(username))
    refuse('username', {
      zh: '用户名为3至32位，小写字母开头，可含数字和 . _ -',
      en: 'A user name has 3 to 32 characters: a lower-case letter first, then letters, digits, . _ -',
    })
  if (password !== undefined) checkPassword(password, username)
  const initial = password ?? temporaryPassword()
  const passwordHash = await hashPassword(initial)
  const id = uuidv7()
  const row = { ...values, username, institution: values.institution ?? null, person: values.person ?? null }
  await setting.database.transaction(async (connection) => {
    await checkValues(connection, setting, actor, values)
    const made = await connection.query(
      `insert into account (county, id, username, name, role, division, institution, person, password_hash, must_change_password)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (county, username) do nothing returning id`,
      [
        setting.county,
        id,
        username,
        row.name,
        row.role,
        row.division,
        row.institution,
        row.person,
        passwordHash,
        mustChangePassword,
      ],
    )
    if (made.length === 0) refuse('username', { zh: '用户名已被使用，请换一个', en: 'The user name is taken' })
    await write(connection, setting.county, actor, 'create', { id, division: row.division }, row, {
      before: null,
      after: row,
    })
  })
  return { id, temporaryPassword: password === undefined ? initial : null }
}

/** Changes name, role or place of an account. Its sessions end when role or place changed. */
export async function changeAccount(
  setting: AccountHouse,
  actor: Actor,
  id: string,
  change: Partial<Omit<AccountValues, 'username'>> & { version?: number | undefined },
): Promise<void> {
  await setting.database.transaction(async (connection) => {
    const before = await getAccount(connection, setting.county, actor, id)
    if (change.version !== undefined && change.version !== before.version)
      throw new Refusal(
        'conflict',
        { zh: '该账号已被他人修改，请查看最新内容后再提交', en: 'The account has changed since you saw it' },
        { detail: before },
      )
    const given = Object.fromEntries(
      Object.entries(change).filter(([key, value]) => key !== 'version' && value !== undefined),
    )
    const after = { ...before, ...given }
    await checkValues(connection, setting, actor, after)
    await connection.query(
      `update account set name = $3, role = $4, division = $5, institution = $6, person = $7, version = version + 1 where county = $1 and id = $2`,
      [setting.county, id, after.name, after.role, after.division, after.institution ?? null, after.person ?? null],
    )
    if (after.role !== before.role || after.division !== before.division || after.institution !== before.institution)
      await connection.query('delete from session where county = $1 and account = $2', [setting.county, id])
    const old = Object.fromEntries(Object.keys(given).map((key) => [key, before[key as keyof AccountRow]]))
    await write(connection, setting.county, actor, 'change', after, given, { before: old, after: given })
  })
}

/** Disables an account and ends its sessions, or enables it again. Nobody disables the own account. */
export async function setDisabled(setting: AccountHouse, actor: Actor, id: string, disabled: boolean): Promise<void> {
  if (id === actor.account && disabled)
    refuse('id', { zh: '不能停用本人的账号，请由另一位管理员操作', en: 'You cannot disable your own account' })
  await setting.database.transaction(async (connection) => {
    const account = await getAccount(connection, setting.county, actor, id)
    await connection.query('update account set disabled = $3, version = version + 1 where county = $1 and id = $2', [
      setting.county,
      id,
      disabled,
    ])
    if (disabled) await connection.query('delete from session where county = $1 and account = $2', [setting.county, id])
    await write(
      connection,
      setting.county,
      actor,
      disabled ? 'disable' : 'enable',
      account,
      {},
      {
        before: { disabled: account.disabled },
        after: { disabled },
      },
    )
  })
}

/** Lifts a lock that wrong passwords brought about. */
export async function unlockAccount(setting: AccountHouse, actor: Actor, id: string): Promise<void> {
  await setting.database.transaction(async (connection) => {
    const account = await getAccount(connection, setting.county, actor, id)
    await connection.query('update account set failures = 0, locked_until = null where county = $1 and id = $2', [
      setting.county,
      id,
    ])
    await write(
      connection,
      setting.county,
      actor,
      'unlock',
      account,
      {},
      {
        before: { lockedUntil: account.lockedUntil },
        after: { lockedUntil: null },
      },
    )
  })
}

/** Gives an account a temporary password, removes its second factor and its lock, and ends its sessions. Returns the password, which is kept nowhere. */
export async function resetAccount(setting: AccountHouse, actor: Actor, id: string): Promise<string> {
  const password = temporaryPassword()
  const passwordHash = await hashPassword(password)
  await setting.database.transaction(async (connection) => {
    const account = await getAccount(connection, setting.county, actor, id)
    await connection.query(
      `update account set password_hash = $3, must_change_password = true, totp_cipher = null, totp_pending_cipher = null,
         failures = 0, locked_until = null, version = version + 1 where county = $1 and id = $2`,
      [setting.county, id, passwordHash],
    )
    await connection.query('delete from session where county = $1 and account = $2', [setting.county, id])
    await write(
      connection,
      setting.county,
      actor,
      'reset',
      account,
      {},
      {
        before: { secondFactor: account.secondFactor },
        after: { secondFactor: false, mustChangePassword: true },
      },
    )
  })
  return password
}
