import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { CellData } from '@kangheng/drawing/cell-data.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { loadSmallCounty, smallCounty } from '@kangheng/kernel/testing/small-county.ts'
import { findFont } from '@kangheng/reporting/dashboard/paper/font.ts'
import { house } from './house.ts'
import { sendDue } from './mail/deliver.ts'
import { attachmentOf, headerOf, openMailServer, type MailServer } from './testing/mail-server.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'

const POPULATION = 'resident.usual-population'
const [TOWNSHIP, OTHER] = smallCounty.townships
const [VILLAGE] = smallCounty.villages
const cell = (id: string, more: object = {}) => ({
  id,
  view: 'number',
  indicators: [POPULATION],
  places: { kind: 'own' },
  periods: { kind: 'this-month' },
  width: 1,
  height: 1,
  ...more,
})
const cells = [cell('number'), cell('bars', { view: 'bar', places: { kind: 'below-own' }, width: 2 })]

let server: TestServer
let mail: MailServer
let leader: Client
let section: Client
let township: Client
let village: Client
let resident: Client
let administrator: Client

let requests = 0
const act = (client: Client, action: string, input: unknown, on: object = {}) =>
  client.post(`/api/actions/dashboards.${action}`, { requestId: `dashboards-test-${(requests += 1)}`, input, ...on })
async function composed(client: Client, titleZh: string, sharedWith: string[], content: object[] = cells) {
  const answer = await act(client, 'dashboard.compose', { titleZh, sharedWith, cells: content })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ id: string }>().id
}
const titles = async (client: Client) =>
  (await client.get('/api/dashboards'))
    .json<{ dashboards: { title: { zh: string } }[] }>()
    .dashboards.map((each) => each.title.zh)
const open = async (client: Client, id: string, query = '') => client.get(`/api/dashboards/${id}${query}`)
const placesOf = (answer: { json(): { cells: CellData[] } }, at = 0) =>
  answer.json().cells[at]!.data.map((each) => each.place)

before(async () => {
  server = await openTestServer(house)
  mail = await openMailServer({ name: 'kangheng', password: 'only for tests' })
  await loadSmallCounty(server.setting.database)
  await server.setting.database.query(
    `insert into residence_episode (county, id, person, division, kind, starts_on, start_reason, sex, birth)
     select county, gen_random_uuid(), id, division, 'usual', '2020-01-01', 'initial', 'female', '1980-01-01' from person`,
  )
  await buildFigures(server.setting.database, await server.setting.computation())
  leader = await server.signedIn({ role: 'bureau-leader', division: '530721' })
  section = await server.signedIn({ role: 'bureau-section', division: '530721' })
  township = await server.signedIn({ role: 'township-centre', division: TOWNSHIP, institution: `C${TOWNSHIP}` })
  village = await server.signedIn({ role: 'village-doctor', division: VILLAGE })
  const [someone] = await server.setting.database.query<{ id: string }>('select id from person limit 1')
  resident = await server.signedIn({ role: 'resident', division: VILLAGE, person: someone!.id })
  administrator = await server.signedIn({ role: 'administrator', division: '530721' })
})
after(async () => {
  await mail?.close()
  await server?.close()
})

describe('dashboards', () => {
  test('what is kept is its owner’s alone; what is shared is read by the roles it is shared with', async () => {
    await composed(leader, '领导自用', [])
    await composed(leader, '全县共享', ['township-centre'])
    assert.deepEqual(await titles(leader), ['全县共享', '领导自用'])
    assert.deepEqual(await titles(section), [])
    assert.deepEqual(await titles(township), ['全县共享'])
    assert.deepEqual(await titles(village), [])
    assert.equal((await resident.get('/api/dashboards')).statusCode, 403)
  })

  test('a township’s page is read in its villages and in the county, not in the other township', async () => {
    const id = await composed(township, '乡镇页', ['village-doctor', 'bureau-section', 'township-centre'])
    const other = await server.signedIn({ role: 'township-centre', division: OTHER, institution: `C${OTHER}` })
    assert.deepEqual(await titles(village), ['乡镇页'])
    assert.deepEqual(await titles(section), ['乡镇页'])
    assert.ok(!(await titles(other)).includes('乡镇页'))
    assert.equal((await open(other, id)).statusCode, 404)
  })

  test('every reader sees the own place and what lies below, and nothing else, wherever the page points', async () => {
    const id = await composed(
      leader,
      '各自所在地',
      ['township-centre', 'village-doctor'],
      [
        ...cells,
        cell('fixed', { places: { kind: 'named', codes: ['530721', TOWNSHIP, OTHER, VILLAGE] }, view: 'table' }),
      ],
    )
    const [county, town, hamlet] = [await open(leader, id), await open(township, id), await open(village, id)]
    assert.deepEqual(
      [county, town, hamlet].map((answer) => placesOf(answer)),
      [['530721'], [TOWNSHIP], [VILLAGE]],
    )
    assert.deepEqual(placesOf(county, 1), [...smallCounty.townships])
    assert.deepEqual(placesOf(town, 1), smallCounty.villages.slice(0, 2))
    assert.deepEqual(placesOf(town, 2), [TOWNSHIP, VILLAGE])
    assert.deepEqual(placesOf(hamlet, 2), [VILLAGE])
    assert.deepEqual(placesOf(await open(leader, id, `?place=${OTHER}`)), [OTHER])
    assert.deepEqual(placesOf(await open(township, id, `?place=${OTHER}`)), [])
    const [value] = county.json<{ cells: CellData[] }>().cells[0]!.data
    const figure = await leader.get(`/api/figures/${POPULATION}/530721/2025-06`)
    assert.equal(value!.value, figure.json<{ figure: { value: string } }>().figure.value)
  })

  test('only the owner changes and withdraws; an old version is a conflict; a wrong view is refused in words', async () => {
    const id = await composed(leader, '改动', ['bureau-section'])
    const content = { titleZh: '改动二', sharedWith: ['bureau-section'], cells }
    assert.equal((await act(section, 'dashboard.revise', content, { id, version: 1 })).statusCode, 403)
    assert.equal((await act(leader, 'dashboard.revise', content, { id, version: 1 })).statusCode, 200)
    assert.equal((await act(leader, 'dashboard.revise', content, { id, version: 1 })).statusCode, 409)
    for (const [wrong, field] of [
      [{ ...content, sharedWith: ['resident'] }, 'sharedWith'],
      [{ ...content, cells: [cell('a', { indicators: ['nothing.here'] })] }, 'cells.0.indicators'],
      [
        { ...content, cells: [cell('a', { view: 'map', indicators: [POPULATION, 'resident.births'] })] },
        'cells.0.indicators',
      ],
      [
        { ...content, cells: [cell('a', { view: 'line', indicators: [POPULATION, 'resident.share-65'] })] },
        'cells.0.indicators',
      ],
      [{ ...content, cells: [cell('a', { places: { kind: 'below', code: '999999' } })] }, 'cells.0.places'],
    ] as const) {
      const answer = await act(leader, 'dashboard.revise', wrong, { id, version: 2 })
      assert.equal(answer.statusCode, 422, answer.body)
      assert.ok(answer.body.includes(field), `${field}: ${answer.body}`)
    }
    assert.equal((await act(leader, 'dashboard.withdraw', {}, { id })).statusCode, 200)
    assert.equal((await open(leader, id)).statusCode, 404)
    assert.equal((await act(village, 'dashboard.compose', content)).statusCode, 403)
  })

  test('views that are stored nowhere are shown while they are composed', async () => {
    const answer = await township.post('/api/dashboards/preview', { cells: [cells[1]] })
    assert.deepEqual(placesOf(answer), smallCounty.villages.slice(0, 2))
  })

  test('as file, with the reader’s rights', { skip: findFont() ? false : 'no font' }, async () => {
    const id = await composed(leader, '打印', ['township-centre'])
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['png', '\x89PNG'],
    ] as const) {
      const answer = await township.get(`/api/dashboards/${id}/file?format=${format}`)
      assert.equal(answer.statusCode, 200)
      assert.equal(answer.rawPayload.subarray(0, 4).toString('latin1'), start)
    }
    assert.equal((await village.get(`/api/dashboards/${id}/file`)).statusCode, 404)
  })
})

describe('notes on figures', () => {
  const about = { indicator: POPULATION, place: TOWNSHIP, period: '2025-06' }
  const notes = async (client: Client, place: string = TOWNSHIP) =>
    (await client.get(`/api/notes?indicators=${POPULATION}&places=${place}&periods=2025-06`)).json<{
      notes: { id: string; text: string; author: string; mayWithdraw: boolean }[]
    }>().notes

  test('stand beside the figure for whoever sees the figure, and for nobody else', async () => {
    const made = await act(township, 'note.annotate', { ...about, note: '两个村合并，人口正在核对' })
    assert.equal(made.statusCode, 200, made.body)
    const id = await composed(leader, '批注', ['township-centre', 'village-doctor'], cells)
    const shown = (await open(leader, id)).json<{ cells: CellData[] }>().cells
    assert.deepEqual(
      shown.map((each) => each.notes.map((note) => [note.number, note.place, note.text])),
      [[], [[1, TOWNSHIP, '两个村合并，人口正在核对']]],
    )
    assert.equal((await notes(leader))[0]?.mayWithdraw, false)
    assert.deepEqual(
      (await notes(township)).map((note) => note.mayWithdraw),
      [true],
    )
    assert.deepEqual(await notes(village), [])
  })

  test('are refused on figures out of sight, and withdrawn by the office that made them', async () => {
    const elsewhere = await act(township, 'note.annotate', { ...about, place: OTHER, note: '不可见' })
    assert.equal(elsewhere.statusCode, 422, elsewhere.body)
    assert.equal((await act(village, 'note.annotate', { ...about, note: '不可以' })).statusCode, 403)
    const [note] = await notes(township)
    assert.equal((await act(leader, 'note.withdraw', {}, { id: note!.id })).statusCode, 403)
    assert.equal((await act(township, 'note.withdraw', {}, { id: note!.id })).statusCode, 200)
    assert.deepEqual(await notes(leader), [])
  })
})

describe('subscriptions', { skip: findFont() ? false : 'no font with Chinese characters is installed' }, () => {
  const how = {
    address: 'somebody@example.invalid',
    format: 'pdf',
    rhythm: 'weekly',
    onDay: 1,
    hour: 8,
    language: 'zh',
  }
  const settings = () => ({
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    user: 'kangheng',
    password: 'only for tests',
    from: '康衡 <kangheng@example.invalid>',
    site: 'https://kangheng.example.invalid',
  })
  interface Listed {
    ready: { mail: boolean }
    subscriptions: {
      id: string
      address: string
      last: { state: string; attempts: number; fault: string | null } | null
    }[]
  }
  const listed = async (client: Client) => (await client.get('/api/subscriptions')).json<Listed>()
  /** Monday of next week, 08:30 in China. */
  const monday = new Date(Date.now() + 7 * 86_400_000)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  monday.setUTCHours(0, 30, 0, 0)
  const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000)
  let id = ''

  test('nothing is sent while mail is not set up, and the page can say so', async () => {
    const page = await composed(leader, '每周一览', ['township-centre'])
    const made = await act(township, 'subscription.subscribe', { dashboard: page, ...how })
    assert.equal(made.statusCode, 200, made.body)
    id = made.json<{ id: string }>().id
    assert.equal(await sendDue(server.setting, monday), 0)
    const own = await listed(township)
    assert.deepEqual(
      [own.ready.mail, own.subscriptions[0]?.address, own.subscriptions[0]?.last],
      [false, how.address, null],
    )
    assert.deepEqual((await listed(leader)).subscriptions, [], 'another’s subscriptions are nobody’s business')
    const hidden = await act(village, 'subscription.subscribe', { dashboard: page, ...how })
    assert.equal(hidden.statusCode, 422, 'what is not shared cannot be subscribed')
  })

  test('the administrator sets mail up; the password is stored as ciphertext and never told', async () => {
    assert.equal((await leader.ask('PUT', '/api/admin/mail', settings())).statusCode, 403)
    const open = await administrator.ask('PUT', '/api/admin/mail', { ...settings(), host: 'mail.example.invalid' })
    assert.equal(open.statusCode, 422, 'without TLS only to this machine')
    const done = await administrator.ask('PUT', '/api/admin/mail', settings())
    assert.equal(done.statusCode, 200, done.body)
    const shown = await administrator.get('/api/admin/mail')
    assert.equal(shown.json<{ settings: { hasPassword: boolean } }>().settings.hasPassword, true)
    const [kept] = await server.setting.database.query<{ said: string }>(
      `select string_agg(t, ' ') as said from (select value::text as t from setting union all select input::text || changes::text from journal) everything`,
    )
    for (const said of [shown.body, done.body, kept!.said]) assert.ok(!said.includes('only for tests'))
    assert.ok(!kept!.said.includes(how.address), 'nor is the subscriber’s address in the journal')
    const tried = await administrator.post('/api/admin/mail/test', { to: 'admin@example.invalid' })
    assert.equal(tried.statusCode, 200, tried.body)
    assert.deepEqual(mail.received.shift()?.to, ['admin@example.invalid'])
  })

  test('it is sent once when due, read with the subscriber’s rights', async () => {
    assert.deepEqual([await sendDue(server.setting, monday), await sendDue(server.setting, later(1))], [1, 0])
    const [message] = mail.received.splice(0)
    assert.deepEqual(message!.to, [how.address])
    const file = attachmentOf(message!, 'application/pdf')
    assert.equal(file.subarray(0, 4).toString(), '%PDF')
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const page = await (await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise).getPage(1)
    const said = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    assert.ok(said.includes(`区划${TOWNSHIP}`) && said.includes(VILLAGE))
    assert.ok(!said.includes(OTHER), 'the owner’s county is not in the township’s mail')
    assert.equal((await listed(township)).subscriptions[0]?.last?.state, 'sent')
  })

  test('what fails is tried again after a pause, and shown', async () => {
    const week = 7 * 24 * 60
    mail.refusing = '4.3.1 mailbox full'
    assert.equal(await sendDue(server.setting, later(week)), 0)
    const { last } = (await listed(township)).subscriptions[0]!
    assert.deepEqual([last?.state, last?.attempts], ['waiting', 1])
    assert.match(last!.fault!, /mailbox full/)
    mail.refusing = undefined
    assert.equal(await sendDue(server.setting, later(week + 4)), 0, 'not before the pause is over')
    assert.equal(await sendDue(server.setting, later(week + 6)), 1)
    mail.received.splice(0)
    mail.refusing = '5.1.1 no such user'
    for (const minutes of [0, 6, 40, 180, 400]) await sendDue(server.setting, later(2 * week + minutes))
    const given = (await listed(township)).subscriptions[0]!.last
    assert.deepEqual([given?.state, given?.attempts], ['failed', 4])
    mail.refusing = undefined
  })

  test('when the page is no longer shared, nothing goes out', async () => {
    const page = await composed(leader, '收回', ['township-centre'])
    const made = await act(township, 'subscription.subscribe', { dashboard: page, ...how, onDay: 2 })
    await act(leader, 'dashboard.revise', { titleZh: '收回', sharedWith: [], cells }, { id: page, version: 1 })
    assert.equal(await sendDue(server.setting, later(24 * 60)), 0)
    const own = (await listed(township)).subscriptions.find((each) => each.id === made.json<{ id: string }>().id)
    assert.match(own!.last!.fault!, /没有共享给您/)
    assert.equal((await act(township, 'subscription.end', {}, { id: own!.id })).statusCode, 200)
  })

  test('a mail ends its own subscription by the link in it, without signing in; no other link does', async () => {
    assert.equal(await sendDue(server.setting, later(3 * 7 * 24 * 60)), 1)
    const link = /<(.*)>/.exec(headerOf(mail.received.splice(0)[0]!, 'List-Unsubscribe')!)![1]!.replace(/\s/g, '')
    const path = new URL(link).pathname
    const press = (url: string) =>
      server.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
    assert.equal((await press(`${path.slice(0, -3)}abc`)).statusCode, 404)
    assert.equal((await listed(township)).subscriptions.length, 1)
    const done = await press(path)
    assert.equal(done.statusCode, 200, done.body)
    assert.equal((await press(path)).statusCode, 200, 'twice is the same as once')
    assert.deepEqual((await listed(township)).subscriptions, [])
    assert.equal(await sendDue(server.setting, later(4 * 7 * 24 * 60)), 0)
    const [entry] = await server.setting.database.query<{ record: string }>(
      `select record_id as record from journal where action = 'dashboards.subscription.end' order by seq desc limit 1`,
    )
    assert.equal(entry!.record, id)
  })
})
