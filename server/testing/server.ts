import type { InjectOptions, Response } from 'light-my-request'
import { createAccount, type AccountValues } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { countiesIn } from '@kangheng/kernel/access/settings.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { loadUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase } from '@kangheng/kernel/testing/database.ts'
import { buildApp } from '../app.ts'
import type { App } from '../app-type.ts'
import { extraPolicies } from '../policies.ts'
import { defaultOptions, type ServerOptions, type Setting } from '../setting.ts'

/** The business date of tests. */
export const TODAY = '2025-06-15'
export const PASSWORD = 'seven umbrellas in the rain'

/** A reader: asks with a session's cookie and the header that writes need. */
export interface Client {
  ask(method: InjectOptions['method'], url: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  get(url: string, headers?: Record<string, string>): Promise<Response>
  post(url: string, body?: unknown): Promise<Response>
}

/** A server on an empty database of its own, without a port. */
export interface TestServer {
  readonly app: App
  readonly setting: Setting
  /** Asks as nobody. */
  readonly nobody: Client
  /** Creates an account (the user name is made from role and division) and signs in. */
  signedIn(values: Omit<AccountValues, 'username' | 'name'> & { username?: string }): Promise<Client>
  close(): Promise<void>
}

function clientOf(app: App, cookie?: string): Client {
  const ask: Client['ask'] = (method, url, body, headers = {}) =>
    app.inject({
      method: method!,
      url,
      headers: { 'x-kangheng': '1', ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
  return {
    ask,
    get: (url, headers) => ask('GET', url, undefined, headers),
    post: (url, body = {}) => ask('POST', url, body),
  }
}

/** The cookie an answer sets, to be sent back. */
export function cookieOf(response: Response): string {
  return String(response.headers['set-cookie']).split(';')[0]!
}

/** Starts a test server over a house. `county` empty: an installation that was not set up; `through` stands between the server and its database. */
export async function openTestServer(
  house: House,
  more: {
    county?: string
    demo?: boolean
    options?: Partial<ServerOptions>
    today?: string
    through?: (database: Database) => Database
    /** A database that is there already, with the policies of the house. */
    on?: Database
  } = {},
): Promise<TestServer> {
  const opened = more.on ?? (await openTestDatabase(house, extraPolicies))
  const database = more.through?.(opened) ?? opened
  const vault = openVault(new Uint8Array(32).fill(7))
  setVault(vault)
  let county = more.county ?? '530721'
  const today = () => more.today ?? TODAY
  const indicators = async () => [...house.indicators.values(), ...(await loadUserIndicators(database, house, county))]
  const setting: Setting = {
    database,
    house,
    vault,
    get county() {
      return county
    },
    demo: more.demo ?? false,
    demoUnfinished: false,
    demoUnplayed: false,
    demoAccounts: [],
    today,
    indicators,
    computation: async () => ({ county, indicators: await indicators(), horizon: horizonOf('2024-01', today()) }),
    async reload() {
      county = (await countiesIn(database))[0] ?? ''
    },
    close: () => database.close(),
  }
  const app = await buildApp(setting, { ...defaultOptions, logLevel: 'silent', ...more.options })
  return {
    app,
    setting,
    nobody: clientOf(app),
    async signedIn(values) {
      // A user name has 32 characters at most; the division, which tells accounts apart, is kept whole.
      const username =
        values.username ?? `${values.role.slice(0, 31 - values.division.length)}-${values.division}`.toLowerCase()
      await createAccount(
        setting,
        installationActor(county, 'setup'),
        { ...values, username, name: username },
        PASSWORD,
        false,
      )
      const answer = await clientOf(app).post('/api/session', { username, password: PASSWORD })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return clientOf(app, cookieOf(answer))
    },
    async close() {
      await app.close()
      if (!more.on) await database.close()
    },
  }
}
