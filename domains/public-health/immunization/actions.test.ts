import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { immunization } from './index.ts'
import { openImmunizationCounty, TOWNSHIP, type ImmunizationCounty } from './testing.ts'

const clerk = actors.township(TOWNSHIP)
let county: ImmunizationCounty
let child: string

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  child = await county.enter('2025-03-10')
})
after(() => county.close())

async function doses(person: string): Promise<string[]> {
  const rows = await county.database.query<{ vaccine: string; dose: string | null; reasons: string[] }>(
    `select vaccine, dose, reasons from immunization_vaccination where person = $1 and voided_at is null order by happened_on, vaccine`,
    [person],
  )
  return rows.map(({ vaccine, dose, reasons }) => `${vaccine} ${dose ?? reasons.join()}`)
}
async function wanted(person: string): Promise<string[]> {
  const [row] = await county.database.query<{ plan: { dose: string; from: string }[] }>(
    'select plan from immunization_card where person = $1 and voided_at is null',
    [person],
  )
  return row!.plan.filter(({ from }) => from <= county.today).map(({ dose }) => dose)
}
const stockOf = async (id: string) =>
  (await county.database.query<{ used: number }>('select used from immunization_lot where id = $1', [id]))[0]!.used

test('a book is entered as it stands, each dose judged, and the card knows what is missing', async () => {
  await county.book(child, 'HepB', '2025-03-10', { within24Hours: true })
  await county.book(child, 'BCG', '2025-03-11')
  await county.book(child, 'DTaP', '2025-06-01')
  await county.book(child, 'DTaP', '2025-07-01')
  assert.deepEqual(await doses(child), ['HepB hepb-1', 'BCG bcg-1', 'DTaP dtap-1', 'DTaP too-young'])
  assert.deepEqual((await wanted(child)).sort(), ['dtap-2', 'hepb-2', 'je-1', 'mmr-1', 'mpsva-1', 'polio-1'])
})

test('a dose entered late makes later ones count again', async () => {
  const other = await county.enter('2025-01-10')
  await county.book(other, 'HepB', '2025-04-01')
  await county.book(other, 'HepB', '2025-04-20')
  assert.deepEqual(await doses(other), ['HepB hepb-1', 'HepB interval'])
  const first = await county.book(other, 'HepB', '2025-01-10', { within24Hours: true })
  assert.deepEqual(await doses(other), ['HepB hepb-1', 'HepB hepb-2', 'HepB too-young'])
  await county.act(clerk, 'immunization.vaccination.withdraw', { reason: '录错了人' }, { id: first })
  assert.deepEqual(await doses(other), ['HepB hepb-1', 'HepB interval'])
})

test('a vaccination takes a dose of its lot, after all checks, first expired first out', async () => {
  const late = await county.receive('MMR', 'M2026', '2026-12-31')
  const early = await county.receive('MMR', 'M2025', '2025-12-31', 1)
  await assert.rejects(county.give(child, early, { quantityCompared: false }), refusal('invalid', 'quantityCompared'))
  await assert.rejects(county.give(child, late), refusal('invalid', 'lot'))
  await county.give(child, early)
  assert.equal(await stockOf(early), 1)
  assert.ok((await doses(child)).includes('MMR mmr-1'))
  assert.ok(!(await wanted(child)).includes('mmr-1'))
  // The early lot is used up, so that the late one is next; but the child does not need it now.
  await assert.rejects(county.give(child, late), refusal('invalid', 'despite'))
  assert.equal(await stockOf(late), 0)
  await county.give(child, late, { despite: '监护人坚持，接触者应急接种' })
  assert.equal(await stockOf(late), 1)
  await assert.rejects(county.give(child, early, { despite: '再种一剂' }), refusal('invalid', 'lot'))
})

test('a lot that is stopped is not given any more', async () => {
  const lot = await county.receive('IPV', 'P77', '2026-12-31')
  await county.give(child, lot)
  await county.act(clerk, 'immunization.lot.stop', { reason: '企业召回' }, { id: lot })
  const other = await county.enter('2025-05-01')
  await assert.rejects(county.give(other, lot), refusal('invalid', 'lot'))
})

test('contraindications and deferrals keep a vaccine away, a refusal leaves it due', async () => {
  const other = await county.enter('2025-02-01')
  const lot = await county.receive('DTaP', 'D1', '2026-12-31')
  const exclude = (input: Record<string, unknown>) =>
    county.act(clerk, 'immunization.exclusion.register', { person: other, series: 'DTaP', note: '癫痫', ...input })
  await assert.rejects(exclude({ kind: 'deferral' }), refusal('invalid', 'until'))
  const { id } = await exclude({ kind: 'contraindication' })
  await assert.rejects(county.give(other, lot), refusal('invalid', 'lot'))
  assert.ok(!(await wanted(other)).includes('dtap-1'))
  await county.act(clerk, 'immunization.exclusion.lift', {}, { id: id! })
  await exclude({ kind: 'refusal' })
  assert.ok((await wanted(other)).includes('dtap-1'))
  await exclude({ kind: 'deferral', until: '2025-12-15' })
  await assert.rejects(county.give(other, lot), refusal('invalid', 'lot'))
})

test('stock is counted: nothing expired comes in, no more is discarded than there is', async () => {
  await assert.rejects(county.receive('BCG', 'B0', '2023-12-31'), refusal('invalid', 'expiresOn'))
  const lot = await county.receive('BCG', 'B1', '2026-05-31', 5)
  await assert.rejects(county.receive('BCG', 'B1', '2026-06-30'), refusal('invalid', 'expiresOn'))
  const discard = (doses: number) =>
    county.act(clerk, 'immunization.lot.discard', { doses, reason: '冷链中断' }, { id: lot })
  await assert.rejects(discard(6), refusal('invalid', 'doses'))
  await discard(5)
  const other = await county.enter('2025-11-01')
  await assert.rejects(county.give(other, lot), refusal('invalid', 'lot'))
})

test('an adverse event has its clock, and the work list shows what is due', async () => {
  const [given] = await county.database.query<{ id: string }>(
    `select id from immunization_vaccination where person = $1 and vaccine = 'IPV'`,
    [child],
  )
  const find = (input: Record<string, unknown>) =>
    county.act(clerk, 'immunization.adverse-event.find', {
      vaccination: given!.id,
      severity: 'serious',
      symptoms: '高热惊厥',
      foundAt: '2025-11-20T10:00:00+08:00',
      ...input,
    })
  await assert.rejects(find({ happenedOn: '2025-11-19' }), refusal('invalid', 'happenedOn'))
  const { id } = await find({})
  const tasks = () =>
    asActor(county.database, county.house, clerk, async (connection) => {
      const { rows } = await listTasks(connection, county, immunization.tasks, { unmasked: true })
      return rows.map((row) => `${row.task} ${row.dueOn}`)
    })
  const due = await tasks()
  assert.ok(due.includes('immunization.report-event 2025-11-20'))
  assert.ok(due.includes('immunization.due 2026-01-09') || due.some((each) => each.startsWith('immunization.due ')))
  const report = (reportedAt: string) =>
    county.act(clerk, 'immunization.adverse-event.report', { reportedAt }, { id: id! })
  await assert.rejects(report('2025-11-20T09:00:00+08:00'), refusal('invalid', 'reportedAt'))
  await report('2025-11-20T11:30:00+08:00')
  assert.ok(!(await tasks()).some((each) => each.startsWith('immunization.report-event')))
  await county.act(clerk, 'immunization.adverse-event.close', { conclusion: '偶合症，已痊愈' }, { id: id! })
})
