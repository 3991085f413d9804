import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { defineRole } from '@kangheng/kernel/access/actor.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { loadSmallCounty, personId } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'

const keeper = defineRole({
  id: 'keeper',
  title: { zh: '管理员', en: 'Keeper' },
  description: { zh: '设置字段和指标', en: 'Defines fields and indicators' },
  unmasked: false,
  rights: ['manage-accounts', 'configure', 'see-journal', 'see-figures'],
})
const house = buildHouse([umbrellaLibrary], [librarian, visitor, keeper])
let server: TestServer
let admin: Client
let clerk: Client

before(async () => {
  server = await openTestServer(house)
  await loadSmallCounty(server.setting.database)
  admin = await server.signedIn({ role: 'keeper', division: '530721' })
  clerk = await server.signedIn({ role: 'librarian', division: '530721' })
})
after(() => server?.close())

const lend = (number: number, extra: object) =>
  clerk.post('/api/actions/umbrella.loan.lend', {
    requestId: `lend-${number}-request`,
    input: { person: personId(number), umbrella: `U${String(number).padStart(3, '0')}`, days: 7, extra },
  })
const colour = {
  record: 'umbrella.loan',
  id: 'colour',
  title: { zh: '颜色', en: 'Colour' },
  kind: 'choice',
  values: { red: { zh: '红', en: 'Red' }, blue: { zh: '蓝', en: 'Blue' } },
}

describe('a field added at run time', () => {
  test('is refused before it is defined, and accepted afterwards', async () => {
    assert.equal((await lend(1, { colour: 'red' })).statusCode, 422)
    const defined = await admin.post('/api/admin/extension-fields', colour)
    assert.deepEqual(defined.json(), { record: 'umbrella.loan', key: 'colour', version: 1 })
    assert.equal((await lend(1, { colour: 'red' })).statusCode, 200)
    assert.equal((await lend(2, { colour: 'blue' })).statusCode, 200)
    assert.equal((await lend(3, {})).statusCode, 200)
    const wrong = await lend(4, { colour: 'green' })
    assert.deepEqual(wrong.json().errors, [{ field: 'extra.colour', message: '“颜色”应为：红、蓝' }])
  })

  test('stands in the house, in lists, filters and exports', async () => {
    const { fields } = (await clerk.get('/api/house')).json().domains[0].records[0]
    assert.equal(fields.colour.extension, true)
    assert.deepEqual(fields.colour.values.red, { zh: '红', en: 'Red' })
    const red = (await clerk.get('/api/records/umbrella.loan?extra.colour=red')).json()
    assert.equal(red.total, 1)
    assert.equal(red.rows[0].extra.colour, 'red')
    const csv = await clerk.get('/api/records/umbrella.loan/export?format=csv')
    assert.match(csv.headers['content-disposition'] as string, /filename\*=UTF-8''/)
    const [head, ...lines] = csv.body.replace('\uFEFF', '').trim().split('\r\n')
    assert.match(head!, /颜色/)
    assert.equal(lines.length, 3)
    assert.equal(lines.filter((line) => line.includes('红')).length, 1)
    const workbook = await clerk.get('/api/records/umbrella.loan/export')
    assert.equal(workbook.rawPayload.subarray(0, 2).toString(), 'PK')
  })

  test('gets versions: another title, another value, out of use; the kind stays', async () => {
    const more = {
      ...colour,
      title: { zh: '伞色', en: 'Colour' },
      values: { ...colour.values, green: { zh: '绿', en: 'Green' } },
    }
    assert.equal((await admin.post('/api/admin/extension-fields', more)).json().version, 2)
    assert.equal((await lend(4, { colour: 'green' })).statusCode, 200)
    assert.equal((await admin.post('/api/admin/extension-fields', { ...colour, kind: 'number' })).json().field, 'kind')
    assert.equal((await admin.post('/api/admin/extension-fields', { ...colour, id: 'dueOn' })).json().field, 'key')
    assert.equal((await admin.post('/api/admin/extension-fields', { ...more, active: false })).json().version, 3)
    assert.equal((await lend(5, { colour: 'green' })).statusCode, 422)
    assert.equal((await admin.post('/api/admin/extension-fields', more)).json().version, 4)
    const { rows } = (await admin.get('/api/admin/journal?record=extension-field')).json()
    assert.equal(rows.length, 4)
    assert.equal(rows[0].action.zh, '设置扩展字段')
  })

  test('only who may configure defines one', async () => {
    assert.equal((await clerk.post('/api/admin/extension-fields', colour)).statusCode, 403)
  })
})

describe('an indicator defined at run time', () => {
  test('counts by an extension field and is computed at once', async () => {
    await buildFigures(server.setting.database, await server.setting.computation())
    const defined = await admin.post('/api/admin/indicators', {
      id: 'red-umbrellas',
      title: { zh: '红伞借出', en: 'Red umbrellas' },
      unit: '把',
      basis: { zh: '借伞点', en: 'Lending points' },
      record: 'umbrella.loan',
      kind: 'quantity',
      numerator: { count: 'records', conditions: [{ field: 'colour', op: 'in', value: 'red、blue' }] },
    })
    assert.deepEqual(defined.json(), { id: 'user.red-umbrellas', version: 1 })
    await refreshFigures(server.setting.database, await server.setting.computation())
    const { figures } = (
      await clerk.get('/api/figures?indicators=user.red-umbrellas&places=530721&periods=2025-06')
    ).json()
    assert.equal(figures[0].value, '2')
    const { indicators } = (await clerk.get('/api/house')).json().domains[0]
    assert.ok(indicators.some((indicator: { id: string }) => indicator.id === 'user.red-umbrellas'))
  })

  test('what does not fit the house is refused', async () => {
    const wrong = await admin.post('/api/admin/indicators', {
      id: 'x-y',
      title: { zh: '甲', en: 'A' },
      unit: '把',
      basis: { zh: '乙', en: 'B' },
      record: 'umbrella.loan',
      kind: 'quantity',
      numerator: { conditions: [{ field: 'county', op: '=', value: 'x' }] },
    })
    assert.equal(wrong.statusCode, 422)
  })
})

test('the journal is listed and verified', async () => {
  const verdict = (await admin.post('/api/admin/journal/verify')).json()
  assert.equal(verdict.ok, true)
  assert.ok(verdict.unsealed > 0)
  const { rows, next } = (await admin.get('/api/admin/journal?limit=2')).json()
  assert.equal(rows.length, 2)
  const more = (await admin.get(`/api/admin/journal?limit=2&cursor=${next}`)).json().rows
  assert.ok(more[0].seq < rows[1].seq)
  assert.equal((await clerk.get('/api/admin/journal')).statusCode, 403)
})

test('every route is in the OpenAPI document with its parameters', async () => {
  const document = (await server.nobody.get('/openapi.json')).json()
  assert.equal(document.openapi, '3.1.0')
  assert.ok(document.paths['/api/records/{record}'].get.parameters.length > 5)
})
