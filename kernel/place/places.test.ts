import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { buildHouse } from '../domain/registry.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase } from '../testing/database.ts'
import { divisionLevel, parentDivision } from './code.ts'
import { availableCounties, readCounty } from './county-data.ts'
import { institutionPlanOf } from './data/institutions.ts'
import { ancestorsOf, childrenOf, findInstitution, findPlace, getPlace, searchPlaces } from './find.ts'
import { planInstitutions } from './institution-plan.ts'
import { institutionKinds } from './kinds.ts'
import { loadPlaces, refreshAncestors } from './load.ts'

const COUNTY = '530721'
const data = readCounty(COUNTY)

test('the county has its 16 townships and 104 villages, each with names and a place of its own on the map', () => {
  assert.deepEqual(availableCounties(), [COUNTY])
  const level = (wanted: string) => data.divisions.filter((each) => divisionLevel(each.code) === wanted)
  assert.equal(level('township').length, 16)
  assert.equal(level('village').length, 104)
  assert.equal(new Set(level('village').map((each) => `${each.x},${each.y}`)).size, 104)
  assert.equal(new Set(level('village').map((each) => each.shortName)).size, 104)
  for (const each of data.divisions) {
    assert.match(each.englishName, /^[A-Z][A-Za-z' ]+$/)
    assert.ok(each.name.startsWith(each.shortName))
  }
  assert.throws(() => readCounty('999999'), { name: 'Refusal' })
})

test('every township has a centre and every village a clinic that depends on it; beds come to about 1.2 per 1,000', () => {
  const institutions = planInstitutions(data, institutionPlanOf(data))
  const codes = new Set(institutions.map((each) => each.code))
  assert.equal(codes.size, institutions.length)
  for (const each of institutions) {
    assert.match(each.code, /^[A-Z]\d+$/)
    if (each.dependsOn) assert.ok(codes.has(each.dependsOn), each.code)
  }
  const centres = institutions.filter((each) => institutionKinds[each.kind].level === 'township')
  assert.equal(centres.length, 16)
  assert.equal(
    centres.reduce((sum, each) => sum + each.beds, 0),
    264,
  )
  const clinics = institutions.filter((each) => each.code.startsWith('V'))
  assert.equal(clinics.length, 104)
  for (const each of clinics) assert.equal(each.dependsOn, `C${parentDivision(each.division)}`)
  const kinds = new Set(institutions.map((each) => each.kind))
  assert.deepEqual([...kinds].sort(), Object.keys(institutionKinds).sort())
})

let database: Database
before(async () => {
  database = await openTestDatabase(buildHouse([]))
  await loadPlaces(database, COUNTY)
})
after(() => database.close())

const codesOf = (places: readonly { code: string }[]) => places.map((place) => place.code)

test('loading again changes nothing, and keeps what the administrator has changed', async () => {
  const [before] = await database.query('select count(*) as rows, sum(distance) as sum from place_ancestor')
  await database.query(`update institution set beds = 44 where code = 'C530721102'`)
  await loadPlaces(database, COUNTY)
  assert.deepEqual(
    (await database.query('select count(*) as rows, sum(distance) as sum from place_ancestor'))[0],
    before,
  )
  const centre = (await findInstitution(database, COUNTY, 'C530721102'))!
  assert.equal(centre.beds, 44)
  assert.deepEqual(centre.equipment.find((each) => each.kind === 'ultrasound')?.title, { zh: '彩超', en: 'Ultrasound' })
})

test('ancestors of a division are its prefixes; of a clinic its centre, its village and what is above', async () => {
  assert.deepEqual(codesOf(await ancestorsOf(database, COUNTY, '530721102201')), ['530721', '530721102'])
  assert.deepEqual(codesOf(await ancestorsOf(database, COUNTY, 'V530721102201')), [
    '530721',
    '530721102',
    '530721102201',
    'C530721102',
  ])
  assert.deepEqual(codesOf(await ancestorsOf(database, COUNTY, 'H530721006')), ['530721', 'H530721001'])
})

test('an institution that moves takes its ancestors along', async () => {
  await database.query(
    `update institution set depends_on = 'C530721103', division = '530721103201' where code = 'V530721102211'`,
  )
  await refreshAncestors(database, COUNTY)
  assert.deepEqual(codesOf(await ancestorsOf(database, COUNTY, 'V530721102211')), [
    '530721',
    '530721103',
    '530721103201',
    'C530721103',
  ])
})

test('places are found by code, by what is above them and by name', async () => {
  assert.equal((await getPlace(database, COUNTY, '530721102')).name, '石鼓镇')
  assert.equal((await getPlace(database, COUNTY, 'C530721103')).name, '玉龙县巨甸镇中心卫生院')
  assert.equal(await findPlace(database, COUNTY, '530721999'), undefined)
  await assert.rejects(getPlace(database, COUNTY, 'C999'), { kind: 'not-found' })
  assert.equal((await childrenOf(database, COUNTY, COUNTY)).length, 16)
  assert.equal(
    (await childrenOf(database, COUNTY, '530721208')).every((place) => place.leaf),
    true,
  )
  assert.equal((await childrenOf(database, COUNTY, 'C530721208', 'institution')).length, 4)
  assert.deepEqual(codesOf(await childrenOf(database, COUNTY, '530721102', 'institution')), ['C530721102'])
  const search = (text: string, under = COUNTY) => searchPlaces(database, COUNTY, { under, text })
  assert.deepEqual(codesOf(await search('石鼓')).slice(0, 2), ['530721102', '530721102201'])
  assert.deepEqual(codesOf(await search('Wutai')).slice(0, 1), ['530721001004'])
  assert.deepEqual(await search('石鼓', '530721104'), [])
  assert.deepEqual(codesOf(await search('5307212'))[0], '530721203')
})
