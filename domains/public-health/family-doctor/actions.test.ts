import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, TOWNSHIP, type FamilyDoctorCounty } from './testing.ts'

let county: FamilyDoctorCounty
const clerk = actors.township(TOWNSHIP)
const doctor = actors.village()

before(async () => {
  county = await openFamilyDoctorCounty('2025-06-15')
})
after(() => county.close())

const act = (action: string, input: unknown, on?: { id: string }) =>
  county.act(doctor, `family-doctor.${action}`, input, on)
const signing = (person: string, more: Record<string, unknown> = {}) => ({
  person,
  team: county.team,
  doctor: county.doctor,
  package: county.basic,
  ...more,
})
const rowOf = async (table: string, id: string) =>
  (await county.database.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]!
const deliveriesOf = (person: string) =>
  county.database.query<Record<string, unknown>>(
    'select * from family_doctor_delivery where person = $1 order by happened_on',
    [person],
  )

describe('signing', () => {
  test('a contract keeps term, package and fee as they were agreed', async () => {
    const person = await county.enter('1980-01-01')
    const { id } = await act('contract.sign', signing(person, { years: 2, happenedOn: '2025-05-19' }))
    const row = await rowOf('family_doctor_contract', id!)
    assert.equal(row['starts_on'], '2025-05-19')
    assert.equal(row['ends_on'], '2027-05-19')
    assert.equal(row['agreed_ends_on'], '2027-05-19')
    assert.equal(row['items_due'], 2)
    assert.equal(row['state'], 'signed')
    assert.equal(row['institution'], `C${TOWNSHIP}`)
    assert.equal(row['renews'], null)
  })

  test('a second contract is refused and names the first', async () => {
    const person = await county.enter('1980-01-02')
    const first = await act('contract.sign', signing(person))
    await assert.rejects(
      act('contract.sign', signing(person)),
      (error: { field: string; detail: { contract: string } }) => {
        assert.equal(error.field, 'person')
        assert.equal(error.detail.contract, first.id)
        return true
      },
    )
  })

  test('two signings at the same moment make one contract', async () => {
    const person = await county.enter('1980-01-03')
    const outcomes = await Promise.allSettled([
      act('contract.sign', signing(person)),
      act('contract.sign', signing(person)),
    ])
    assert.equal(outcomes.filter((each) => each.status === 'fulfilled').length, 1)
  })

  test('who does not live here cannot sign', async () => {
    const person = await county.enter('1940-01-01')
    await county.act(clerk, 'resident.death.register', {
      person,
      happenedOn: '2025-06-01',
      place: 'home',
      cause: '心脏病',
    })
    await assert.rejects(act('contract.sign', signing(person)), refusal('invalid', 'person'))
  })

  test('a nurse cannot sign, nor somebody of another team', async () => {
    const person = await county.enter('1980-01-04')
    await assert.rejects(act('contract.sign', signing(person, { doctor: county.nurse })), refusal('invalid', 'doctor'))
    await assert.rejects(act('contract.sign', signing(person, { doctor: person })), refusal('invalid', 'doctor'))
  })

  test('a group package needs membership in the group', async () => {
    const person = await county.enter('1950-01-01')
    await assert.rejects(
      act('contract.sign', signing(person, { package: county.older })),
      refusal('invalid', 'package'),
    )
    await act('key-membership.enter', { person, group: 'older', source: 'management', happenedOn: '2025-01-10' })
    await act('contract.sign', signing(person, { package: county.older }))
  })

  test('the term lies between one and three years and begins within 90 days', async () => {
    const person = await county.enter('1980-01-05')
    await assert.rejects(act('contract.sign', signing(person, { years: 4 })), refusal('invalid', 'years'))
    await assert.rejects(
      act('contract.sign', signing(person, { startsOn: '2025-12-01' })),
      refusal('invalid', 'startsOn'),
    )
  })

  test('a household signs as a whole or not at all', async () => {
    const head = await county.enter('1975-01-01', { sex: 'male' })
    const wife = await county.enter('1976-01-01')
    await county.act(clerk, 'resident.household.open', { person: head })
    const [home] = await county.database.query<{ household: string }>('select household from person where id = $1', [
      head,
    ])
    await county.act(clerk, 'resident.household.join', { person: wife, member: head, relation: '10' })
    const stranger = await county.enter('1990-01-01')
    const members = (persons: string[]) => persons.map((person) => ({ person, package: county.basic }))
    const together = { team: county.team, doctor: county.doctor }
    await assert.rejects(
      act('contract.sign-household', { ...together, members: members([head, stranger]) }),
      refusal('invalid', 'members.1.person'),
    )
    await act('contract.sign-household', { ...together, members: members([head, wife]) })
    const rows = await county.database.query('select 1 from family_doctor_contract where household = $1', [
      home!.household,
    ])
    assert.equal(rows.length, 2)
  })
})

describe('renewal and termination', () => {
  test('a renewal follows the old contract and names it', async () => {
    const person = await county.enter('1981-01-01')
    const first = await act('contract.sign', signing(person, { happenedOn: '2024-07-01' }))
    const next = await act('contract.renew', { years: 1 }, { id: first.id! })
    const row = await rowOf('family_doctor_contract', next.id!)
    assert.equal(row['starts_on'], '2025-07-01')
    assert.equal(row['happened_on'], '2025-06-15')
    assert.equal(row['renews'], first.id)
    await assert.rejects(act('contract.renew', { years: 1 }, { id: first.id! }), refusal('invalid', 'person'))
  })

  test('renewal outside its window is refused', async () => {
    const person = await county.enter('1981-01-02')
    const first = await act('contract.sign', signing(person, { happenedOn: '2025-05-01' }))
    await assert.rejects(act('contract.renew', { years: 1 }, { id: first.id! }), refusal('invalid', 'happenedOn'))
  })

  test('a contract signed soon after the last one ended counts as its renewal', async () => {
    const person = await county.enter('1981-01-03')
    const first = await act('contract.sign', signing(person, { happenedOn: '2024-05-01' }))
    const second = await act('contract.sign', signing(person))
    assert.equal((await rowOf('family_doctor_contract', second.id!))['renews'], first.id)
  })

  test('termination ends the contract on the day and needs a reason', async () => {
    const person = await county.enter('1981-01-04')
    const { id } = await act('contract.sign', signing(person, { happenedOn: '2025-02-01' }))
    await assert.rejects(act('contract.terminate', { reason: 'other' }, { id: id! }), refusal('invalid', 'note'))
    await act('contract.terminate', { reason: 'own-wish', on: '2025-06-01' }, { id: id! })
    const row = await rowOf('family_doctor_contract', id!)
    assert.equal(row['ends_on'], '2025-06-01')
    assert.equal(row['agreed_ends_on'], '2026-02-01')
    assert.equal(row['state'], 'terminated')
    await act('contract.sign', signing(person))
  })
})

describe('services', () => {
  test('a service fulfils an item once, and a voided one gives its place to the next', async () => {
    const person = await county.enter('1982-01-01')
    await act('contract.sign', signing(person, { happenedOn: '2025-01-05' }))
    const serve = (happenedOn: string) =>
      act('service.serve', { person, kind: 'health-guidance', mode: 'home', happenedOn })
    const first = await serve('2025-02-01')
    await serve('2025-03-01')
    assert.deepEqual(
      (await deliveriesOf(person)).map((row) => [row['item'], row['counts']]),
      [
        ['guidance', true],
        ['guidance', false],
      ],
    )
    assert.equal((await deliveriesOf(person))[0]!['evidence_id'], first.id)
    await act('service.withdraw', { reason: '录入错误' }, { id: first.id! })
    const rows = await deliveriesOf(person)
    assert.ok(rows[0]!['voided_at'])
    assert.equal(rows[1]!['counts'], true)
  })

  test('without a valid contract on the day there is nothing to serve', async () => {
    const person = await county.enter('1982-01-02')
    await act('contract.sign', signing(person, { happenedOn: '2025-03-01' }))
    const early = { person, kind: 'health-guidance', mode: 'clinic', happenedOn: '2025-02-01' }
    await assert.rejects(act('service.serve', early), refusal('invalid', 'person'))
  })

  test('a service can be credited once, and only for what it proves', async () => {
    const person = await county.enter('1982-01-03')
    await act('contract.sign', signing(person, { happenedOn: '2025-01-05' }))
    const { id } = await act('service.serve', {
      person,
      kind: 'health-guidance',
      mode: 'phone',
      happenedOn: '2025-02-01',
    })
    const again = { service: 'health-guidance', evidenceRecord: 'family-doctor.service', evidenceId: id }
    await assert.rejects(act('delivery.deliver', again), refusal('invalid', 'evidenceId'))
    await assert.rejects(
      act('delivery.deliver', { ...again, evidenceRecord: 'resident.birth' }),
      refusal('invalid', 'evidenceRecord'),
    )
  })
})

describe('services of the health record', () => {
  test('a team’s service is written into the record, and an entry of the record can fulfil the contract', async () => {
    const person = await county.enter('1982-01-04')
    await act('contract.sign', signing(person, { happenedOn: '2025-01-05' }))
    await county.act(doctor, 'health-record.record.open', { person, happenedOn: '2025-01-05' })
    const own = await act('service.serve', {
      person,
      kind: 'health-guidance',
      mode: 'clinic',
      happenedOn: '2025-02-01',
    })
    const uses = await county.database.query<Record<string, unknown>>(
      'select * from health_record_use where person = $1',
      [person],
    )
    assert.deepEqual(
      uses.map((row) => [row['kind'], row['evidence_id']]),
      [['consultation', own.id]],
    )
    const exam = await county.act(doctor, 'health-record.use.record', {
      person,
      kind: 'examination',
      happenedOn: '2025-03-01',
    })
    const proof = { evidenceRecord: 'health-record.use', evidenceId: exam.id }
    await assert.rejects(
      act('delivery.deliver', { ...proof, service: 'health-guidance' }),
      refusal('invalid', 'service'),
    )
    await act('delivery.deliver', { ...proof, service: 'health-assessment' })
    assert.deepEqual(
      (await deliveriesOf(person)).map((row) => [row['item'], row['counts']]),
      [
        ['guidance', true],
        ['annual-assessment', true],
      ],
    )
  })
})

describe('teams and packages', () => {
  test('a team answers for villages of its own place only', async () => {
    const far = { name: '远方团队', division: TOWNSHIP, institution: `C${TOWNSHIP}`, villages: ['530721103201'] }
    await assert.rejects(county.act(clerk, 'family-doctor.team.form', far), refusal('invalid', 'villages'))
  })

  test('the basic package is free, and a code is offered once', async () => {
    const offer = (input: Record<string, unknown>) =>
      county.act(actors.bureau, 'family-doctor.package.offer', {
        code: 'X1',
        name: '测试包',
        grade: 'basic',
        items: [{ item: 'referral', times: 1 }],
        ...input,
      })
    await assert.rejects(offer({ fee: 20 }), refusal('invalid', 'fee'))
    await assert.rejects(offer({ code: 'B01' }), refusal('invalid', 'code'))
    await assert.rejects(
      offer({
        items: [
          { item: 'referral', times: 1 },
          { item: 'referral', times: 2 },
        ],
      }),
      refusal('invalid', 'items'),
    )
  })

  test('dissolving a team releases its members', async () => {
    const made = await county.act(clerk, 'family-doctor.team.form', {
      name: '临时团队',
      division: TOWNSHIP,
      institution: `C${TOWNSHIP}`,
      villages: [OTHER_VILLAGE],
    })
    const joined = await county.act(clerk, 'family-doctor.member.join', {
      team: made.id,
      name: '临时医生',
      kind: 'clinician',
    })
    await county.act(clerk, 'family-doctor.team.dissolve', {}, { id: made.id! })
    assert.equal((await rowOf('family_doctor_member', joined.id!))['left_on'], '2025-06-15')
    const person = await county.enter('1983-01-01')
    await assert.rejects(
      act('contract.sign', signing(person, { team: made.id, doctor: joined.id })),
      refusal('invalid', 'team'),
    )
  })
})
