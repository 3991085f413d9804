import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { writeSetting } from '@kangheng/kernel/access/settings.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { whyNotAdded } from '@kangheng/kernel/indicator/adds-up.ts'
import { loadCity } from '@kangheng/kernel/place/city.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase } from '@kangheng/kernel/testing/database.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { cityWatch, gatherCity } from './city.ts'
import { house } from './house.ts'
import { extraPolicies } from './policies.ts'
import { matrixRequests } from './testing/matrix-requests.ts'
import { send, textOf } from './testing/permission-matrix.ts'
import { openTestServer, TODAY, type TestServer } from './testing/server.ts'
import { fillTwoCounties, type TwoTownships } from './testing/two-townships.ts'

const CITY = '5307'

describe('a city of two counties', () => {
  let database: Database
  let city: TestServer
  let world: TwoTownships

  before(async () => {
    database = await openTestDatabase(house, extraPolicies)
    city = await openTestServer(house, { county: CITY, on: database })
    world = await fillTwoCounties(database, house)
    const counties = [world.own.county, world.other.county]
    for (const county of counties) await writeSetting(database, county, 'county', county)
    await loadCity(database, { code: CITY, name: '丽江市', englishName: 'Lijiang' }, counties)
    const computation = await city.setting.computation()
    for (const county of counties) await buildFigures(database, { ...computation, county })
    await gatherCity(city.setting)
  })
  after(async () => {
    await city.close()
    await database.close()
  })

  test('gives accounts to the level above and the administrator only, for the whole city', async () => {
    for (const { id, ...role } of roles.filter((each) => !each.rights.some((right) => right === 'see-own-person'))) {
      const attempt = city.signedIn({ role: id, division: CITY })
      if ('aboveCounties' in role) await attempt
      else await assert.rejects(attempt, /A city has accounts/)
    }
    await assert.rejects(city.signedIn({ role: 'upper-level', division: '530721' }), /A city has accounts/)
  })

  test('offers nothing that is done in a county', async () => {
    const reader = await city.signedIn({ role: 'upper-level', division: CITY, username: 'menu' })
    const { account } = (await reader.get('/api/session')).json()
    assert.deepEqual(account.rights, ['see-figures', 'export'])
    const { domains } = (await reader.get('/api/house')).json()
    assert.ok(domains.length > 10)
    for (const { indicators, records, actions, tasks } of domains)
      assert.deepEqual([indicators.length > 0, records, actions, tasks], [true, [], [], []])
  })

  test('shows its counties in their ranks, and says why what does not add up is missing', async () => {
    const reader = await city.signedIn({ role: 'upper-level', division: CITY, username: 'above' })
    const month = TODAY.slice(0, 7)
    const cockpit = (await reader.get(`/api/cockpit?period=${month}`)).json()
    assert.deepEqual(cockpit.ranking.map((each: { place: string }) => each.place).sort(), ['530721', '530722'])
    const distinct = [...house.indicators.values()].find((each) => each.kind !== 'derived' && whyNotAdded(each))!
    const answer = await reader.get(`/api/figures/${distinct.id}/${CITY}/${month}-ytd`, { 'accept-language': 'en' })
    assert.equal(answer.statusCode, 404)
    assert.match(answer.json().detail, /two counties may know the same person|entered total/)
    const county = await reader.get(`/api/figures/${distinct.id}/530722/${month}-ytd`)
    assert.equal(county.statusCode, 200, county.body)
  })

  test('shows nothing of any person, row or account of its counties, whatever is asked', async () => {
    const routes = city.app.declaredRoutes.filter(({ method }) => !['HEAD', 'OPTIONS'].includes(method))
    const before = await database.query('select count(*) as rows, sum(hashtext(p::text)) as state from person p')
    const entries = () =>
      database.query<{ rows: number }>('select count(*) as rows from journal where county = any($1::text[])', [
        ['530721', '530722'],
      ])
    const told = await entries()
    // The names of the other county's people and things carry its mark; those of the first are looked for by their ids.
    const ids = [world.own.person, world.own.report, world.own.importJob, ...world.own.records.values()]
    for (const role of ['upper-level', 'administrator']) {
      const client = await city.signedIn({ role, division: CITY, username: `matrix-${role}` })
      const faults: string[] = []
      for (const { method, url } of routes)
        for (const township of ['other', 'own'] as const)
          for (const request of matrixRequests[`${method} ${url}`]!(world[township], house).slice(0, 200)) {
            if (request.skip || url === '/api/setup') continue
            const answer = await send(client, method, request)
            // What is asked for by its id may come back in a refusal or an empty answer's address.
            const said = textOf(answer)
            const secrets = township === 'other' ? world.secrets : ids
            const leaked =
              answer.statusCode < 400 && secrets.find((each) => said.includes(each) && !request.url.includes(each))
            if ((answer.statusCode >= 500 && answer.statusCode !== 503) || leaked)
              faults.push(
                `${role} ${method} ${request.url} → ${answer.statusCode} ${String(leaked)}: ${said.slice(0, 300)}`,
              )
          }
      assert.deepEqual(faults, [])
    }
    assert.deepEqual(
      await database.query('select count(*) as rows, sum(hashtext(p::text)) as state from person p'),
      before,
    )
    assert.deepEqual(await entries(), told)
  })

  test('gathers again what has changed in a county, and then only', async () => {
    const watch = cityWatch(city.setting)
    const indicator = [...house.indicators.values()].find((each) => each.kind === 'quantity' && !whyNotAdded(each))!
    const at = () =>
      database.query(
        'select value, computed_at from figure where county = $1 and place = $1 and indicator = $2 order by period',
        [CITY, indicator.id],
      )
    await watch()
    const first = await at()
    await database.query(`update figure set value = '12345' where county = $1 and indicator = $2 and place = $1`, [
      CITY,
      indicator.id,
    ])
    await watch()
    assert.ok(
      (await at()).every((row) => Number(row['value']) === 12345),
      'nothing had changed',
    )
    await database.query(
      `update figure set computed_at = now() where county = '530722' and indicator = $1 and place = county`,
      [indicator.id],
    )
    await watch()
    assert.deepEqual(
      (await at()).map((row) => row['value']),
      first.map((row) => row['value']),
    )
  })
})
