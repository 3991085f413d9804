import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  cdc,
  openDiseaseCounty,
  type DiseaseCounty,
} from '@kangheng/domains/public-health/communicable-disease/testing.ts'
import { actors, refusal } from '@kangheng/domains/testing/county.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { placePolicy } from '@kangheng/kernel/access/policies.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Block } from '@kangheng/kernel/wording/model.ts'
import { renderText } from '../document/text.ts'
import { verifyWord } from '../document/verify.ts'
import { toWord } from '../document/word.ts'
import * as desk from '../report/desk.ts'
import { listReports } from '../report/store.ts'
import { diseaseBulletinPolicies } from './policies.ts'

const reportPolicies = ['report', 'report_section'].map((table) =>
  placePolicy(table, 'report', 'select, insert, update'),
)
let county: DiseaseCounty
let setting: desk.Desk
const listed = (actor: Actor) =>
  asActor(county.database, county.house, actor, (connection) =>
    listReports(connection, county.county, 'disease-bulletin'),
  )
const invisible = (error: unknown) => error instanceof Refusal && error.kind === 'not-found'

async function reviewed(birth: string, on: string, card: Record<string, unknown>): Promise<void> {
  const id = await county.report(cdc, await county.enter(birth), { ...card, onsetOn: on, diagnosedOn: on })
  await county.database.query(`update notifiable_case set state = 'reviewed', reviewed_on = $2 where id = $1`, [id, on])
}

before(async () => {
  county = await openDiseaseCounty('2025-11-20', [...reportPolicies, diseaseBulletinPolicies])
  const { database, house } = county
  setting = {
    ...{ database, house, county: county.county, demo: true, today: () => county.today },
    indicators: async () => [...house.indicators.values()],
  }
  await reviewed('1980-01-01', '2025-11-18', { disease: 'brucellosis' })
  await reviewed('1982-01-01', '2025-11-11', { disease: 'influenza' })
  await reviewed('1983-01-01', '2024-11-19', { disease: 'brucellosis' })
  await reviewed('1984-01-01', '2025-11-19', { disease: 'aids', subtype: 'aids', category: 'confirmed' })
  await buildFigures(database, {
    county: county.county,
    indicators: [...house.indicators.values()],
    horizon: horizonOf('2024-11', county.today),
  })
})
after(() => county.close())

test('a week is made once, edited in words, brought up to date, closed, and issued under the next number', async () => {
  const made = await desk.writeDiseaseBulletin(setting, cdc, '2025-W47')
  assert.match(made.report.title, /传染病疫情周报/)
  const { id } = made.report
  assert.equal((await desk.writeDiseaseBulletin(setting, cdc, '2025-W47')).report.id, id)
  const [first] = made.sections
  const note: Block = { kind: 'paragraph', parts: [{ kind: 'text', text: '请各单位加强冬季传染病防控。' }] }
  const edited = await desk.editSections(setting, cdc, id, {
    version: made.report.version,
    sections: [{ id: first!.id, blocks: [...first!.blocks, note] }],
  })
  await reviewed('1985-01-01', '2025-11-20', { disease: 'brucellosis' })
  const fresh = await desk.refreshReport(setting, cdc, id, edited.report.version)
  const words = renderText(fresh.document)
  assert.match(words, /全县报告法定传染病3例/)
  assert.match(words, /加强冬季传染病防控/)
  const table = fresh.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table')!
  assert.ok(JSON.stringify(table).includes('"value":"2"'), 'the table counts the new card as well')
  await assert.rejects(desk.issueBulletin(setting, cdc, id), refusal('conflict'))
  await desk.closeBulletin(setting, cdc, id)
  const issued = await desk.issueBulletin(setting, cdc, id)
  assert.match(issued.report.number ?? '', /疾控疫情〔2025〕1号$/)
  await reviewed('1986-01-01', '2025-11-20', { disease: 'brucellosis' })
  const later = await desk.openReport(setting, cdc, id)
  assert.match(renderText(later.document), /全县报告法定传染病3例/)
  const verdict = await verifyWord(await toWord(later.document))
  assert.ok(verdict.kind === 'checked' && verdict.intact)
  await assert.rejects(desk.refreshReport(setting, cdc, id), refusal('conflict'))
})

test('a month has the rates; a year, or a number typed over a figure, is refused', async () => {
  const { document, report, sections } = await desk.writeDiseaseBulletin(setting, cdc, '2025-11')
  assert.match(renderText(document), /乙类发病率[\d,.]+\/10万/)
  await assert.rejects(desk.writeDiseaseBulletin(setting, cdc, '2025'), refusal('invalid', 'period'))
  const unknown: Block = {
    kind: 'paragraph',
    parts: [{ kind: 'text', text: '{{communicable-disease.made-up@530721/2025-11}}' }],
  }
  await assert.rejects(
    desk.editSections(setting, cdc, report.id, {
      version: report.version,
      sections: [{ id: sections[0]!.id, blocks: [unknown] }],
    }),
    refusal('invalid', 'blocks.0'),
  )
})

test('drafts are seen by disease control alone; the bureau reads what was issued and cannot change it', async () => {
  assert.equal((await listed(cdc)).length, 2)
  for (const actor of [actors.bureau, actors.leader])
    assert.deepEqual(
      (await listed(actor)).map(({ state }) => state),
      ['issued'],
    )
  for (const actor of [actors.township(), actors.village()]) assert.equal((await listed(actor)).length, 0)
  const draft = (await listed(cdc)).find(({ state }) => state === 'draft')!
  await assert.rejects(desk.openReport(setting, actors.bureau, draft.id), invisible)
  await assert.rejects(desk.closeBulletin(setting, actors.bureau, draft.id), invisible)
  const seen = await asActor(county.database, county.house, actors.bureau, (connection) =>
    connection.query('select id from report_section where report = $1', [draft.id]),
  )
  assert.equal(seen.length, 0)
})
