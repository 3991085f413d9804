import {
  createAccount,
  listAccounts,
  resetAccount,
  setDisabled,
  unlockAccount,
} from '@kangheng/kernel/access/accounts.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { show, table } from '../print.ts'

async function list(given: Arguments, setting: Setting): Promise<number> {
  const rows = await listAccounts(setting, systemActor(setting))
  show(given, rows, () =>
    table(
      rows.map((row) => [
        row.username,
        row.name,
        row.role,
        row.divisionName,
        row.disabled ? (given.language === 'zh' ? '停用' : 'disabled') : '',
      ]),
    ),
  )
  return 0
}

async function add(given: Arguments, setting: Setting): Promise<number> {
  const made = await createAccount(setting, systemActor(setting), {
    username: required(given, 'username'),
    name: required(given, 'name'),
    role: required(given, 'role'),
    division: checkPlaceCode(optional(given, 'place') ?? setting.county),
    institution: optional(given, 'institution') ?? null,
  })
  const password = made.temporaryPassword ?? ''
  show(given, made, () =>
    given.language === 'zh'
      ? `账号已建立，初始密码（首次登录须修改）：${password}`
      : `Created; password for the first sign-in: ${password}`,
  )
  return 0
}

async function idOf(given: Arguments, setting: Setting): Promise<string> {
  const username = required(given, 'username')
  const found = (await listAccounts(setting, systemActor(setting), username)).find((row) => row.username === username)
  if (found) return found.id
  throw new Refusal(
    'not-found',
    { zh: `没有账号 ${username}`, en: `There is no account ${username}` },
    { field: 'username' },
  )
}

const verbs: Record<string, (given: Arguments, setting: Setting) => Promise<number>> = {
  list,
  add,
  async reset(given, setting) {
    const password = await resetAccount(setting, systemActor(setting), await idOf(given, setting))
    show(given, { password }, () =>
      given.language === 'zh' ? `新的初始密码：${password}` : `New password for the first sign-in: ${password}`,
    )
    return 0
  },
  async unlock(given, setting) {
    await unlockAccount(setting, systemActor(setting), await idOf(given, setting))
    return 0
  },
  async disable(given, setting) {
    await setDisabled(setting, systemActor(setting), await idOf(given, setting), true)
    return 0
  },
  async enable(given, setting) {
    await setDisabled(setting, systemActor(setting), await idOf(given, setting), false)
    return 0
  },
}

export const users: Command = {
  name: 'users',
  usage: 'users list|add|reset|unlock|disable|enable',
  text: { zh: '管理账号', en: 'Manage accounts' },
  options: [
    { name: 'username', value: 'NAME', text: { zh: '用户名', en: 'user name' } },
    { name: 'name', value: 'NAME', text: { zh: '姓名', en: 'name' } },
    { name: 'role', value: 'ROLE', text: { zh: '角色，如 township-centre', en: 'role, such as township-centre' } },
    { name: 'place', value: 'CODE', text: { zh: '管辖区划', en: 'division' } },
    { name: 'institution', value: 'CODE', text: { zh: '所属机构', en: 'institution' } },
  ],
  async run(given) {
    const verb = verbs[given.positionals[0] ?? '']
    if (!verb)
      throw new Refusal('invalid', {
        zh: '请写明 users list、add、reset、unlock、disable 或 enable',
        en: 'Say users list, add, reset, unlock, disable or enable',
      })
    return withInstallation(given, (setting) => verb(given, setting))
  },
}
