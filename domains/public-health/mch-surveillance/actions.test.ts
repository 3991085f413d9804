import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { birthDefects } from '../birth-defects/index.ts'
import { causeOfDeath } from '../cause-of-death/index.ts'
import { childHealth } from '../child-health/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { screening } from '../screening/index.ts'
import { mchSurveillance, readReturn } from './index.ts'

const township = actors.township(TOWNSHIP)
const hospital = testActor('county-institution', '530721', { institution: 'H530721003' })
let county: FamilyDoctorCounty

const act = (action: string, input: object, actor: Actor, id?: string) =>
  county.act(actor, `mch-surveillance.${action}`, input, ...(id ? [{ id }] : []))
const idOf = async (network: string, division = TOWNSHIP) => {
  const [row] = await county.database.query<{ id: string }>(
    'select id from mch_return where network = $1 and division = $2',
    [network, division],
  )
  return row!.id
}
const read = async (id: string, actor: Actor = township) => {
  const found = await asActor(county.database, county.house, actor, (connection) =>
    readReturn(connection, county.county, id),
  )
  const value = (title: string) => found.lines.find((line) => line.title.zh.trim() === title)?.value
  return { ...found, value }
}
async function mother(happenedOn: string): Promise<string> {
  const person = await county.enter('1996-05-01')
  const maternal = (action: string, input: object) => county.act(township, `maternal-health.${action}`, input)
  await maternal('pregnancy.book', { person, happenedOn: '2025-02-20', lastPeriodOn: '2024-12-01' })
  const children = [{ sex: 'female', weight: 3150 }]
  await maternal('delivery.record', { person, happenedOn, place: 'hospital', mode: 'vaginal', children })
  return person
}
async function child(name: string, happenedOn: string, mother_: string): Promise<string> {
  const { id } = await county.act(township, 'resident.birth.register', {
    ...{ name, sex: 'female', happenedOn, mother: mother_, deliveredAt: 'hospital' },
  })
  const [row] = await county.database.query<{ person: string }>('select person from resident_birth where id = $1', [id])
  return row!.person
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-10-05', [
    ...[causeOfDeath, childHealth, maternalHealth, screening, birthDefects, mchSurveillance],
  ])
  for (const day of ['2025-08-20', '2025-09-01', '2025-09-30']) {
    const woman = await mother(day)
    const baby = await child('和小宝', day, woman)
    if (day === '2025-09-01')
      await county.act(township, 'resident.death.register', {
        ...{ person: baby, happenedOn: '2025-09-20', place: 'institution' },
      })
    if (day === '2025-09-30')
      await county.act(township, 'birth-defects.card.report', {
        ...{ person: woman, happenedOn: day, sex: 'female', outcome: 'live', weeks: 43, place: 'hospital' },
        ...{ defects: ['cleft-lip', 'heart'], basis: 'clinical', certainty: 'confirmed', diagnosedOn: day },
      })
  }
})
after(() => county.close())

test('a quarter is opened once it is over, for every township and the county', async () => {
  await assert.rejects(act('return.open-quarter', { quarter: '2025-Q4' }, hospital), refusal('invalid', 'quarter'))
  await assert.rejects(act('return.open-quarter', {}, township), refusal('forbidden'))
  await act('return.open-quarter', {}, hospital)
  await assert.rejects(act('return.open-quarter', {}, hospital), refusal('invalid', 'quarter'))
  const rows = await county.database.query('select distinct quarter, due_on, state from mch_return')
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    [['2025-Q3', '2025-10-10', 'draft']],
  )
  assert.equal((await county.database.query('select 1 from mch_return')).length, 9)
})

test('a return is counted from the records, and what is registered must be reported', async () => {
  const id = await idOf('under-five')
  await assert.rejects(act('return.submit', {}, township, id), refusal('invalid', 'explanation'))
  await act('return.compile', {}, township, id)
  const first = await read(id)
  assert.deepEqual(['活产数', '新生儿死亡数', '5岁以下儿童死亡数', '新生儿死亡率'].map(first.value), [
    '3',
    '1',
    '1',
    '333.33',
  ])
  assert.equal(first.row.unreported, 1)
  await assert.rejects(act('return.submit', {}, township, id), refusal('invalid', 'explanation'))
  const [baby] = await county.database.query<{ person: string }>('select person from resident_death')
  await county.act(township, 'maternal-health.death.report', {
    ...{ person: baby!.person, kind: 'under-five', place: 'hospital', cause: 'pneumonia' },
  })
  await act('return.compile', {}, township, id)
  assert.equal((await read(id)).value('其中：肺炎'), '1')
  await act('return.submit', {}, township, id)
  await assert.rejects(act('return.review', {}, township, id), refusal('forbidden'))
  await act('return.review', {}, hospital, id)
})

test('a return that no longer agrees with the records goes back', async () => {
  const id = await idOf('defects')
  await act('return.compile', {}, township, id)
  const found = await read(id)
  assert.deepEqual(
    ['围产儿数', '出生缺陷儿数', '出生缺陷发生率', '唇裂（Q36）', '先天性心脏病（Q24.9）'].map(found.value),
    ['3', '1', '3333.33', '1', '1'],
  )
  await act('return.submit', {}, township, id)
  await mother('2025-09-29')
  await assert.rejects(act('return.review', {}, hospital, id), refusal('invalid', 'counts'))
  await act('return.send-back', { reason: '补登分娩后重新汇总' }, hospital, id)
  await act('return.compile', {}, township, id)
  assert.equal((await read(id)).value('围产儿数'), '4')
  await act('return.submit', {}, township, id)
  await act('return.review', {}, hospital, id)
})

test('a survey says how much was missed, and stands beside its return', async () => {
  const survey = (more: object) =>
    act(
      'survey.record',
      { network: 'defects', division: TOWNSHIP, quarter: '2025-Q3', sources: '医院出入院登记', ...more },
      township,
    )
  await assert.rejects(survey({ found: 2, registered: 3 }), refusal('invalid', 'registered'))
  await assert.rejects(survey({ found: 3, registered: 2 }), refusal('invalid', 'remedy'))
  await survey({ found: 3, registered: 2, remedy: '已补报1例' })
  const { surveys } = await read(await idOf('defects'))
  assert.deepEqual(
    surveys.map(({ missedRate }) => missedRate),
    ['33.33'],
  )
})

test('a place without births has counts and no rate; other townships see no return', async () => {
  const other = '530721103'
  const id = await idOf('maternal', other)
  await assert.rejects(act('return.compile', {}, township, id), refusal('not-found'))
  await assert.rejects(read(id), refusal('not-found'))
  await act('return.compile', {}, actors.township(other), id)
  const { value } = await read(id, actors.bureau)
  assert.deepEqual([value('活产数'), value('孕产妇死亡率')], ['0', null])
})
