import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal, testNumber } from '../../../testing/county.ts'
import { openImmunizationCounty, TOWNSHIP, type ImmunizationCounty } from '../testing.ts'

const clerk = actors.township(TOWNSHIP)
const other = actors.township('530721103')
let county: ImmunizationCounty
let [check, done, late] = ['', '', '']

const act = (name: string, input: Record<string, unknown> = {}, id?: string, actor = clerk) =>
  county.act(actor, `immunization.${name}`, input, id ? { id } : undefined)
const make = async (name: string, input: Record<string, unknown>) => (await act(name, input)).id!
const enrol = (name: string, birth: string, more: Record<string, unknown> = {}) =>
  make('school-child.check', { check, name, birth, holding: true, className: '小一班', ...more })
const row = async (table: string, id: string) =>
  (await county.database.query<Record<string, unknown>>(`select * from immunization_${table} where id = $1`, [id]))[0]!

/** Three years old, with everything of the routine until then. */
const BIRTH = '2022-10-01'
const ROUTINE = [
  ...[
    ['HepB', '2022-10-01'],
    ['BCG', '2022-10-01'],
    ['HepB', '2022-11-05'],
    ['IPV', '2022-12-05'],
    ['IPV', '2023-01-10'],
  ],
  ...[
    ['DTaP', '2023-01-10'],
    ['bOPV', '2023-02-15'],
    ['DTaP', '2023-02-15'],
    ['DTaP', '2023-03-20'],
    ['HepB', '2023-04-10'],
  ],
  ...[
    ['MPSV-A', '2023-04-20'],
    ['MMR', '2023-06-10'],
    ['JE-L', '2023-06-10'],
    ['MPSV-A', '2023-08-01'],
  ],
  ...[
    ['DTaP', '2024-04-10'],
    ['MMR', '2024-04-10'],
    ['HepA-L', '2024-04-10'],
    ['JE-L', '2024-10-10'],
  ],
] as [string, string][]

before(async () => {
  county = await openImmunizationCounty('2025-09-10')
  done = await county.enter(BIRTH)
  late = await county.enter('2022-08-01')
  for (const [vaccine, on] of ROUTINE) await county.book(done, vaccine, on)
  for (const [vaccine, on] of ROUTINE.slice(0, -1)) await county.book(late, vaccine, on)
  check = await make('school-check.open', { name: '石鼓中心幼儿园2025年秋季', kind: 'kindergarten', enrolled: 3 })
})
after(() => county.close())

test('each child of a list is complete, owes doses, or is unknown; and caught up in the end', async () => {
  const first = await enrol('和接种', BIRTH)
  assert.equal((await row('school_child', first))['state'], 'complete')
  await assert.rejects(enrol('和接种', BIRTH), refusal('invalid', 'name'))
  const second = await enrol('和接种', '2022-08-01', { document: testNumber('2022-08-01', 804), holding: false })
  assert.deepEqual((await row('school_child', second))['missing'], ['je-2', 'mpsvac-1'])
  const third = await enrol('木外来', '2022-05-05', { holding: false })
  assert.equal((await row('school_child', third))['state'], 'unknown')
  const { checked, holding, owing } = await row('school_check', check)
  assert.deepEqual([checked, holding, owing], [3, 1, 2])
  await assert.rejects(act('school-check.close', {}, check), refusal('invalid', 'state'))
  await act('school-child.notify', {}, second)
  await act('school-child.notify', {}, third)
  await county.book(late, 'JE-L', '2025-09-10')
  await act('school-child.recheck', {}, second)
  assert.deepEqual((await row('school_child', second))['open'], ['mpsvac-1'])
  await county.book(late, 'MPSV-AC', '2025-09-10')
  await act('school-check.recheck', {}, check)
  const child = await row('school_child', second)
  assert.deepEqual([child['state'], child['open']], ['caught-up', []])
  assert.equal((await row('school_check', check))['caught_up'], 1)
})

test('the rates are those of the check', async () => {
  const indicators = [...county.house.indicators.values()].filter(({ id }) => id.startsWith('immunization.school-'))
  await buildFigures(county.database, {
    county: county.county,
    indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const value = async (id: string) => (await county.figure(`immunization.school-${id}`, TOWNSHIP, '2025-09')).value
  assert.deepEqual(await Promise.all(['check-rate', 'certificate-rate', 'catch-up-rate'].map(value)), [
    '100.00',
    '33.33',
    '50.00',
  ])
})

test('another township sees no list, and a village doctor checks nobody', async () => {
  const child = { check, name: '别处', birth: BIRTH, holding: true }
  await assert.rejects(act('school-child.check', child, undefined, other), refusal('invalid', 'check'))
  await assert.rejects(act('school-child.check', child, undefined, actors.village()), refusal('forbidden'))
  await assert.rejects(act('school-check.close', {}, check, testActor('bureau-section')), refusal('forbidden'))
})
