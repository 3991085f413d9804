import { findSettingValue, writeSetting } from '@kangheng/kernel/access/settings.ts'
import { appendEntry } from '@kangheng/kernel/record/journal.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { uuidv7 } from 'uuidv7'
import type { Setting } from '../setting.ts'

/** How mail leaves the house. `tls`: encrypted from the first byte (465); `starttls`: made so before anything is said (587); `none`: for a relay on this machine alone. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  /** Empty: the server asks for nothing. */
  readonly user: string
  /** From whom it comes, `name <address>` or an address. */
  readonly from: string
  /** Where readers find the pages; the way to unsubscribe is made of it. */
  readonly site: string
}

type Stored = MailSettings & { readonly passwordCipher: string }

const KEY = 'mail'
const LOCAL = new Set(['localhost', '127.0.0.1', '::1'])

const readStored = ({ database, county }: Setting) => findSettingValue<Stored>(database, county, KEY)

/** What is set, without the password; undefined while nothing is, and then nothing is sent. */
export async function findMailSettings(
  setting: Setting,
): Promise<(MailSettings & { hasPassword: boolean }) | undefined> {
  const stored = await readStored(setting)
  if (!stored) return undefined
  const { passwordCipher, ...shown } = stored
  return { ...shown, hasPassword: passwordCipher !== '' }
}

/** The same with the password, for sending. */
export async function mailWithPassword(setting: Setting): Promise<(MailSettings & { password: string }) | undefined> {
  const stored = await readStored(setting)
  if (!stored) return undefined
  const { passwordCipher, ...rest } = stored
  return {
    ...rest,
    password: passwordCipher ? setting.vault.decrypt(Buffer.from(passwordCipher, 'base64')) : '',
  }
}

/** Sets how mail is sent. A password that is not given stays as it was, unless it would go to another server or another user's account. */
export async function setMailSettings(
  setting: Setting,
  actor: Actor,
  next: MailSettings & { password?: string | undefined },
): Promise<void> {
  if (next.security === 'none' && !LOCAL.has(next.host))
    refuse('security', {
      zh: '不加密只能用于本机上的邮件转发，请选择TLS或STARTTLS',
      en: 'Without encryption only a relay on this machine may be used; choose TLS or STARTTLS',
    })
  const { password, ...settings } = next
  const before = await readStored(setting)
  const same = before?.host === next.host && before.port === next.port && before.user === next.user
  const passwordCipher =
    password === undefined
      ? same
        ? before.passwordCipher
        : ''
      : Buffer.from(setting.vault.encrypt(password)).toString('base64')
  if (next.user && !passwordCipher)
    refuse('password', { zh: '请填写该用户的密码', en: 'Give the password of this user' })
  await setting.database.transaction(async (connection) => {
    await writeSetting(connection, setting.county, KEY, { ...settings, passwordCipher } satisfies Stored)
    await appendEntry(connection, {
      county: setting.county,
      requestId: uuidv7(),
      at: new Date().toISOString(),
      deviceAt: null,
      account: actor.account,
      role: actor.role,
      action: 'mail.configure',
      record: 'setting',
      recordId: null,
      person: null,
      division: setting.county,
      input: { ...settings, password: password === undefined ? 'unchanged' : '•' },
      changes: [],
      answer: null,
    })
  })
}
