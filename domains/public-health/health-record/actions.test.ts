import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, testNumber, type TestCounty } from '../../testing/county.ts'
import { findCard, healthRecords, readCard } from './index.ts'

const VILLAGE = '530721102201'
const FAR_VILLAGE = '530721103201'
let county: TestCounty
const clerk = actors.township()
const far = actors.township('530721103')
let sequence = 800

before(async () => {
  county = await openTestCounty([resident, healthRecords], '2025-11-20')
})
after(() => county.close())

const query = (text: string, params: unknown[] = []) => county.database.query<Record<string, unknown>>(text, params)

async function person(
  name: string,
  birth: string,
  sex: 'male' | 'female',
  more: Record<string, unknown> = {},
): Promise<string> {
  sequence += 2
  const input = {
    name,
    documentNumber: testNumber(birth, sex === 'male' ? sequence + 1 : sequence),
    division: VILLAGE,
    happenedOn: birth,
    usual: true,
    registered: true,
    source: 'register',
    phone: '13900000001',
    villageGroup: '3',
    ...more,
  }
  const { id } = await county.act(actors.bureau, 'resident.registration.register', input)
  return (await query('select person from resident_registration where id = $1', [id]))[0]!['person'] as string
}

const open = (of: string, more: object = {}) => county.act(clerk, 'health-record.record.open', { person: of, ...more })
const record = async (id: string | null) => (await query('select * from health_record where id = $1', [id]))[0]!

const fullForm = {
  bloodType: 'unknown',
  payments: ['resident'],
  allergies: [],
  exposures: [],
  diseases: [{ disease: 'hypertension', since: '2020-03' }],
  operations: [],
  familyHistory: { father: ['stroke'], mother: [], siblings: [], children: [] },
  hereditary: '无',
  disabilities: [],
  water: 'tap',
  toilet: 'sanitary',
}

describe('opening and keeping a record', () => {
  test('numbers run within the village, with the village part of record numbers', async () => {
    const first = await record((await open(await person('和一', '1990-01-01', 'male'))).id)
    const second = await record((await open(await person('和二', '2020-01-01', 'male'))).id)
    assert.equal(first['number'], '53072110210100001')
    assert.equal(second['number'], '53072110210100002')
    assert.deepEqual([first['resident_group'], second['resident_group']], ['other', 'child'])
  })

  test('one open record per person; not for the dead', async () => {
    const who = await person('和三', '1950-01-01', 'male')
    await open(who)
    await assert.rejects(open(who), refusal('invalid', 'person'))
    const dead = await person('和亡', '1940-01-01', 'male')
    await county.act(clerk, 'resident.death.register', { person: dead, happenedOn: '2025-01-01', place: 'home' })
    await assert.rejects(open(dead), refusal('conflict', 'person'))
  })

  test('a record moves with its person and keeps its number, which is not given again', async () => {
    const who = await person('和迁', '1991-01-01', 'female')
    const opened = await open(who)
    const { number } = await record(opened.id)
    await county.act(clerk, 'resident.move.register', {
      person: who,
      happenedOn: '2025-11-01',
      toDivision: FAR_VILLAGE,
      reason: 'marriage',
      registrationMoves: true,
    })
    assert.equal((await record(opened.id))['division'], FAR_VILLAGE)
    assert.equal((await record(opened.id))['number'], number)
    await assert.rejects(
      county.act(clerk, 'health-record.record.close', { closeReason: 'other' }, { id: opened.id! }),
      refusal('not-found'),
    )
    await county.act(far, 'health-record.record.update', { responsibleDoctor: '杨医生' }, { id: opened.id! })
    const next = await record((await open(await person('和后来', '1992-01-01', 'male'))).id)
    const serial = (each: unknown) => Number(String(each).slice(-5))
    assert.equal(serial(next['number']), serial(number) + 1)
  })

  test('closing and reopening', async () => {
    const who = await person('和关', '1993-01-01', 'male')
    const opened = await open(who, { happenedOn: '2025-05-01' })
    const close = (input: object) => county.act(clerk, 'health-record.record.close', input, { id: opened.id! })
    await assert.rejects(close({ closeReason: 'lost', on: '2025-04-30' }), refusal('invalid', 'on'))
    await close({ closeReason: 'lost', on: '2025-10-01' })
    await assert.rejects(close({ closeReason: 'lost' }), refusal('conflict'))
    const again = await open(who)
    await assert.rejects(
      county.act(clerk, 'health-record.record.reopen', {}, { id: opened.id! }),
      refusal('invalid', 'person'),
    )
    await county.act(clerk, 'health-record.record.close', { closeReason: 'other' }, { id: again.id! })
    await county.act(clerk, 'health-record.record.reopen', {}, { id: opened.id! })
    assert.equal((await record(opened.id))['closed_on'], null)
  })
})

describe('basic information', () => {
  test('a record is compliant from the day on which nothing is missing, and no longer when something is', async () => {
    const who = await person('和全', '1980-01-01', 'male')
    const opened = await open(who, { happenedOn: '2025-01-01', responsibleDoctor: '和医生' })
    const fill = (values: object, happenedOn: string) =>
      county.act(clerk, 'health-record.basic.fill', { person: who, happenedOn, ...values })
    const partial = await fill({ bloodType: 'A', payments: ['resident'] }, '2025-02-01')
    assert.ok((partial.result as { missing: { zh: string }[] }).missing.some((item) => item.zh === '药物过敏史'))
    assert.equal((await record(opened.id))['compliant_since'], null)
    assert.deepEqual((await fill(fullForm, '2025-03-01')).result, { missing: [] })
    assert.equal((await record(opened.id))['compliant_since'], '2025-03-01')
    await fill({ ...fullForm, bloodType: 'B' }, '2025-06-01')
    assert.equal((await record(opened.id))['compliant_since'], '2025-03-01')
    await fill({ ...fullForm, water: null }, '2025-07-01')
    assert.equal((await record(opened.id))['compliant_since'], null)
    // A form dated back does not make the newest one complete.
    await fill(fullForm, '2025-06-15')
    assert.equal((await record(opened.id))['compliant_since'], null)
    await assert.rejects(fill({ ...fullForm, allergies: ['other'] }, '2025-08-01'), refusal('invalid', 'otherAllergy'))
    await assert.rejects(fill(fullForm, '2024-12-31'), refusal('invalid', 'happenedOn'))
  })

  test('without a record there is no form', async () => {
    const who = await person('和无档', '1981-01-01', 'male')
    await assert.rejects(county.act(clerk, 'health-record.basic.fill', { person: who }), refusal('invalid', 'person'))
  })
})

describe('examinations and use', () => {
  test('an examination is judged, counted as use of the record, and computed', async () => {
    const who = await person('和检', '1950-01-01', 'female')
    await open(who, { happenedOn: '2025-01-01' })
    const examine = (values: object) =>
      county.act(clerk, 'health-record.examination.record', { person: who, happenedOn: '2025-09-09', ...values })
    const done = await examine({
      height: 155,
      weight: 60.5,
      systolicLeft: 150,
      diastolicLeft: 88,
      selfCareScore: 2,
      fastingGlucose: 6.1,
      ecg: 'normal',
    })
    const [row] = await query('select * from health_examination where id = $1', [done.id])
    assert.equal(row!['body_mass_index'], '25.2')
    assert.equal(row!['fasting_glucose'], '6.1')
    const uses = await query(`select kind, evidence_id from health_record_use where person = $1`, [who])
    assert.deepEqual(uses, [{ kind: 'examination', evidence_id: done.id }])
    await assert.rejects(examine({ systolicLeft: 80, diastolicLeft: 90 }), refusal('invalid', 'diastolicLeft'))
    await assert.rejects(examine({ height: 15 }), refusal('invalid', 'height'))
    const young = await person('和青', '1990-01-01', 'female')
    await open(young)
    await assert.rejects(
      county.act(clerk, 'health-record.examination.record', { person: young, selfCareScore: 2 }),
      refusal('invalid', 'selfCareScore'),
    )
  })
})

describe('health card', () => {
  test('a card is found by its code within the scope, until it is revoked', async () => {
    const who = await person('和卡', '1970-01-01', 'male')
    const issued = await county.act(clerk, 'health-record.card.issue', { person: who })
    await assert.rejects(county.act(clerk, 'health-record.card.issue', { person: who }), refusal('invalid', 'person'))
    const face = (await findCard(county.database, county.county, who))!
    assert.match(face.number, /^530721\d{9}$/)
    assert.match(face.qrSvg, /^<svg/)
    const [number] = await query('select document_key from person where id = $1', [who])
    assert.ok(!face.token.includes(String(number!['document_key'])))
    const scan = (actor: Parameters<typeof asActor>[2], token: string) =>
      asActor(county.database, county.house, actor, (connection) => readCard(connection, county.county, token))
    assert.deepEqual(await scan(testActor('county-institution'), face.token), {
      kind: 'holder',
      card: issued.id,
      person: who,
    })
    assert.deepEqual(await scan(far, face.token), { kind: 'unknown' })
    assert.deepEqual(await scan(clerk, `${face.token}x`), { kind: 'unknown' })
    await county.act(clerk, 'health-record.card.revoke', { revokeReason: '遗失' }, { id: issued.id! })
    assert.deepEqual(await scan(clerk, face.token), { kind: 'revoked', card: issued.id })
    await county.act(clerk, 'health-record.card.issue', { person: who })
  })
})

describe('merging persons with records', () => {
  test('two open records stop a merge; with one, everything goes along and comes back', async () => {
    const birth = '2025-02-02'
    const child = {
      name: '和合并',
      sex: 'male',
      happenedOn: birth,
      motherName: '木合',
      division: VILLAGE,
      deliveredAt: 'hospital',
    }
    const born = await county.act(clerk, 'resident.birth.register', child)
    const first = (await query('select person from resident_birth where id = $1', [born.id]))[0]!['person'] as string
    const second = await person('和合并', birth, 'male')
    const opened = await open(first)
    const other = await open(second)
    const merge = () =>
      county.act(clerk, 'resident.duplicate.merge', { kept: second, absorbed: first, reason: '同一人' })
    await assert.rejects(merge(), refusal('conflict'))
    await county.act(clerk, 'health-record.record.close', { closeReason: 'other' }, { id: other.id! })
    const merged = await merge()
    assert.equal((await record(opened.id))['person'], second)
    await county.act(clerk, 'resident.duplicate.unmerge', { reason: '两个人' }, { id: merged.id! })
    assert.equal((await record(opened.id))['person'], first)
    assert.equal((await record(other.id))['person'], second)
  })
})
