import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { initialise } from './installation.ts'
import { startServer } from './start.ts'
import { cookieOf, PASSWORD } from './testing/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'kangheng-start-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test(
  'a server opens its installation, keeps figures fresh, seals, and stops; a second one is told why it cannot',
  { timeout: 240_000 },
  async () => {
    const made = await initialise({ folder }, '530721', { firstMonth: '2025-01' })
    await createAccount(
      made,
      installationActor('530721', 'setup'),
      { username: 'doctor', name: '村医', role: 'village-doctor', division: '530721102201' },
      PASSWORD,
      false,
    )
    await made.close()
    const server = await startServer({ folder, port: 0, options: { logLevel: 'silent', webRoot: null } })
    await assert.rejects(startServer({ folder, port: 0 }), /in use by another|already/)
    const ask = (path: string, init: RequestInit = {}) => fetch(server.address + path, init)
    assert.equal((await ask('/ready')).status, 200)
    const signedIn = await ask('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kangheng': '1' },
      body: JSON.stringify({ username: 'doctor', password: PASSWORD }),
    })
    assert.equal(signedIn.status, 200)
    const cookie = cookieOf({ headers: { 'set-cookie': signedIn.headers.get('set-cookie') } } as never)
    const registered = await ask('/api/actions/resident.registration.register', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-kangheng': '1' },
      body: JSON.stringify({
        requestId: 'first-resident',
        input: {
          name: '和文军',
          sex: 'male',
          birth: '1965-03-08',
          division: '530721102201',
          happenedOn: server.setting.today(),
          usual: true,
          registered: true,
          source: 'clinic',
        },
      }),
    })
    assert.equal(registered.status, 200, await registered.clone().text())
    let marks = 1
    for (let attempt = 0; attempt < 1000 && marks > 0; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      marks = (await server.setting.database.query('select 1 from stale_mark')).length
    }
    assert.equal(marks, 0)
    const [figure] = await server.setting.database.query<{ value: string }>(
      `select value from figure where indicator = 'resident.usual-population' and place = '530721' and period = $1`,
      [server.setting.today().slice(0, 7)],
    )
    assert.equal(figure!.value, '1')
    assert.match(await (await ask('/metrics')).text(), /kangheng_request_seconds/)
    await server.stop()
    await assert.rejects(ask('/ready'))
  },
)
