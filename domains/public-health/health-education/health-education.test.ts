import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findAttachment, listAttachments } from '@kangheng/kernel/attachment/attach.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from '../health-record/index.ts'
import { dueBy, isLiterate, quotaOf } from './codes.ts'
import { healthEducation } from './index.ts'

const township = actors.township()
const village = actors.village()
let county: TestCounty
const act = (action: string, input: object, actor = township, id?: string) =>
  county.act(actor, `health-education.${action}`, input, id ? { id } : undefined)
const lecture = (more: object = {}, actor = township) =>
  act('activity.record', { kind: 'lecture', topic: 'chronic', title: '高血压防治', participants: 30, ...more }, actor)

before(async () => {
  county = await openTestCounty([resident, healthRecords, healthEducation], '2025-03-20')
})
after(() => county.close())

test('quotas by class, due month by month in whole pieces', () => {
  assert.deepEqual(quotaOf('township-centre', 2025), {
    print: 12,
    audioVideo: 6,
    board: 12,
    lecture: 12,
    consultation: 9,
  })
  assert.deepEqual(quotaOf('village-clinic', 2025), { print: 12, audioVideo: 0, board: 6, lecture: 6, consultation: 0 })
  assert.equal(quotaOf('county-hospital', 2025), undefined)
  assert.deepEqual(
    [1, 2, 6, 11, 12].map((month) => dueBy(9, month)),
    [0, 1, 4, 8, 9],
  )
  fc.assert(
    fc.property(fc.nat(60), (quota) => {
      const steps = Array.from({ length: 12 }, (_, index) => dueBy(quota, index + 1) - dueBy(quota, index))
      assert.ok(steps.every((step) => step >= 0) && steps.reduce((sum, step) => sum + step, 0) === quota)
    }),
  )
})

test('literate from 80 % of the marks', () => {
  assert.deepEqual(
    [52.7, 52.8, 66].map((score) => isLiterate(score, 66)),
    [false, true, true],
  )
})

test('activities need what makes them countable', async () => {
  await assert.rejects(lecture({ participants: undefined }), refusal('invalid', 'participants'))
  await assert.rejects(lecture({ kind: 'print' }), refusal('invalid', 'quantity'))
  await assert.rejects(lecture({ kind: 'board', area: 1.5 }), refusal('invalid', 'area'))
  await assert.rejects(lecture({ kind: 'first-aid', certificates: 31 }), refusal('invalid', 'certificates'))
  await assert.rejects(lecture({ institution: 'X' }), refusal('invalid', 'institution'))
})

test('plan, progress and what is missing', async () => {
  const { id } = await act('plan.draw-up', { year: 2025, happenedOn: '2025-01-05' })
  await assert.rejects(act('plan.draw-up', { year: 2025 }), refusal('invalid', 'year'))
  await lecture({ happenedOn: '2025-01-10' })
  await lecture({ happenedOn: '2025-02-10', kind: 'print', quantity: 500 })
  const setting = { county: county.county, today: county.today }
  const { rows } = await asActor(county.database, county.house, township, (connection) =>
    listTasks(connection, setting, healthEducation.tasks, { unmasked: true }),
  )
  // Two months have ended: lectures 2, printed matter 2, boards 2, audio 1, consultations 1 were due.
  const missing = rows.map(({ task, recordId, dueOn }) =>
    recordId === id ? `${task.split('behind-')[1]} ${dueOn}` : '',
  )
  assert.deepEqual(
    missing.sort(),
    ['audio-video', 'board', 'consultation', 'lecture', 'print'].map((kind) => `${kind} 2025-02-28`),
  )
  for (const [place, score] of [
    ['530721102201', 60],
    ['530721102201', 40],
  ] as const)
    await act('literacy.record', { serial: String(score), division: place, sex: 'male', ageGroup: '35-44', score })
  await buildFigures(county.database, {
    county: county.county,
    indicators: healthEducation.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const parts = async (indicator: string, place: string, period: string) => {
    const { numerator, denominator } = await county.figure(`health-education.${indicator}`, place, period)
    return `${numerator}/${denominator}`
  }
  assert.deepEqual(
    [
      await parts('lecture-completion', township.institution!, '2025-02-ytd'),
      await parts('lecture-completion', '530721102', '2025-01'),
      await parts('literacy-rate', '530721102', '2025-03'),
    ],
    ['1/2', '1/1', '1/2'],
  )
})

test('photos: bare of what they tell, in the journal by digest, seen with the record only', async () => {
  const { id } = await lecture({ happenedOn: '2025-03-10' }, village)
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 10]), Buffer.from('GPS 26.8')])
  const picture = (mark: string) =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      exif,
      Buffer.from([0xff, 0xda, 0, 4, 1, 1]),
      Buffer.from(mark.padEnd(40)),
      Buffer.from([0xff, 0xd9]),
    ])
  const attach = (bytes: Buffer, actor = village) =>
    act('activity.attach', { photo: `data:image/jpeg;base64,${bytes.toString('base64')}`, caption: '现场' }, actor, id!)
  await attach(picture('one'))
  await assert.rejects(attach(picture('one')), refusal('invalid', 'photo'))
  await assert.rejects(attach(Buffer.from('<svg xmlns="x" onload="alert(1)"></svg>')), refusal('invalid', 'photo'))
  await assert.rejects(attach(picture('two'), actors.village('530721102202')), refusal('not-found'))
  const seen = (actor: typeof village) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const [first] = await listAttachments(connection, county.county, id!)
      return first && findAttachment(connection, county.county, 'health-education.activity', first.id)
    })
  const found = await seen(village)
  assert.ok(found && found.type === 'image/jpeg' && !Buffer.from(found.content).includes('GPS'))
  assert.ok(await seen(actors.bureau))
  for (const actor of [actors.village('530721102202'), actors.township('530721103'), actors.leader])
    assert.equal(await seen(actor), undefined)
  const [entry] = await county.database.query<{ input: { photo: string } }>(
    `select input from journal where action = 'health-education.activity.attach'`,
  )
  assert.match(entry!.input.photo, /^•/)
})

test('plans are drawn up by the township and above; nothing is seen elsewhere', async () => {
  await assert.rejects(act('plan.draw-up', { year: 2025 }, village), refusal('forbidden'))
  await assert.rejects(lecture({ institution: 'C530721103' }), refusal('forbidden'))
  const seen = (actor: typeof village) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query('select 1 from health_education_activity')).length,
    )
  assert.deepEqual(
    await Promise.all([township, actors.bureau, actors.township('530721103'), actors.leader].map(seen)),
    [3, 3, 0, 0],
  )
})
