import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { loadSmallCounty, personId } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
let server: TestServer
let county: Client
let village: Client
let loan: { id: string; version: number }

before(async () => {
  server = await openTestServer(house)
  await loadSmallCounty(server.setting.database)
  county = await server.signedIn({ role: 'librarian', division: '530721' })
  village = await server.signedIn({ role: 'librarian', division: '530721001001' })
})
after(() => server.close())

const lend = (client: Client, number: number, umbrella: string, more: object = {}) =>
  client.post('/api/actions/umbrella.loan.lend', {
    requestId: `lend-${umbrella}-request`,
    input: { person: personId(number), umbrella, days: 7 },
    ...more,
  })

test('an action is answered with the record and can be replayed', async () => {
  const first = await lend(county, 0, 'U001')
  assert.equal(first.statusCode, 200, first.body)
  loan = first.json()
  assert.equal((await lend(county, 0, 'U001')).json().replayed, true)
  for (const number of [1, 2, 3, 4]) await lend(county, number, `U00${number + 1}`)
})

test('a refusal is a problem document in the reader’s language with the field', async () => {
  const again = await county.ask('POST', '/api/actions/umbrella.loan.lend', {
    requestId: 'another-request',
    input: { person: personId(0), umbrella: 'U001', days: 99 },
  })
  assert.equal(again.statusCode, 422)
  assert.match(again.headers['content-type'] as string, /application\/problem\+json/)
  assert.deepEqual(again.json().errors, [{ field: 'days', message: '不能大于14' }])
  const english = await county.ask(
    'POST',
    '/api/actions/umbrella.loan.lend',
    { requestId: 'another-request', input: {} },
    { 'accept-language': 'en' },
  )
  assert.equal(english.json().errors[0].message, 'Fill this in')
})

test('a list is paged, newest first, with names, and counted', async () => {
  const page = (await county.get('/api/records/umbrella.loan?limit=2')).json()
  assert.equal(page.rows.length, 2)
  assert.equal(page.total, 5)
  assert.equal(page.rows[0].personName.startsWith('测试'), true)
  const rest = (await county.get(`/api/records/umbrella.loan?limit=10&cursor=${page.next}`)).json()
  assert.equal(rest.rows.length, 3)
  assert.equal(rest.next, null)
})

test('filters: place, state, person, search, own field', async () => {
  const rows = async (filter: string) => (await county.get(`/api/records/umbrella.loan?${filter}`)).json().rows
  assert.equal((await rows('place=530721001')).length, 3)
  assert.equal((await rows('place=530721001001')).length, 2)
  assert.equal((await rows('state=returned')).length, 0)
  assert.equal((await rows(`person=${personId(3)}`)).length, 1)
  assert.equal((await rows('q=测试3')).length, 1)
  assert.equal((await rows('field.umbrella=U002'))[0].umbrella, 'U002')
  assert.equal((await county.get('/api/records/umbrella.loan?field.colour=red')).statusCode, 422)
})

test('regression: a total counted for one reader was told to another who sees fewer of the rows', async () => {
  const { database } = server.setting
  const colleague = await server.signedIn({ role: 'librarian', division: '530721', username: 'colleague' })
  await database.execute(`create policy own_rows on umbrella_loan as restrictive for select to kangheng_county
    using (umbrella <> 'U001' or recorded_by = (select kangheng.account()))`)
  try {
    const seen = async (client: Client) => {
      const { rows, total } = (await client.get('/api/records/umbrella.loan?state=lent')).json()
      return [rows.length, total]
    }
    assert.deepEqual(
      [await seen(county), await seen(colleague)],
      [
        [5, 5],
        [4, 4],
      ],
    )
  } finally {
    await database.execute('drop policy own_rows on umbrella_loan')
  }
})

test('the work of one person: of that person alone, and nothing of somebody out of sight', async () => {
  const work = async (client: Client, number: number) =>
    (await client.get(`/api/persons/${personId(number)}/work`)).json().rows as { person: string; task: string }[]
  const own = await work(county, 3)
  assert.ok(own.length > 0 && own.every(({ person }) => person === personId(3)))
  const places = await server.setting.database.query<{ id: string; division: string }>(
    'select id, division from person where id = any($1::uuid[])',
    [[0, 1, 2, 3, 4].map(personId)],
  )
  const elsewhere = places.find(({ division }) => division !== '530721001001')!
  assert.deepEqual((await village.get(`/api/persons/${elsewhere.id}/work`)).json().rows, [])
})

test('a village sees its own rows only, also when it asks for more', async () => {
  for (const filter of ['', '?place=530721', '?place=530721102']) {
    const page = (await village.get(`/api/records/umbrella.loan${filter}`)).json()
    assert.ok(page.rows.every((row: { division: string }) => row.division === '530721001001'))
    assert.equal(page.total, page.rows.length)
  }
})

test('a record is shown with its history and what can be done', async () => {
  const shown = (await county.get(`/api/records/umbrella.loan/${loan.id}`)).json()
  assert.equal(shown.row.umbrella, 'U001')
  assert.deepEqual(shown.actions, ['umbrella.loan.give-back', 'umbrella.loan.report-lost'])
  assert.equal(shown.history[0].action.zh, '借出')
  const told: { field: { zh: string }; after: unknown }[] = shown.history[0].changes
  assert.deepEqual(
    told.flatMap(({ field, after }) => (field.zh === '属地' || field.zh === '区划' ? [after] : [])),
    [shown.row.divisionName],
  )
  const other = (await county.get('/api/records/umbrella.loan?place=530721102')).json().rows[0]
  assert.equal((await village.get(`/api/records/umbrella.loan/${other.id}`)).statusCode, 404)
})

test('an old version is answered with the current row', async () => {
  const back = { requestId: 'give-back-1', id: loan.id, version: 1, input: {} }
  assert.equal((await county.post('/api/actions/umbrella.loan.give-back', back)).statusCode, 200)
  const late = await county.post('/api/actions/umbrella.loan.give-back', { ...back, requestId: 'give-back-2' })
  assert.equal(late.statusCode, 409)
  assert.equal(late.json().current.state, 'returned')
  assert.equal(late.json().current.personName, '测试0')
})

test('due work is listed by urgency and counted', async () => {
  const tasks = (await county.get('/api/tasks')).json()
  assert.equal(tasks.rows.length, 4)
  assert.equal(tasks.rows[0].dueOn, '2025-06-22')
  assert.deepEqual(
    tasks.counts.map(({ open, overdue }: { open: number; overdue: number }) => [open, overdue]),
    [[4, 0]],
  )
  assert.equal((await village.get('/api/tasks')).json().rows.length, 1)
  assert.equal((await county.get('/api/tasks?overdue=1')).json().rows.length, 0)
})

test('residents are found by name, initials and place, and opening a file is logged', async () => {
  assert.equal((await county.get('/api/persons?limit=7')).json().rows.length, 7)
  assert.equal((await county.get('/api/persons?q=测试1&limit=100')).json().rows.length, 11)
  assert.equal((await county.get('/api/persons?q=cs&place=530721001')).json().rows.length, 20)
  assert.equal((await village.get('/api/persons?limit=100')).json().rows.length, 10)
  const first = (await county.get('/api/persons?limit=25')).json()
  const second = (await county.get(`/api/persons?limit=25&cursor=${first.next}`)).json()
  assert.equal(new Set([...first.rows, ...second.rows].map((row) => row.id)).size, 40)
  const file = (await county.get(`/api/persons/${personId(0)}`)).json()
  assert.equal(file.person.name, '测试0')
  assert.equal(file.sections[0].rows.length, 1)
  assert.equal(file.readings.length, 1)
  assert.equal((await village.get(`/api/persons/${personId(1)}`)).statusCode, 404)
})

test('the house tells each role what it may do', async () => {
  const visitor = await server.signedIn({ role: 'visitor', division: '530721' })
  const seen = (await visitor.get('/api/house')).json()
  assert.deepEqual(seen.domains[0].records, [])
  assert.equal(seen.domains[0].indicators.length, 5)
  assert.equal((await visitor.get('/api/records/umbrella.loan')).statusCode, 403)
  assert.equal((await visitor.get('/api/persons')).statusCode, 403)
  const full = (await county.get('/api/house')).json()
  assert.equal(full.domains[0].actions.length, 3)
  assert.equal(full.domains[0].actions[0].input.properties.person.title, '借用人')
  assert.equal(full.domains[0].records[0].fields.dueOn.kind, 'date')
})
