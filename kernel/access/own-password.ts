import type { Database } from '../store/connection.ts'
import { refuse } from '../text/refusal.ts'
import { checkPassword, hashPassword, passwordFits } from './password.ts'
import { endSessions } from './sign-in.ts'

/** Changes the own password; needs the present one. All other sessions of the account end. */
export async function changeOwnPassword(
  database: Database,
  county: string,
  account: { id: string; username: string },
  token: string,
  passwords: { current: string; next: string },
): Promise<void> {
  const [row] = await database.query<{ hash: string }>(
    'select password_hash as hash from account where county = $1 and id = $2',
    [county, account.id],
  )
  if (!(await passwordFits(row?.hash, passwords.current)))
    refuse('current', { zh: '当前密码不对', en: 'The present password is wrong' })
  if (passwords.next === passwords.current)
    refuse('next', { zh: '新密码不能与当前密码相同', en: 'The new password must differ from the present one' })
  checkPassword(passwords.next, account.username, 'next')
  await database.query(
    'update account set password_hash = $3, must_change_password = false, version = version + 1 where county = $1 and id = $2',
    [county, account.id, await hashPassword(passwords.next)],
  )
  await endSessions(database, county, account.id, { exceptToken: token })
}
