import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, openTestCounty, testNumber, type TestCounty } from '../../../testing/county.ts'
import { resident } from '../index.ts'
import { qualityChecks } from './checks.ts'
import { evaluateQuality, listQualityErrors, scoreOf } from './report.ts'

const VILLAGE = '530721102201'
let county: TestCounty
let sequence = 800
const people: Record<string, string> = {}

async function person(
  name: string,
  birth: string,
  sex: 'male' | 'female',
  more: Record<string, unknown> = {},
): Promise<void> {
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
    ethnic: '27',
    villageGroup: '3',
    ...more,
  }
  const { id } = await county.act(actors.bureau, 'resident.registration.register', input)
  people[name] = (
    await county.database.query<{ person: string }>('select person from resident_registration where id = $1', [id])
  )[0]!.person
}

before(async () => {
  county = await openTestCounty([resident], '2025-11-20')
  await person('木户主', '1960-01-01', 'male')
  await county.act(actors.bureau, 'resident.household.open', { person: people['木户主'] })
  const join = async (name: string, relation: string) =>
    county.act(actors.bureau, 'resident.household.join', {
      person: people[name],
      member: people['木户主'],
      relation,
    })
  await person('木妻', '1962-01-01', 'female')
  await join('木妻', '10')
  await person('木大儿', '1970-01-01', 'male')
  await join('木大儿', '20')
  await person('木儿媳', '1988-01-01', 'male')
  await join('木儿媳', '38')
  await person('木单身', '1985-01-01', 'male', { phone: '', ethnic: undefined, villageGroup: '' })
  await person('木无号', '2015-01-01', 'female', { documentNumber: '', sex: 'female', birth: '2015-01-01' })
  await person('木老寿', '1910-01-01', 'female')
})
after(() => county.close())

const kinds = async (kind: string) => {
  const page = await listQualityErrors(county.database, {
    county: '530721',
    place: '530721102',
    today: county.today,
    kind,
    limit: 50,
  })
  return page.rows.map((row) => row.name).sort()
}

test('each check finds who it is about', async () => {
  assert.deepEqual(await kinds('no-number'), ['木无号'])
  assert.deepEqual(await kinds('missing-phone'), ['木单身'])
  assert.deepEqual(await kinds('missing-ethnic'), ['木单身'])
  assert.deepEqual(await kinds('missing-address'), ['木单身'])
  assert.deepEqual(await kinds('no-household'), ['木单身', '木无号', '木老寿'])
  assert.deepEqual(await kinds('implausible-age'), ['木老寿'])
  assert.deepEqual(await kinds('impossible-relation'), ['木儿媳', '木大儿'])
  assert.deepEqual(await kinds('household-without-head'), [])
  await county.act(actors.bureau, 'resident.death.register', {
    person: people['木户主'],
    happenedOn: '2025-11-01',
    place: 'home',
  })
  assert.deepEqual(await kinds('household-without-head'), ['木妻'])
  await person('木无号', '2015-01-01', 'female')
  assert.equal((await kinds('open-duplicate')).length, 2)
})

test('the score of a place falls with its faults; a place nobody lives in has none', async () => {
  const { places, errors } = await evaluateQuality(county.database, {
    county: '530721',
    place: '530721102',
    today: county.today,
  })
  assert.equal(places.length, 11)
  const village = places.find((place) => place.code === VILLAGE)!
  assert.equal(village.residents, 7)
  assert.equal(
    village.errors,
    errors.reduce((sum, each) => sum + each.count, 0),
  )
  assert.equal(
    village.score,
    scoreOf(
      7,
      errors.map((each) => each.count),
    ),
  )
  assert.ok(village.score! < 100 && village.score! > 50)
  assert.equal(places.find((place) => place.code !== VILLAGE)!.score, null)
  const whole = await evaluateQuality(county.database, { county: '530721', place: '530721', today: county.today })
  assert.equal(whole.places.find((place) => place.code === '530721102')!.score, village.score)
})

test('another township sees nothing of it', async () => {
  const seen = await asActor(county.database, county.house, actors.township('530721103'), (connection) =>
    evaluateQuality(connection, { county: '530721', place: '530721', today: county.today }),
  )
  assert.equal(
    seen.errors.reduce((sum, each) => sum + each.count, 0),
    0,
  )
  assert.ok(seen.places.every((place) => place.residents === 0))
})

test('pages of a list neither repeat nor leave out anybody', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listQualityErrors(county.database, {
      county: '530721',
      place: '530721',
      today: county.today,
      kind: 'no-household',
      limit: 1,
      cursor,
    })
    seen.push(...page.rows.map((row) => row.person))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(seen.length, (await kinds('no-household')).length)
})

test('points add up to 100 and the score stays within 0 and 100', () => {
  assert.equal(
    qualityChecks.reduce((sum, check) => sum + check.points, 0),
    100,
  )
  assert.equal(scoreOf(0, []), null)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.array(fc.nat(800), { minLength: 9, maxLength: 9 }),
      (residents, errors) => {
        const score = scoreOf(residents, errors)!
        assert.ok(score >= 0 && score <= 100)
      },
    ),
  )
})
