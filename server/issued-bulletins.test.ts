import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { personId } from '@kangheng/kernel/testing/small-county.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { house } from './house.ts'
import { openTestServer, type TestServer } from './testing/server.ts'

let server: TestServer
let township: Awaited<ReturnType<TestServer['signedIn']>>

async function report(nr: number, kind: string, place: string, state: string): Promise<string> {
  const id = personId(nr)
  await server.setting.database.query(
    `insert into report (county, id, kind, place, period, title, state, version) values ('530721', $1, $2, $3, $4, $5, $6, 1)`,
    [id, kind, place, kind === 'bulletin' ? '2025-05' : '2024', `${kind} ${place} ${state}`, state],
  )
  return id
}

before(async () => {
  server = await openTestServer(house)
  await loadPlaces(server.setting.database, '530721')
  township = await server.signedIn({ role: 'township-centre', division: '530721102' })
})
after(() => server?.close())

test('what the county has issued is read in every township; drafts, summaries and other townships’ papers are not', async () => {
  await report(1, 'bulletin', '530721', 'issued')
  const draft = await report(2, 'bulletin', '530721', 'draft')
  const other = await report(3, 'bulletin', '530721103', 'issued')
  const summary = await report(4, 'summary', '530721', 'signed')
  const listed = (await township.get('/api/bulletins')).json<{ rows: { id: string }[] }>().rows
  assert.deepEqual(
    listed.map((row) => row.id),
    [personId(1)],
  )
  for (const id of [draft, other, summary]) assert.equal((await township.get(`/api/bulletins/${id}`)).statusCode, 404)
  const generated = await township.post('/api/bulletins', { place: '530721102', month: '2025-05' })
  assert.equal(generated.statusCode, 403)
  const section = await server.signedIn({ role: 'bureau-section', division: '530721' })
  assert.equal((await section.get('/api/bulletins')).json<{ rows: unknown[] }>().rows.length, 3)
})

test('a figure of the county in an issued bulletin tells a township what the bulletin says of it, and one that stands nowhere does not exist', async () => {
  const indicator = [...house.indicators.keys()][0]!
  const figure = {
    indicator,
    place: { code: '530721', title: { zh: '玉龙县', en: 'Yulong' } },
    period: { id: '2025-05', title: { zh: '2025年5月', en: 'May 2025' } },
    value: '42',
  }
  const frozen = { sections: [{ blocks: [{ kind: 'paragraph', parts: [{ kind: 'figure', figure, text: '42' }] }] }] }
  await server.setting.database.query(`update report set frozen = $2::jsonb, number = '第5期' where id = $1`, [
    personId(1),
    JSON.stringify(frozen),
  ])
  const answer = await township.get(`/api/figures/${indicator}/530721/2025-05`)
  assert.equal(answer.statusCode, 200)
  const { quoted } = answer.json<{ quoted: { figure: { value: string }; document: { number: string } } }>()
  assert.deepEqual([quoted.figure.value, quoted.document.number], ['42', '第5期'])
  assert.equal((await township.get(`/api/figures/${indicator}/530721/2025-04`)).statusCode, 404)
  const rows = (await township.get(`/api/figures/${indicator}/530721/2025-05/rows`)).json<{ rows: unknown[] }>()
  assert.deepEqual(rows.rows, [])
})
