import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { keptTasks, storeWork } from '@kangheng/kernel/task/store-work.ts'
import { actors, refusal } from '../../../testing/county.ts'
import { openImmunizationCounty, TOWNSHIP, type ImmunizationCounty } from '../testing.ts'
import { immunization } from '../index.ts'
import { readRecall, readRecalls, type Standing } from './read.ts'
import { recallWorkbook } from './workbook.ts'

const clerk = actors.township(TOWNSHIP)
const LOT = { vaccine: 'IPV', lotNumber: 'P77' }
let county: ImmunizationCounty
let lot: string
const children: string[] = []
const doses = new Map<string, string>()

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  lot = await county.receive('IPV', 'P77', '2026-12-31')
  for (const birth of ['2025-03-10', '2025-04-10', '2025-05-10']) {
    const child = await county.enter(birth)
    children.push(child)
    doses.set(child, await county.give(child, lot))
  }
})
after(() => county.close())

const read = (actor = clerk, more: { standing?: Standing; limit?: number } = {}, unmasked = true) =>
  asActor(county.database, county.house, actor, (connection) =>
    readRecall(connection, county.county, { ...LOT, offset: 0, limit: 10, ...more }, unmasked),
  )
/** Who is to be told, and by when. */
const due = (actor = clerk) =>
  asActor(county.database, county.house, actor, async (connection) => {
    const kept = await keptTasks(connection, county, immunization.tasks)
    const { rows } = await listTasks(connection, { ...county, kept }, immunization.tasks, { unmasked: true })
    return rows
      .filter(({ task }) => task === 'immunization.tell-recall')
      .map(({ person, dueOn }): [string, string] => [person!, dueOn])
      .sort(([one], [other]) => children.indexOf(one) - children.indexOf(other))
  })
const contact = (action: 'tell' | 'miss', child: string, more: Record<string, unknown> = {}) =>
  county.act(clerk, `immunization.recall-notice.${action}`, { vaccination: doses.get(child), way: 'phone', ...more })

test('nobody is told of a lot that may still be given', async () => {
  await assert.rejects(contact('tell', children[0]!), refusal('invalid', 'vaccination'))
  const before = await read()
  assert.deepEqual([before.counts.open, before.stoppedOn], [3, null])
  assert.deepEqual(await due(), [])
  const [row] = [...(recallWorkbook(before, 'zh').rows as Iterable<readonly unknown[]>)]
  assert.ok(!row!.includes('未告知'), 'who is not to be told has not been forgotten')
  await county.act(clerk, 'immunization.lot.stop', { reason: '企业召回' }, { id: lot })
  assert.equal((await read()).stoppedOn, '2025-11-20')
})

test('whoever had it is work until told, for the clinic and for the doctor of the village, who sees no stock', async () => {
  await storeWork(county.database, county, immunization.tasks)
  assert.deepEqual(
    await due(),
    children.map((child) => [child, '2025-11-23']),
  )
  const [home] = await county.database.query<{ division: string }>('select division from person where id = $1', [
    children[0],
  ])
  const doctor = actors.village(home!.division)
  assert.ok((await due(doctor)).some(([child]) => child === children[0]))
  const seen = await read(doctor)
  assert.deepEqual([seen.stoppedOn, seen.stock.length], ['2025-11-20', 0])
  const list = await asActor(county.database, county.house, doctor, (connection) => readRecalls(connection, county))
  assert.deepEqual(
    list.map(({ lotNumber }) => lotNumber),
    ['P77'],
  )
  const elsewhere = await asActor(county.database, county.house, actors.township('530721103'), (connection) =>
    readRecalls(connection, county),
  )
  assert.deepEqual(elsewhere, [])
})

test('a recall names who had the lot, and who of them knows, by whom and when', async () => {
  await contact('tell', children[0]!, { note: '孩子无不适' })
  await contact('miss', children[1]!, { note: '电话无人接听' })
  await contact('miss', children[1]!, { note: '再次无人接听' })
  assert.deepEqual(
    (await due()).map(([child]) => child),
    [children[1], children[2]],
  )
  const { counts, rows, total, stock } = await read()
  assert.deepEqual(counts, { open: 1, missed: 1, told: 1, events: 0 })
  assert.deepEqual(
    rows.map(({ person, standing, notice }) => [person, standing, notice?.attempts, notice?.by]),
    [
      [children[2], 'open', undefined, undefined],
      [children[1], 'missed', 2, clerk.name],
      [children[0], 'told', 1, clerk.name],
    ],
  )
  assert.equal(rows[1]!.notice!.note, '再次无人接听')
  assert.equal(total, 3)
  assert.deepEqual([stock[0]!.state, stock[0]!.left, stock[0]!.stoppedReason], ['stopped', 7, '企业召回'])
  await assert.rejects(contact('miss', children[2]!), refusal('invalid', 'note'))
})

test('an attempt that failed later does not take back that somebody was told', async () => {
  await contact('miss', children[0]!, { note: '随访未接' })
  const told = await read(clerk, { standing: 'told' })
  assert.deepEqual([told.total, told.rows[0]!.person, told.rows[0]!.notice!.note], [1, children[0], '孩子无不适'])
})

test('a reaction after a dose of the lot stands beside the person', async () => {
  await county.act(clerk, 'immunization.adverse-event.find', {
    vaccination: doses.get(children[2]!),
    ...{ severity: 'common', symptoms: '低热', happenedOn: '2025-11-20', foundAt: '2025-11-20T10:00:00+08:00' },
  })
  const { rows, counts } = await read()
  assert.deepEqual([counts.events, rows[0]!.event!.severity], [1, 'common'])
})

test('names and phones are masked, and another township sees nobody', async () => {
  const { rows } = await read(clerk, {}, false)
  assert.ok(rows.every(({ name }) => /\*/.test(name)))
  assert.equal((await read(actors.township('530721103'))).total, 0)
})

test('stopped lots are listed with how many know', async () => {
  const list = await asActor(county.database, county.house, clerk, (connection) => readRecalls(connection, county))
  assert.deepEqual(
    list.map(({ lotNumber, recipients, told, events, stoppedReason }) => [
      lotNumber,
      recipients,
      told,
      events,
      stoppedReason,
    ]),
    [['P77', 3, 1, 1, '企业召回']],
  )
})

test('the list goes along as a sheet, each person a row', async () => {
  const sheet = recallWorkbook(await read(), 'zh')
  const rows = [...(sheet.rows as Iterable<readonly unknown[]>)]
  assert.deepEqual(
    rows.map((row) => row[sheet.columns.findIndex(({ title }) => title === '告知情况')]),
    ['未告知', '未联系上', '已告知'],
  )
})
