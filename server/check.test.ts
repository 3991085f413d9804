import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { storeFigures } from '@kangheng/kernel/testing/store-figures.ts'
import { sampleDocx } from '@kangheng/reporting/check/testing/sample-docx.ts'
import { house } from './house.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'

const COUNTY = '530721'
const TEXT = '玉龙县2024年卫生工作总结\n全年受理投诉21件，办结率98%。全县签下居民106315人，签约覆盖率48.39%。'
let server: TestServer
let section: Client
let file: Buffer

before(async () => {
  server = await openTestServer(house)
  await loadPlaces(server.setting.database, COUNTY)
  for (const [indicator, value] of [
    ['family-doctor.coverage', '48.39'],
    ['family-doctor.signed', '106351'],
  ] as const)
    await storeFigures(
      server.setting.database,
      COUNTY,
      (['2024-12', '2024'] as const).map((period) => ({
        ...{ indicator, place: COUNTY, period, value, numerator: '1', denominator: '2' },
        atMonthEnd: period === '2024-12',
      })),
    )
  section = await server.signedIn({ role: 'bureau-section', division: COUNTY })
  file = Buffer.from(await sampleDocx(TEXT))
})
after(() => server?.close())

/** Sends the document as the page does. */
function send(client: Client, url: string) {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--x--\r\n')])
  return client.ask('POST', url, body, { 'content-type': 'multipart/form-data; boundary=x' })
}
/** How many comments a Word file carries. */
const comments = (docx: Uint8Array) =>
  Buffer.from(unzipSync(docx)['word/document.xml']!).toString('utf8').split('<w:commentRangeStart').length - 1
type Found = { key: string; sentence: string; decision?: { id: string; verdict: string; reason: string; by: string } }
const check = async () =>
  (await send(section, '/api/check')).json<{
    document: string
    documents: { title: string; place: string; period: string }[]
    findings: Found[]
  }>()
let requests = 0
const act = (action: string, input: object, id?: string) =>
  section.post(`/api/actions/${action}`, { requestId: `check-${(requests += 1)}-x`, input, ...(id ? { id } : {}) })

test('what was decided about a document is there when it is uploaded again, and the Word file respects it', async () => {
  const { document, documents, findings } = await check()
  assert.deepEqual([documents[0]?.place, documents[0]?.period], [COUNTY, '2024'])
  assert.equal(findings.length, 1)
  assert.equal(comments((await send(section, '/api/check/annotated')).rawPayload), 1)
  const { key, sentence } = findings[0]!
  const about = { document, documentTitle: '总结', finding: key, claim: '98%', sentence }
  const dismissed = await act('figure-check.decision.dismiss', { ...about, reason: '含上年结转两件' })
  assert.equal(dismissed.statusCode, 200, dismissed.body)
  const again = (await check()).findings[0]!.decision!
  assert.deepEqual([again.verdict, again.reason, again.by], ['dismissed', '含上年结转两件', 'bureau-section-530721'])
  assert.equal(comments((await send(section, '/api/check/annotated')).rawPayload), 0)
  assert.equal((await act('figure-check.decision.reopen', {}, again.id)).statusCode, 200)
  assert.equal((await check()).findings[0]!.decision, undefined)
})

test('claims are compared with the closed figures; a mapped wording is known from then on', async () => {
  type Answer = {
    compared: { indicator: string; agrees: boolean; words: { zh: string } }[]
    figures: Record<string, { closedOn: string; basis: { zh: string } }>
  }
  const ask = async (period: string) =>
    (await send(section, `/api/check/reconcile?place=${COUNTY}&period=${period}`)).json<Answer>()
  const before = await ask('2024')
  assert.deepEqual(
    before.compared.map((each) => [each.indicator, each.agrees]),
    [['family-doctor.coverage', true]],
  )
  assert.ok(before.figures['family-doctor.coverage']?.basis.zh)
  const mapped = await act('figure-check.mapping.map', {
    subject: '全县签下居民',
    unit: '人',
    indicator: 'family-doctor.signed',
  })
  assert.equal(mapped.statusCode, 200, mapped.body)
  const after = await ask('2024')
  assert.equal(after.compared.find((each) => each.indicator === 'family-doctor.signed')?.words.zh, '文中少36人')
  assert.equal((await send(section, `/api/check/reconcile?place=${COUNTY}&period=nonsense`)).statusCode, 422)
})
