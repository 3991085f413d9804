import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { placePolicy } from '@kangheng/kernel/access/policies.ts'
import { defineRole } from '@kangheng/kernel/access/actor.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { closeMonthsUntil } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures, type Computation } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { evenMonths } from '@kangheng/kernel/indicator/targets.ts'
import { runAction, type ActionHouse } from '@kangheng/kernel/record/pipeline.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase, testActor } from '@kangheng/kernel/testing/database.ts'
import { loadSmallCounty, personId } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { loansMade } from '@kangheng/kernel/testing/umbrella-library/indicators.ts'
import { loan } from '@kangheng/kernel/testing/umbrella-library/actions.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Block } from '@kangheng/kernel/wording/model.ts'
import { renderText } from '../document/text.ts'
import { figureCheck } from '../check/kept/index.ts'
import * as desk from './desk.ts'

const office = defineRole({
  id: 'office',
  title: { zh: '办公室', en: 'Office' },
  description: { zh: '写通报和总结', en: 'Writes bulletin and summary' },
  unmasked: false,
  rights: ['see-figures', 'write-bulletin', 'write-summary', 'sign-summary'],
})
const officeDomain = defineDomain({
  id: 'office-grants',
  wing: 'fixture',
  title: { zh: '办公室', en: 'Office' },
  description: { zh: '办公室的权限', en: 'What the office sees' },
  needs: [umbrellaLibrary, figureCheck],
  grants: [grant(office, { sees: [loan] }), grant(office, { may: figureCheck.actions, sees: figureCheck.records })],
})
const house = buildHouse([umbrellaLibrary, figureCheck, officeDomain], [librarian, visitor, office])
const policies = ['report', 'report_section'].map((table) => placePolicy(table, 'report', 'select, insert, update'))
const computation: Computation = {
  county: '530721',
  indicators: [...house.indicators.values()],
  horizon: horizonOf('2024-01', '2025-12-31'),
}
const writer = testActor('office')
let database: Database
let setting: ActionHouse & desk.Desk
let requests = 0

async function lend(happenedOn: string, person = 1): Promise<void> {
  requests += 1
  const input = { person: personId(person), umbrella: `U${String(requests).padStart(3, '0')}`, days: 7, happenedOn }
  await runAction(setting, testActor('librarian', '530721', { institution: 'C530721001' }), {
    action: 'umbrella.loan.lend',
    requestId: `desk-lend-${requests}`,
    input,
  })
}

before(async () => {
  database = await openTestDatabase(house, policies)
  await loadSmallCounty(database, 12)
  setting = {
    database,
    house,
    county: '530721',
    demo: true,
    today: () => '2025-12-31',
    indicators: async () => [...house.indicators.values()],
  }
  for (const day of ['2024-03-01', '2024-05-01', '2025-02-03', '2025-06-01', '2025-09-09']) await lend(day)
  await buildFigures(database, computation)
  await database.query(
    'insert into target (county, indicator, place, year, value, months) values ($1,$2,$1,2025,$3,$4::jsonb), ($1,$2,$1,2026,$5,$4::jsonb)',
    ['530721', loansMade.id, '10', JSON.stringify(evenMonths(loansMade, '10')), '12'],
  )
})
after(() => database.close())

const isRefusal = (kind: string) => (error: unknown) => error instanceof Refusal && error.kind === kind

describe('the bulletin', () => {
  test('is generated with figures, tables by township, problems and next steps', async () => {
    const open = await desk.writeBulletin(setting, writer, { place: '530721', month: '2025-11' })
    const text = renderText(open.document)
    assert.match(text, /共借出雨伞3把次，同比增长50\.0%/)
    assert.match(text, /区划530721001/)
    assert.ok(open.sections.some((section) => section.id === 'problems'))
    assert.equal(
      (await desk.writeBulletin(setting, writer, { place: '530721', month: '2025-11' })).report.id,
      open.report.id,
    )
  })

  test('is not issued while a figure in it is provisional', async () => {
    const open = await desk.writeBulletin(setting, writer, { place: '530721', month: '2025-11' })
    await desk.closeBulletin(setting, writer, open.report.id)
    await assert.rejects(
      desk.issueBulletin(setting, writer, open.report.id, '玉卫通报〔2025〕11号'),
      isRefusal('conflict'),
    )
  })

  test('does not exist for a neighbouring township', async () => {
    const open = await desk.writeBulletin(setting, writer, { place: '530721', month: '2025-11' })
    await assert.rejects(
      desk.openReport(setting, testActor('office', '530721102'), open.report.id),
      isRefusal('not-found'),
    )
    await assert.rejects(
      desk.writeBulletin(setting, testActor('office', '530721102'), { place: '530721001', month: '2025-11' }),
      isRefusal('invalid'),
    )
  })
})

describe('the annual summary', () => {
  test('is not signed while a sentence contradicts itself, unless the finding is dismissed with a reason', async () => {
    const { report, sections } = await desk.writeSummary(setting, writer, { place: '530721', year: 2024 })
    const { id } = report
    const services = sections.find((each) => each.id === 'services')!
    const wrong: Block = { kind: 'paragraph', parts: [{ kind: 'text', text: '全年受理投诉21件，办结率98%。' }] }
    const edit = { version: services.version, blocks: [...services.blocks, wrong] }
    const edited = await desk.editSection(setting, writer, id, 'services', edit)
    const [finding] = edited.findings
    assert.deepEqual([edited.findings.length, finding?.sentence], [1, '全年受理投诉21件，办结率98%。'])
    for (const each of sections) await desk.moveSection(setting, writer, id, each.id, 'submitted')
    await desk.compileSummary(setting, writer, id)
    await assert.rejects(desk.signSummary(setting, writer, id), (error: unknown) => {
      assert.ok(error instanceof Refusal && error.kind === 'conflict')
      return /“全年受理投诉21件，办结率98%。”——.*21件/.test(error.text.zh)
    })
    const decide = (action: string, input: object) =>
      runAction(setting, writer, {
        action: `figure-check.decision.${action}`,
        requestId: `desk-${action}-finding`,
        input: {
          document: `report:${id}`,
          documentTitle: report.title,
          finding: finding!.key,
          claim: finding!.printed,
          sentence: finding!.sentence,
          ...input,
        },
      })
    await decide('accept', {})
    await assert.rejects(desk.signSummary(setting, writer, id), /contradict/)
    await decide('dismiss', { reason: '含上年结转两件' })
    const open = await desk.openReport(setting, writer, id)
    assert.deepEqual(open.findings[0]?.decision?.reason, '含上年结转两件')
    // What is left in the way are the figures of 2024, which nobody has closed.
    await assert.rejects(desk.signSummary(setting, writer, id), /provisional/)
  })

  test('keeps free text when figures refresh, takes no typed number for a figure, and is signed only when everything is closed', async () => {
    const open = await desk.writeSummary(setting, writer, { place: '530721', year: 2025 })
    const { id } = open.report
    assert.match(renderText(open.document), /2026年，重点完成以下目标/)
    const section = open.sections.find((each) => each.id === 'services')!
    const paragraph = section.blocks[0] as Extract<Block, { kind: 'paragraph' }>
    const forged = paragraph.parts.map((part) =>
      part.kind === 'figure' ? { ...part, text: '999把次', figure: { ...part.figure, value: '999' } } : part,
    )
    const edited: Block = { ...paragraph, parts: [{ kind: 'text', text: '在各借伞点共同努力下，' }, ...forged] }
    const afterEdit = await desk.editSection(setting, writer, id, 'services', {
      version: section.version,
      blocks: [edited],
    })
    assert.match(renderText(afterEdit.document), /在各借伞点共同努力下，共借出雨伞3把次/)
    await assert.rejects(
      desk.editSection(setting, writer, id, 'services', { version: section.version, blocks: [edited] }),
      isRefusal('conflict'),
    )

    await lend('2025-10-10', 2)
    await refreshFigures(database, computation)
    const refreshed = await desk.refreshReport(setting, writer, id)
    assert.match(renderText(refreshed.document), /在各借伞点共同努力下，共借出雨伞4把次，同比增长100\.0%/)
    // The coming year's target is its own figure: refreshing does not put this year's in its place.
    assert.match(renderText(refreshed.document), /达到12把次以上/)

    await assert.rejects(desk.compileSummary(setting, writer, id), isRefusal('conflict'))
    for (const each of refreshed.sections) await desk.moveSection(setting, writer, id, each.id, 'submitted')
    await desk.compileSummary(setting, writer, id)
    await assert.rejects(desk.signSummary(setting, writer, id), isRefusal('conflict'))
    await closeMonthsUntil(
      database,
      { computation, actor: writer, requestId: 'close-for-desk', today: '2026-01-05' },
      '2025-12',
    )
    await desk.refreshReport(setting, writer, id)
    const signed = await desk.signSummary(setting, writer, id)
    assert.equal(signed.report.state, 'signed')
    assert.equal(signed.document.signedBy, 'office')
    await assert.rejects(desk.refreshReport(setting, writer, id), isRefusal('conflict'))
  })
})
