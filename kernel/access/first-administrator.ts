import type { Database } from '../store/connection.ts'
import { Refusal } from '../text/refusal.ts'
import { createAccount, type AccountHouse } from './accounts.ts'
import type { Actor } from './actor.ts'

/** Whether nobody can sign in to the county yet: a real one starts without any account and asks for its first administrator. Before there is a county, nobody can. */
export async function needsFirstAdministrator(database: Database, county: string): Promise<boolean> {
  const [row] = await database.query('select 1 from account where county = $1 limit 1', [county])
  return row === undefined
}

/** Acts for the installation itself, before there is anyone. */
export function installationActor(county: string, role: string): Actor {
  return {
    account: '00000000-0000-0000-0000-000000000000',
    name: 'Kangheng',
    role,
    division: county,
    institution: null,
    person: null,
  }
}

/**
 * Creates the first administrator of a county.
 * @throws Refusal conflict when there is an account already: this door closes behind the first one.
 */
export async function createFirstAdministrator(
  setting: AccountHouse,
  values: { username: string; name: string; password: string },
): Promise<string> {
  if (!(await needsFirstAdministrator(setting.database, setting.county)))
    throw new Refusal('conflict', {
      zh: '系统已经设置过管理员，请登录',
      en: 'The installation has its administrator already; sign in',
    })
  const role = [...setting.house.roles.values()].find(({ role }) => role.rights.includes('manage-accounts'))?.role
  if (!role) throw new Error('No role of the house may manage accounts')
  const { id } = await createAccount(
    setting,
    installationActor(setting.county, role.id),
    { username: values.username, name: values.name, role: role.id, division: setting.county },
    values.password,
    false,
  )
  return id
}
