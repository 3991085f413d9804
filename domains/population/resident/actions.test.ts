import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openPerson } from '@kangheng/kernel/person/registry.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { actors, openTestCounty, refusal, testNumber, type TestCounty } from '../../testing/county.ts'
import { resident } from './index.ts'

const VILLAGE = '530721102201'
const OTHER_VILLAGE = '530721102202'
const FAR_VILLAGE = '530721103201'
let county: TestCounty
const clerk = actors.township()

before(async () => {
  county = await openTestCounty([resident], '2025-11-20')
})
after(() => county.close())

let sequence = 800
const nextNumber = (birth: string, sex: 'male' | 'female') => {
  sequence += 2
  return testNumber(birth, sex === 'male' ? sequence + 1 : sequence)
}

async function register(
  name: string,
  birth: string,
  sex: 'male' | 'female',
  more: Record<string, unknown> = {},
): Promise<string> {
  const answer = await county.act(clerk, 'resident.registration.register', {
    name,
    documentNumber: nextNumber(birth, sex),
    division: VILLAGE,
    happenedOn: birth,
    usual: true,
    registered: true,
    source: 'household-visit',
    ...more,
  })
  const [row] = await county.database.query<{ person: string }>(
    'select person from resident_registration where id = $1',
    [answer.id],
  )
  return row!.person
}

const personRow = async (id: string) =>
  (await county.database.query<Record<string, unknown>>('select * from person where id = $1', [id]))[0]!
const episodes = (id: string) =>
  county.database.query<Record<string, unknown>>(
    'select kind, division, starts_on, ends_on, start_reason, end_reason from residence_episode where person = $1 order by kind, starts_on',
    [id],
  )

describe('registering a resident', () => {
  test('number gives sex and birth; name gets its initials; number, phone and address are stored encrypted', async () => {
    const id = await register('和文军', '1965-03-12', 'male', {
      phone: '139-0000-1234',
      address: '石鼓村 3组',
      ethnic: '27',
    })
    const row = await personRow(id)
    assert.equal(row['pinyin'], 'hwj')
    assert.equal(row['sex'], 'male')
    assert.equal(row['birth'], '1965-03-12')
    const opened = openPerson({
      documentCipher: row['document_cipher'] as Uint8Array,
      phoneCipher: row['phone_cipher'] as Uint8Array,
      addressCipher: row['address_cipher'] as Uint8Array,
    })
    assert.equal(opened.phone, '13900001234')
    assert.equal(opened.address, '石鼓村3组')
    assert.match(opened.documentNumber!, /^53072119650312/)
    assert.equal((await episodes(id)).length, 2)
  })

  test('neither the journal nor any answer holds the number or the phone', async () => {
    const text = JSON.stringify(await county.database.query('select input, changes, answer from journal'))
    assert.doesNotMatch(text, /53072119650312|13900001234|石鼓村3组/)
    assert.match(text, /和文军/)
  })

  test('what is wrong is refused with its field', async () => {
    const number = nextNumber('1970-01-01', 'male')
    const base = {
      name: '木春',
      documentNumber: number,
      division: VILLAGE,
      happenedOn: '2000-01-01',
      usual: true,
      registered: true,
      source: 'other',
    }
    const refused = (more: object, field: string) =>
      assert.rejects(
        county.act(clerk, 'resident.registration.register', { ...base, ...more }),
        refusal('invalid', field),
      )
    await refused({ documentNumber: `${number.slice(0, 17)}${number[17] === '1' ? '2' : '1'}` }, 'documentNumber')
    await refused({ sex: 'female' }, 'sex')
    await refused({ birth: '1970-01-02' }, 'birth')
    await refused({ name: '木*' }, 'name')
    await refused({ phone: '12345' }, 'phone')
    await refused({ usual: false, registered: false }, 'usual')
    await refused({ happenedOn: '1969-01-01' }, 'happenedOn')
    await refused({ documentNumber: '', birth: '1970-01-01' }, 'sex')
  })

  test('a document that is known leads to the file; one known elsewhere says only that', async () => {
    const documentNumber = nextNumber('1971-01-01', 'male')
    await register('木秋生', '1971-01-01', 'male', { documentNumber })
    const again = {
      name: '木秋生',
      documentNumber,
      division: VILLAGE,
      happenedOn: '1971-01-01',
      usual: true,
      registered: true,
      source: 'other',
    }
    await assert.rejects(
      county.act(clerk, 'resident.registration.register', again),
      refusal('invalid', 'documentNumber'),
    )
    const elsewhere = actors.township('530721103')
    await assert.rejects(
      county.act(elsewhere, 'resident.registration.register', { ...again, division: FAR_VILLAGE }),
      (error: Error) => refusal('conflict', 'document')(error) && !JSON.stringify(error).includes('530721102'),
    )
  })
})

describe('births and deaths', () => {
  test('a child is registered with its mother, joins her household and lives there from birth', async () => {
    const mother = await register('木秀英', '1995-05-01', 'female')
    await county.act(clerk, 'resident.household.open', { person: mother })
    const answer = await county.act(clerk, 'resident.birth.register', {
      name: '和小满',
      sex: 'female',
      happenedOn: '2025-10-02',
      mother,
      birthWeight: 3100,
      deliveredAt: 'hospital',
      certificate: 'Z530000001',
    })
    const [birth] = await county.database.query<Record<string, string>>('select * from resident_birth where id = $1', [
      answer.id,
    ])
    const child = await personRow(birth!['person']!)
    assert.equal(child['mother_name'], '木秀英')
    assert.equal(child['document_kind'], 'NONE')
    assert.equal(child['relation'], '30')
    assert.equal(child['household'], (await personRow(mother))['household'])
    assert.deepEqual(
      (await episodes(birth!['person']!)).map((each) => [each['kind'], each['starts_on'], each['start_reason']]),
      [
        ['registered', '2025-10-02', 'birth'],
        ['usual', '2025-10-02', 'birth'],
      ],
    )
    const same = {
      name: '和小雪',
      sex: 'female',
      happenedOn: '2025-10-03',
      mother,
      deliveredAt: 'hospital',
      certificate: 'Z530000001',
    }
    await assert.rejects(county.act(clerk, 'resident.birth.register', same), refusal('invalid', 'certificate'))
  })

  test('a man, a girl or a woman of 70 is no mother', async () => {
    for (const [name, birth, sex] of [
      ['和大明', '1990-01-01', 'male'],
      ['和小妹', '2018-01-01', 'female'],
      ['和奶奶', '1950-01-01', 'female'],
    ] as const) {
      const mother = await register(name, birth, sex)
      const input = { name: '和小宝', sex: 'male', happenedOn: '2025-10-02', mother, deliveredAt: 'hospital' }
      await assert.rejects(county.act(clerk, 'resident.birth.register', input), refusal('invalid', 'mother'))
    }
  })

  test('a death ends every residence; it can be voided exactly, but not under a later event', async () => {
    const person = await register('和寿昌', '1940-02-29', 'male')
    const before = [await personRow(person), await episodes(person)]
    const death = await county.act(clerk, 'resident.death.register', {
      person,
      happenedOn: '2025-11-01',
      place: 'home',
      causeCode: 'i63.9',
      cause: '脑梗死',
    })
    assert.equal((await personRow(person))['state'], 'died')
    for (const episode of await episodes(person))
      assert.deepEqual([episode['ends_on'], episode['end_reason']], ['2025-11-01', 'death'])
    const again = { person, happenedOn: '2025-11-02', place: 'home' }
    await assert.rejects(county.act(clerk, 'resident.death.register', again), refusal('conflict', 'person'))
    await county.act(clerk, 'resident.death.void', { reason: '人还健在，登记错误' }, { id: death.id! })
    const after = [await personRow(person), await episodes(person)]
    const plain = (row: unknown) => JSON.stringify(row, (key, value: unknown) => (key === 'version' ? 0 : value))
    assert.equal(plain(after), plain(before))
    const [voided] = await county.database.query('select voided_reason from resident_death where id = $1', [death.id])
    assert.equal(voided!['voided_reason'], '人还健在，登记错误')
  })

  test('a voided birth frees the number and leaves nobody behind', async () => {
    const documentNumber = nextNumber('2025-09-01', 'male')
    const input = {
      name: '和双喜',
      sex: 'male',
      documentNumber,
      happenedOn: '2025-09-01',
      motherName: '木桂花',
      division: VILLAGE,
      deliveredAt: 'township',
    }
    const birth = await county.act(clerk, 'resident.birth.register', input)
    await county.act(clerk, 'resident.birth.void', { reason: '重复登记' }, { id: birth.id! })
    const [row] = await county.database.query<{ person: string }>('select person from resident_birth where id = $1', [
      birth.id,
    ])
    assert.equal((await personRow(row!.person))['state'], 'voided')
    for (const episode of await episodes(row!.person)) assert.equal(episode['ends_on'], episode['starts_on'])
    await county.act(clerk, 'resident.birth.register', input)
  })
})

describe('arrivals, departures and moves', () => {
  const departure = (person: string, more: object) => ({
    person,
    happenedOn: '2025-03-01',
    destination: '昆明市',
    reason: 'work',
    stay: 'temporary',
    registrationMoves: false,
    ...more,
  })

  test('a registered resident away for the time being counts for half a year more, and is back as if never gone', async () => {
    const person = await register('木云飞', '1990-07-07', 'male')
    await county.act(clerk, 'resident.departure.register', departure(person, {}))
    assert.deepEqual(
      (await episodes(person)).map((each) => [each['kind'], each['ends_on']]),
      [
        ['registered', null],
        ['usual', '2025-09-01'],
      ],
    )
    assert.equal((await personRow(person))['state'], 'resident')
    const back = {
      person,
      division: VILLAGE,
      happenedOn: '2025-06-01',
      origin: '昆明市',
      reason: 'return',
      stay: 'settled',
      registrationMoves: false,
    }
    await county.act(clerk, 'resident.arrival.register', back)
    assert.deepEqual(
      (await episodes(person)).map((each) => each['ends_on']),
      [null, null],
    )
  })

  test('who leaves with the registration is gone; who comes for a while counts after half a year', async () => {
    const person = await register('木远航', '1991-07-07', 'male')
    await county.act(
      clerk,
      'resident.departure.register',
      departure(person, { stay: 'settled', registrationMoves: true }),
    )
    assert.equal((await personRow(person))['state'], 'departed')
    await assert.rejects(
      county.act(clerk, 'resident.departure.register', departure(person, { happenedOn: '2025-04-01' })),
      refusal('invalid', 'person'),
    )
    const arrival = await county.act(clerk, 'resident.arrival.register', {
      name: '李建国',
      documentNumber: nextNumber('1988-08-08', 'male'),
      division: VILLAGE,
      happenedOn: '2025-02-10',
      origin: '四川省攀枝花市',
      reason: 'work',
      stay: 'temporary',
      registrationMoves: false,
    })
    const [row] = await county.database.query<{ person: string }>('select person from resident_arrival where id = $1', [
      arrival.id,
    ])
    assert.deepEqual(
      (await episodes(row!.person)).map((each) => [each['kind'], each['starts_on']]),
      [['usual', '2025-08-10']],
    )
    await assert.rejects(
      county.act(clerk, 'resident.arrival.register', {
        person: row!.person,
        division: VILLAGE,
        happenedOn: '2025-09-01',
        origin: '昆明市',
        reason: 'work',
        stay: 'settled',
        registrationMoves: false,
      }),
      refusal('invalid', 'person'),
    )
  })

  test('a move hands the person over to another township, which then sees the file; the old place does not', async () => {
    const person = await register('木迁喜', '1985-01-05', 'female', { address: '石鼓村1组' })
    const input = {
      person,
      happenedOn: '2025-11-01',
      toDivision: FAR_VILLAGE,
      reason: 'marriage',
      registrationMoves: true,
    }
    const moved = await county.act(clerk, 'resident.move.register', input)
    const row = await personRow(person)
    assert.equal(row['division'], FAR_VILLAGE)
    assert.equal(row['address_cipher'], null)
    assert.deepEqual(
      (await episodes(person)).map((each) => [each['kind'], each['division'], each['ends_on']]),
      [
        ['registered', VILLAGE, '2025-11-01'],
        ['registered', FAR_VILLAGE, null],
        ['usual', VILLAGE, '2025-11-01'],
        ['usual', FAR_VILLAGE, null],
      ],
    )
    await assert.rejects(county.act(clerk, 'resident.household.open', { person }), refusal('not-found'))
    await county.act(actors.township('530721103'), 'resident.household.open', { person })
    await assert.rejects(
      county.act(clerk, 'resident.move.void', { reason: '办错了' }, { id: moved.id! }),
      refusal('conflict'),
    )
  })

  test('a move is voided as long as nothing has happened since', async () => {
    const person = await register('木留根', '1986-01-05', 'male', { address: '石鼓村2组' })
    const before = [await personRow(person), (await episodes(person)).length]
    const input = {
      person,
      happenedOn: '2025-11-01',
      toDivision: FAR_VILLAGE,
      reason: 'work',
      registrationMoves: false,
    }
    const moved = await county.act(clerk, 'resident.move.register', input)
    await county.act(clerk, 'resident.move.void', { reason: '办错了人' }, { id: moved.id! })
    const after = await personRow(person)
    assert.equal(after['division'], VILLAGE)
    assert.deepEqual(after['address_cipher'], (before[0] as Record<string, unknown>)['address_cipher'])
    const open = (await episodes(person)).filter((each) => each['ends_on'] === null)
    assert.deepEqual(
      open.map((each) => [each['kind'], each['division']]),
      [
        ['registered', VILLAGE],
        ['usual', VILLAGE],
      ],
    )
  })
})

describe('households', () => {
  test('members join, split off and change their head', async () => {
    const [father, son, wife] = [
      await register('杨永福', '1960-01-01', 'male'),
      await register('杨小福', '1988-01-01', 'male'),
      await register('木小芳', '1989-01-01', 'female'),
    ]
    await county.act(clerk, 'resident.household.open', { person: father })
    const household = (await personRow(father!))['household'] as string
    await county.act(clerk, 'resident.household.join', { person: son, member: father, relation: '20' })
    await county.act(clerk, 'resident.household.join', { person: wife, member: son, relation: '38' })
    await assert.rejects(
      county.act(clerk, 'resident.household.join', { person: wife, member: father, relation: '02' }),
      refusal('invalid', 'relation'),
    )
    await county.act(clerk, 'resident.household.split', {
      members: [
        { person: son, relation: '02' },
        { person: wife, relation: '10' },
      ],
    })
    const opened = (await personRow(son!))['household'] as string
    assert.notEqual(opened, household)
    const incomplete = { members: [{ person: wife, relation: '02' }] }
    await assert.rejects(county.act(clerk, 'resident.household.change-head', incomplete), refusal('invalid', 'members'))
    await county.act(clerk, 'resident.household.change-head', {
      members: [
        { person: wife, relation: '02' },
        { person: son, relation: '10' },
      ],
    })
    const [row] = await county.database.query('select number, head_name from household where id = $1', [opened])
    assert.equal(row!['head_name'], '木小芳')
    const numbers = await county.database.query<{ number: string }>(
      'select number from household where division = $1',
      [VILLAGE],
    )
    assert.equal(new Set(numbers.map((each) => each.number)).size, numbers.length)
  })

  test('nobody joins a household of another village', async () => {
    const head = await register('杨远', '1970-01-01', 'male', { division: OTHER_VILLAGE })
    await county.act(clerk, 'resident.household.open', { person: head })
    const person = await register('杨近', '1971-01-01', 'male')
    await assert.rejects(
      county.act(clerk, 'resident.household.join', { person, member: head, relation: '70' }),
      refusal('invalid', 'household'),
    )
  })
})

describe('corrections', () => {
  test('a corrected birth date reaches the residence, and a number may be added later', async () => {
    const birth = addDays(county.today, -100)
    const answer = await county.act(clerk, 'resident.birth.register', {
      name: '和改',
      sex: 'male',
      happenedOn: birth,
      motherName: '木改花',
      division: VILLAGE,
      deliveredAt: 'hospital',
    })
    const [row] = await county.database.query<{ person: string }>('select person from resident_birth where id = $1', [
      answer.id,
    ])
    const right = addDays(birth, -1)
    await county.act(clerk, 'resident.correction.correct', {
      person: row!.person,
      documentNumber: nextNumber(right, 'male'),
      evidence: '户口簿',
    })
    assert.equal((await personRow(row!.person))['birth'], right)
    assert.equal((await personRow(row!.person))['document_kind'], 'ID18')
    assert.deepEqual(
      (await episodes(row!.person)).map((each) => each['starts_on']),
      [right, right],
    )
    await assert.rejects(
      county.act(clerk, 'resident.correction.correct', { person: row!.person, evidence: '无内容' }),
      refusal('invalid', 'name'),
    )
  })
})
