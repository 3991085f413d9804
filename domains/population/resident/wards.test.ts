import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enterResident, openTestCounty, type TestCounty } from '../../testing/county.ts'
import { resident } from './index.ts'
import { wardsOf } from './wards.ts'

const division = '530721102201'
let county: TestCounty
let serial = 800
const enter = (birth: string) => enterResident(county, { birth, sequence: serial++, division })
const household = async (person: string, relation: string, home: string) => {
  await county.database.query('update person set household = $2, relation = $3 where id = $1', [person, home, relation])
}
const HOME = '01900000-0000-7000-8000-000000000001'

before(async () => {
  county = await openTestCounty([resident], '2025-11-20')
})
after(() => county.close())

test('head and spouse look after sons and daughters under 14; grandparents and neighbours after none', async () => {
  const [head, spouse, grandmother, uncle] = [
    await enter('1990-01-01'),
    await enter('1991-01-01'),
    await enter('1960-01-01'),
    await enter('1992-01-01'),
  ]
  const [daughter, son, grown] = [await enter('2022-02-02'), await enter('2011-11-21'), await enter('2011-11-20')]
  await household(head, '02', HOME)
  await household(spouse, '10', HOME)
  await household(grandmother, '52', HOME)
  await household(uncle, '70', HOME)
  await household(daughter, '30', HOME)
  await household(son, '20', HOME)
  await household(grown, '20', HOME)
  const of = (person: string) => wardsOf(county.database, county, person)
  for (const parent of [head, spouse]) assert.deepEqual(await of(parent), [daughter, son].sort())
  for (const other of [grandmother, uncle, son]) assert.deepEqual(await of(other), [])
  await county.database.query(`update person set state = 'departed' where id = $1`, [daughter])
  assert.deepEqual(await of(head), [son])
})

test('a mother by the registration of birth, wherever she stands in the household', async () => {
  const [mother, child] = [await enter('1995-01-01'), await enter('2024-03-03')]
  await household(mother, '38', HOME)
  await county.database.query(
    `insert into resident_birth (county, id, division, person, happened_on, state, sex, mother, mother_name, delivered_at)
     values ($1, '01900000-0000-7000-8000-000000000002', $2, $3, '2024-03-03', 'registered', 'female', $4, '测试', 'hospital')`,
    [county.county, division, child, mother],
  )
  assert.deepEqual(await wardsOf(county.database, county, mother), [child])
})
