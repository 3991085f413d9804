import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import type { App } from '@kangheng/server/app-type.ts'
import type { Setting } from '@kangheng/server/setting.ts'

const PASSWORD = 'Bench-2025-three-rivers'

/** A signed-in account of a benchmark, asking the server as its browser would. */
export interface Client {
  /** @throws when the answer is not a success. */
  get<Answer>(url: string): Promise<Answer>
  post<Answer>(url: string, body: object): Promise<Answer>
}

/** Opens an account of a role at a place and signs in with it. */
export async function signIn(
  app: App,
  setting: Setting,
  account: { role: string; division: string; institution?: string },
): Promise<Client> {
  const username = `bench-${account.role}`
  const values = { username, name: username, ...account }
  await createAccount(setting, installationActor(setting.county, 'bench'), values, PASSWORD, false)
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, cookie = '') => {
    const headers = { cookie, 'x-kangheng': '1' }
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode !== 200) throw new Error(`${method} ${url} → ${answer.statusCode} ${answer.body}`)
    return answer
  }
  const entry = await ask('POST', '/api/session', { username, password: PASSWORD })
  const cookie = String(entry.headers['set-cookie']).split(';')[0]!
  return {
    get: async (url) => (await ask('GET', url, undefined, cookie)).json(),
    post: async (url, body) => (await ask('POST', url, body, cookie)).json(),
  }
}
