import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { house } from './house.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'

const messy = readFileSync(fileURLToPath(new URL('../../shared/inputs/residents-messy.xlsx', import.meta.url)))
let server: TestServer
let section: Client
let job: {
  id: string
  state: string
  counts: Record<string, number>
  sample: { reasons: { text: { zh: string } }[] }[]
}

before(async () => {
  server = await openTestServer(house, { today: '2025-12-31' })
  await loadPlaces(server.setting.database, '530721')
  section = await server.signedIn({ role: 'bureau-section', division: '530721' })
})
after(() => server?.close())

function upload(bytes: Uint8Array, name: string, register = 'residents') {
  const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--cut--\r\n')])
  return section.ask('POST', `/api/imports/${register}`, body, { 'content-type': 'multipart/form-data; boundary=cut' })
}

async function settled(state: string): Promise<typeof job> {
  for (;;) {
    const now = (await section.get(`/api/imports/${job.id}`)).json()
    if (now.state === state || now.state === 'failed') return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('an uploaded register is previewed; nothing is written yet', async () => {
  const answer = await upload(messy, '花名册.xlsx')
  assert.equal(answer.statusCode, 200, answer.body)
  job = answer.json()
  job = await settled('preview')
  assert.equal(job.counts['rows'], 3000)
  assert.equal(job.counts['added'], 0)
  assert.ok(job.sample.some((row) => row.reasons.length > 0 && row.reasons[0]!.text.zh.length > 3))
  assert.equal((await section.get('/api/persons')).json().rows.length, 0)
})

test('rows are paged by outcome, and masked for readers who see persons masked', async () => {
  const first = (await section.get(`/api/imports/${job.id}/rows?outcome=rejected&limit=10`)).json()
  assert.equal(first.rows.length, 10)
  const second = (
    await section.get(`/api/imports/${job.id}/rows?outcome=rejected&limit=10&cursor=${first.next}`)
  ).json()
  assert.notDeepEqual(second.rows[0], first.rows[0])
  const named = first.rows.find((row: { values: { name: string } }) => row.values.name.length > 1)
  assert.match(named.values.name, /\*/)
})

test('applying runs in the background and ends; the list says so', async () => {
  assert.ok(['applying', 'done'].includes((await section.post(`/api/imports/${job.id}/apply`)).json().state))
  const done = await settled('done')
  assert.equal(done.counts['added'], done.counts['accepted'])
  assert.equal((await section.post(`/api/imports/${job.id}/apply`)).statusCode, 409)
  const { imports } = (await section.get('/api/imports')).json()
  assert.equal(imports[0].state, 'done')
  assert.equal(imports[0].accountName, 'bureau-section-530721')
  assert.equal((await section.get('/api/persons')).json().rows.length, 50)
})

test('rejected rows come back as a workbook that can be imported again', async () => {
  const file = await section.get(`/api/imports/${job.id}/rejected.xlsx`)
  assert.match(String(file.headers['content-disposition']), /filename\*=UTF-8''/)
  const again = (await upload(file.rawPayload, 'back.xlsx')).json()
  assert.equal(again.counts.rows, job.counts['rejected']! + job.counts['review']!)
  assert.equal((await section.ask('DELETE', `/api/imports/${again.id}`)).statusCode, 200)
  assert.equal((await section.get(`/api/imports/${again.id}`)).statusCode, 404)
})

test('a file that is no register is refused with a remedy', async () => {
  const pdf = await upload(Buffer.from('%PDF-1.4'), 'x.pdf')
  assert.equal(pdf.statusCode, 422)
  assert.match(pdf.json().detail, /PDF/)
  assert.equal((await upload(messy, 'x.xlsx', 'unknown')).statusCode, 404)
  const template = await section.get('/api/imports/residents/template.xlsx')
  assert.equal(template.rawPayload.subarray(0, 2).toString(), 'PK')
})
