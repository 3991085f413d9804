import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { refreshDuplicates } from '@kangheng/kernel/person/duplicates.ts'
import { actors, openTestCounty, refusal, testNumber, type TestCounty } from '../../testing/county.ts'
import { listDuplicates, resident } from './index.ts'

const VILLAGE = '530721102201'
let county: TestCounty
const clerk = actors.township()

before(async () => {
  county = await openTestCounty([resident], '2025-11-20')
})
after(() => county.close())

const query = (text: string, params: unknown[] = []) => county.database.query<Record<string, unknown>>(text, params)
const personOf = async (table: string, id: string | null) =>
  (await query(`select person from ${table} where id = $1`, [id]))[0]!['person'] as string

async function newborn(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const input = {
    name,
    sex: 'male',
    happenedOn: '2025-03-04',
    motherName: '木秀英',
    division: VILLAGE,
    deliveredAt: 'hospital',
    ...more,
  }
  return personOf('resident_birth', (await county.act(clerk, 'resident.birth.register', input)).id)
}

async function numbered(name: string, sequence: number, more: Record<string, unknown> = {}): Promise<string> {
  const input = {
    name,
    documentNumber: testNumber('2025-03-04', sequence),
    division: VILLAGE,
    happenedOn: '2025-03-04',
    usual: true,
    registered: true,
    source: 'register',
    phone: '13900000001',
    ...more,
  }
  return personOf('resident_registration', (await county.act(clerk, 'resident.registration.register', input)).id)
}

/** Everything stored about two persons, without versions and times. */
async function picture(ids: readonly string[]) {
  const tables = [
    'person',
    'residence_episode',
    'person_identifier',
    'resident_birth',
    'resident_registration',
    'resident_correction',
  ]
  const rows: Record<string, unknown> = {}
  for (const table of tables) {
    const column = table === 'person' ? 'id' : 'person'
    rows[table] = await query(
      `select to_jsonb(t) - 'version' as row from ${table} t where ${column} = any($1::uuid[]) order by 1`,
      [ids],
    )
  }
  return JSON.stringify(rows)
}

test('a newborn registered again with a number is proposed; merging moves everything and counts the child once', async () => {
  const [first, second] = [await newborn('和文军'), await numbered('和文军', 801)]
  await county.act(clerk, 'resident.correction.correct', { person: first, address: '石鼓村3组', evidence: '入户' })
  const [pair] = await query(`select * from duplicate_candidate where state = 'open' and $1::uuid in (first, second)`, [
    first,
  ])
  assert.deepEqual(pair!['reasons'], ['same-name-and-birth', 'same-village', 'one-without-number'])
  assert.equal(pair!['division'], VILLAGE)
  const before = await picture([first, second])

  const merge = await county.act(clerk, 'resident.duplicate.merge', {
    kept: first,
    absorbed: second,
    reason: '出生证核对为同一人',
  })
  const [kept] = await query('select * from person where id = $1', [first])
  const [absorbed] = await query('select * from person where id = $1', [second])
  assert.equal(kept!['document_kind'], 'ID18')
  assert.notEqual(kept!['phone_cipher'], null)
  assert.equal(absorbed!['state'], 'merged')
  assert.equal(absorbed!['merged_into'], first)
  assert.equal(absorbed!['document_key'], null)
  assert.equal((await query('select 1 from resident_registration where person = $1', [first])).length, 1)
  const living = await query(
    `select person from residence_episode where kind = 'usual' and person = any($1::uuid[]) and starts_on <= '2025-06-01' and (ends_on is null or ends_on > '2025-06-01')`,
    [[first, second]],
  )
  assert.deepEqual(living, [{ person: first }])

  await county.act(clerk, 'resident.duplicate.unmerge', { reason: '核实为双胞胎' }, { id: merge.id! })
  assert.equal(await picture([first, second]), before)
  assert.equal(
    (await query(`select state from duplicate_candidate where $1::uuid in (first, second)`, [first]))[0]!['state'],
    'open',
  )
  await assert.rejects(
    county.act(clerk, 'resident.duplicate.unmerge', { reason: '再撤一次' }, { id: merge.id! }),
    refusal('conflict'),
  )
})

test('pairs are listed by likelihood, with the decision that a merge is undone by', async () => {
  const list = (state: 'open' | 'merged' | 'distinct', cursor?: string) =>
    listDuplicates(county.database, { county: county.county, place: '530721102', state, limit: 1, cursor })
  const [first, second] = [
    await newborn('和明月', { happenedOn: '2025-01-01' }),
    await numbered('和明月', 811, { documentNumber: testNumber('2025-01-01', 811), happenedOn: '2025-01-01' }),
  ]
  const open = await list('open')
  assert.equal(open.rows[0]!.score, 85)
  assert.deepEqual(open.rows[0]!.reasons[0], { zh: '姓名、出生日期相同', en: 'Same name and birth date' })
  assert.ok(open.next)
  assert.notDeepEqual((await list('open', open.next)).rows, open.rows)
  const merge = await county.act(clerk, 'resident.duplicate.merge', { kept: second, absorbed: first, reason: '同一人' })
  assert.equal((await list('merged')).rows[0]!.decision, merge.id)
})

test('what was recorded after a merge stays with the kept file when it is undone', async () => {
  const [first, second] = [
    await newborn('和丽江', { happenedOn: '2025-04-04' }),
    await numbered('和丽江', 803, { documentNumber: testNumber('2025-04-04', 803), happenedOn: '2025-04-04' }),
  ]
  const merge = await county.act(clerk, 'resident.duplicate.merge', { kept: second, absorbed: first, reason: '同一人' })
  const later = await county.act(clerk, 'resident.correction.correct', {
    person: second,
    villageGroup: '5',
    evidence: '入户',
  })
  await county.act(clerk, 'resident.duplicate.unmerge', { reason: '两个人' }, { id: merge.id! })
  assert.equal(await personOf('resident_correction', later.id), second)
  assert.equal((await query('select village_group from person where id = $1', [second]))[0]!['village_group'], '5')
  assert.equal((await query('select 1 from resident_birth where person = $1', [first])).length, 1)
})

test('a mother who is merged stays the mother', async () => {
  const mother = await personOf(
    'resident_registration',
    (
      await county.act(clerk, 'resident.registration.register', {
        name: '木桂兰',
        documentNumber: 'E12345678',
        sex: 'female',
        birth: '1995-06-06',
        division: VILLAGE,
        happenedOn: '2020-01-01',
        usual: true,
        registered: false,
        source: 'clinic',
      })
    ).id,
  )
  const again = await numbered('木桂兰', 802, {
    documentNumber: testNumber('1995-06-06', 802),
    happenedOn: '1995-06-06',
  })
  const child = await newborn('和小兰', { mother, happenedOn: '2025-05-05' })
  await county.act(clerk, 'resident.duplicate.merge', { kept: again, absorbed: mother, reason: '同一人' })
  assert.equal((await query('select mother from resident_birth where person = $1', [child]))[0]!['mother'], again)
  // Her passport still leads to her.
  assert.equal((await query(`select person from person_identifier where system = 'document'`))[0]!['person'], again)
})

test('two people with two numbers are never merged; pairs kept apart are not proposed again', async () => {
  const [one, other] = [await numbered('木春生', 805), await numbered('木春生', 807)]
  await assert.rejects(
    county.act(clerk, 'resident.duplicate.merge', { kept: one, absorbed: other, reason: '看着像' }),
    refusal('conflict', 'absorbed'),
  )
  const twin = await newborn('木春生', { motherName: '木秋英' })
  const open = () =>
    query(`select 1 from duplicate_candidate where state = 'open' and $1::uuid in (first, second)`, [twin])
  assert.equal((await open()).length, 2)
  await county.act(clerk, 'resident.duplicate.distinct', { first: twin, second: one, reason: '双胞胎' })
  await county.act(clerk, 'resident.duplicate.distinct', { first: other, second: twin, reason: '堂兄弟' })
  assert.equal((await open()).length, 0)
  await refreshDuplicates(county.database, county.county)
  assert.equal((await open()).length, 0)
})

test('a pair in two townships is the county’s to decide', async () => {
  const near = await newborn('木远山', { happenedOn: '2025-06-06' })
  const far = await personOf(
    'resident_registration',
    (
      await county.act(actors.township('530721103'), 'resident.registration.register', {
        name: '木远山',
        documentNumber: testNumber('2025-06-06', 809),
        division: '530721103201',
        happenedOn: '2025-06-06',
        usual: true,
        registered: true,
        source: 'register',
      })
    ).id,
  )
  const [pair] = await query(`select division, score from duplicate_candidate where $1::uuid in (first, second)`, [
    near,
  ])
  assert.equal(pair!['division'], '530721')
  await assert.rejects(
    county.act(clerk, 'resident.duplicate.merge', { kept: near, absorbed: far, reason: '同一人' }),
    refusal('not-found'),
  )
  await county.act(actors.bureau, 'resident.duplicate.merge', {
    kept: far,
    absorbed: near,
    reason: '随母迁居，核实为同一人',
  })
  assert.equal(
    (
      await query(`select division from residence_episode where person = $1 and kind = 'usual' and ends_on is null`, [
        far,
      ])
    ).length,
    1,
  )
})
