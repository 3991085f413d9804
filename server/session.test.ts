import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { defineRole } from '@kangheng/kernel/access/actor.ts'
import { loadSmallCounty } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { cookieOf, openTestServer, PASSWORD, type TestServer } from './testing/server.ts'

const keeper = defineRole({
  id: 'keeper',
  title: { zh: '管理员', en: 'Keeper' },
  description: { zh: '管理账号', en: 'Keeps accounts' },
  unmasked: false,
  rights: ['manage-accounts', 'configure', 'see-journal'],
})
const house = buildHouse([umbrellaLibrary], [librarian, visitor, keeper])
let server: TestServer

before(async () => {
  server = await openTestServer(house)
  await loadSmallCounty(server.setting.database)
})
after(() => server?.close())

const signIn = (username: string, password = PASSWORD) => server.nobody.post('/api/session', { username, password })
const withCookie = (cookie: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  server.app.inject({ method, url, headers: { cookie, 'x-kangheng': '1' }, ...(payload ? { payload } : {}) })

describe('signing in', () => {
  test('the session carries who, as what, for where; the cookie is for this site only', async () => {
    await server.signedIn({ role: 'librarian', division: '530721', username: 'anna' })
    const answer = await signIn('ANNA ')
    assert.equal(answer.json().account.roleTitle.zh, '管理员')
    assert.match(String(answer.headers['set-cookie']), /HttpOnly; SameSite=Strict/)
    const [stored] = await server.setting.database.query<{ token_hash: string }>(
      'select token_hash from session limit 1',
    )
    assert.equal(cookieOf(answer).includes(stored!.token_hash), false)
  })

  test('a wrong name and a wrong password are answered alike', async () => {
    const [wrong, nobody] = [await signIn('anna', 'wrong'), await signIn('not-there', 'wrong')]
    assert.equal(wrong.statusCode, 401)
    assert.equal(nobody.statusCode, 401)
    assert.equal(wrong.body, nobody.body)
  })

  test('five failures lock the name, whether there is such an account or not', async () => {
    await server.signedIn({ role: 'visitor', division: '530721', username: 'bert' })
    for (const name of ['bert', 'stranger'])
      for (let attempt = 0; attempt < 5; attempt += 1) assert.equal((await signIn(name, 'wrong')).statusCode, 401)
    const locked = await signIn('bert')
    assert.equal(locked.statusCode, 429)
    assert.match(locked.json().detail, /锁定至/)
    assert.equal((await signIn('stranger')).statusCode, 429)
    await server.setting.database.query(
      `update account set locked_until = now() - interval '1 second' where username = 'bert'`,
    )
    assert.equal((await signIn('bert')).statusCode, 200)
  })

  test('without a session nothing is told, and a write without the header is refused', async () => {
    assert.equal((await server.nobody.get('/api/house')).statusCode, 401)
    const forged = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'anna', password: PASSWORD },
    })
    assert.equal(forged.statusCode, 403)
  })

  test('a session ends by sign-out, by its owner elsewhere, and when idle', async () => {
    const [one, two, three] = [
      cookieOf(await signIn('anna')),
      cookieOf(await signIn('anna')),
      cookieOf(await signIn('anna')),
    ]
    assert.equal((await withCookie(one, 'DELETE', '/api/session')).statusCode, 200)
    assert.equal((await withCookie(one, 'GET', '/api/house')).statusCode, 401)
    const open = (await withCookie(two, 'GET', '/api/account/sessions')).json().sessions as {
      id: string
      current: boolean
    }[]
    for (const each of open.filter((session) => !session.current))
      assert.equal((await withCookie(two, 'DELETE', `/api/account/sessions/${each.id}`)).statusCode, 200)
    assert.equal((await withCookie(three, 'GET', '/api/house')).statusCode, 401)
    await server.setting.database.query(`update session set seen_at = now() - interval '3 hours'`)
    await new Promise((resolve) => setTimeout(resolve, 1100)) // a session is looked up once a second
    assert.equal((await withCookie(two, 'GET', '/api/house')).statusCode, 401)
  })
})

describe('second factor', () => {
  test('is set up with a code, asked for at the next sign-in, and a code is good once', async () => {
    const cookie = cookieOf(await signIn('anna'))
    const offer = (await withCookie(cookie, 'POST', '/api/account/second-factor/start')).json()
    assert.match(offer.qr, /^<svg/)
    const totp = new TOTP({ secret: Secret.fromBase32(offer.secret) })
    assert.equal(
      (await withCookie(cookie, 'POST', '/api/account/second-factor/confirm', { code: '000000' })).statusCode,
      422,
    )
    const before = totp.generate({ timestamp: Date.now() - 30_000 })
    assert.equal(
      (await withCookie(cookie, 'POST', '/api/account/second-factor/confirm', { code: before })).statusCode,
      200,
    )
    const [stored] = await server.setting.database.query<{ totp_cipher: Uint8Array }>(
      `select totp_cipher from account where username = 'anna'`,
    )
    assert.equal(Buffer.from(stored!.totp_cipher).includes(offer.secret), false)

    const pending = await signIn('anna')
    assert.equal(pending.json().account.secondFactor, 'pending')
    const half = cookieOf(pending)
    assert.equal((await withCookie(half, 'GET', '/api/house')).statusCode, 401)
    const code = totp.generate()
    assert.equal((await withCookie(half, 'POST', '/api/session/second-factor', { code: before })).statusCode, 401)
    assert.equal((await withCookie(half, 'POST', '/api/session/second-factor', { code })).statusCode, 200)
    assert.equal((await withCookie(half, 'GET', '/api/house')).statusCode, 200)
    const other = cookieOf(await signIn('anna'))
    assert.equal((await withCookie(other, 'POST', '/api/session/second-factor', { code })).statusCode, 401)
  })
})

describe('accounts', () => {
  test('a new account gets a temporary password that must be changed first', async () => {
    const admin = await server.signedIn({ role: 'keeper', division: '530721' })
    const made = (
      await admin.post('/api/admin/accounts', {
        username: 'carl',
        name: '卡尔',
        role: 'librarian',
        division: '530721001',
      })
    ).json()
    const first = await signIn('carl', made.password)
    const cookie = cookieOf(first)
    assert.equal(first.json().account.mustChangePassword, true)
    assert.equal((await withCookie(cookie, 'GET', '/api/house')).statusCode, 403)
    for (const next of ['short', 'carl is my name', '1234567890', 'password of mine'])
      assert.equal(
        (await withCookie(cookie, 'POST', '/api/account/password', { current: made.password, next })).statusCode,
        422,
      )
    assert.equal(
      (await withCookie(cookie, 'POST', '/api/account/password', { current: 'x', next: PASSWORD })).json().field,
      'current',
    )
    assert.equal(
      (await withCookie(cookie, 'POST', '/api/account/password', { current: made.password, next: PASSWORD }))
        .statusCode,
      200,
    )
    assert.equal((await withCookie(cookie, 'GET', '/api/house')).statusCode, 200)
  })

  test('nobody gives more scope than the own, or sees accounts beyond it', async () => {
    const local = await server.signedIn({ role: 'keeper', division: '530721001' })
    const wide = { username: 'dora', name: '多拉', role: 'keeper', division: '530721' }
    assert.equal((await local.post('/api/admin/accounts', wide)).statusCode, 403)
    assert.equal((await local.post('/api/admin/accounts', { ...wide, division: '530721102' })).statusCode, 403)
    const seen = (await local.get('/api/admin/accounts')).json().accounts as {
      division: string
      id: string
      username: string
    }[]
    assert.ok(seen.length > 0 && seen.every((account) => account.division.startsWith('530721001')))
    const carl = seen.find((account) => account.username === 'carl')!
    assert.equal((await local.ask('PATCH', `/api/admin/accounts/${carl.id}`, { division: '530721' })).statusCode, 403)
    const [anna] = await server.setting.database.query<{ id: string }>(`select id from account where username = 'anna'`)
    assert.equal((await local.post(`/api/admin/accounts/${anna!.id}/reset`)).statusCode, 404)
  })

  test('changing, disabling and resetting end the sessions and stand in the journal', async () => {
    const admin = await server.signedIn({ role: 'keeper', division: '530721', username: 'keeper2' })
    const list = (await admin.get('/api/admin/accounts?q=carl')).json().accounts as { id: string; version: number }[]
    const [carl] = list
    const cookie = cookieOf(await signIn('carl'))
    assert.equal(
      (await admin.ask('PATCH', `/api/admin/accounts/${carl!.id}`, { version: 1, name: '卡' })).statusCode,
      409,
    )
    assert.equal(
      (await admin.ask('PATCH', `/api/admin/accounts/${carl!.id}`, { version: carl!.version, role: 'visitor' }))
        .statusCode,
      200,
    )
    assert.equal((await withCookie(cookie, 'GET', '/api/house')).statusCode, 401)
    assert.equal((await admin.post(`/api/admin/accounts/${carl!.id}/disable`)).statusCode, 200)
    assert.equal((await signIn('carl')).statusCode, 401)
    assert.equal((await admin.ask('PATCH', `/api/admin/accounts/${carl!.id}`, { disabled: false })).statusCode, 200)
    const { password } = (await admin.post(`/api/admin/accounts/${carl!.id}/reset`)).json()
    assert.equal((await signIn('carl')).statusCode, 401)
    assert.equal((await signIn('carl', password)).statusCode, 200)
    const journal = (await admin.get('/api/admin/journal?record=account&limit=200')).json().rows as {
      action: { en: string }
      accountName: string
    }[]
    const actions = new Set(journal.map((row) => row.action.en))
    for (const action of ['Create account', 'Change account', 'Disable account', 'Enable account', 'Reset password'])
      assert.ok(actions.has(action), action)
    assert.equal(JSON.stringify(journal).includes(password), false)
  })
})

describe('an empty installation', () => {
  test('asks for its first administrator, once', async () => {
    const empty = await openTestServer(house, { county: '' })
    assert.equal((await empty.nobody.get('/api/session')).json().setupNeeded, true)
    const given = { county: '530721', username: 'admin', name: '管理员', password: 'admin' }
    assert.equal((await empty.nobody.post('/api/setup', given)).statusCode, 422)
    const answer = await empty.nobody.post('/api/setup', { ...given, password: PASSWORD })
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(answer.json().account.role, 'keeper')
    assert.equal(
      (await empty.nobody.post('/api/setup', { ...given, username: 'second', password: PASSWORD })).statusCode,
      409,
    )
    const places = await empty.app.inject({ url: '/api/places?under=530721', headers: { cookie: cookieOf(answer) } })
    assert.equal(places.json().places.length, 16)
    await empty.close()
  })
})
