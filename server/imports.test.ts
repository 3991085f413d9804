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

test('every action of the house either has a template or says why not', async () => {
  const centre = await server.signedIn({ role: 'township-centre', division: '530721102' })
  const { domains } = (await centre.get('/api/house')).json() as {
    domains: { actions: { id: string; on: string; importable?: boolean }[] }[]
  }
  const actions = domains.flatMap((domain) => domain.actions)
  const importable = actions.filter((action) => action.importable).map((action) => action.id)
  for (const id of ['family-doctor.contract.sign', 'family-doctor.service.serve', 'health-record.record.open'])
    assert.ok(importable.includes(id), id)
  assert.ok(!importable.includes('family-doctor.contract.sign-household'), 'a list of members is no cell')
  for (const { id, on } of actions.filter((action) => action.on === 'new' || action.importable)) {
    const answer = await centre.get(`/api/imports/${id}/template.xlsx`)
    assert.equal(answer.statusCode, importable.includes(id) ? 200 : 422, `${id} (${on})`)
  }
  assert.equal((await section.get('/api/imports/family-doctor.service.serve/template.xlsx')).statusCode, 403)
})

test('an import of an action is shown to those who may do it, and applied by who sent it', async () => {
  const centre = await server.signedIn({ role: 'township-centre', division: '530721103' })
  const colleague = await server.signedIn({ role: 'township-centre', division: '530721103', username: 'colleague' })
  const csv = '姓名,证件号码,服务内容,服务方式\n和测试,53072119800101801X,健康评估,门诊\n'
  const head =
    '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n'
  const sent = await centre.ask('POST', '/api/imports/family-doctor.service.serve', `${head}${csv}\r\n--cut--\r\n`, {
    'content-type': 'multipart/form-data; boundary=cut',
  })
  assert.equal(sent.statusCode, 200, sent.body)
  const run = sent.json()
  assert.deepEqual([run.state, run.counts.rejected, run.columns[0].title.zh], ['preview', 1, '姓名'])
  assert.match(JSON.stringify(run.sample), /证件号码/)
  assert.equal((await colleague.post(`/api/imports/${run.id}/apply`)).statusCode, 403)
  assert.equal((await section.get(`/api/imports/${run.id}`)).statusCode, 404, 'a section does not record services')
  assert.equal(
    (await section.get('/api/imports')).json().imports.some((each: { id: string }) => each.id === run.id),
    false,
  )
  const file = await centre.get(`/api/imports/${run.id}/rejected.xlsx`)
  assert.equal(file.rawPayload.subarray(0, 2).toString(), 'PK')
  assert.equal((await centre.post(`/api/imports/${run.id}/apply`)).statusCode, 200)
})
