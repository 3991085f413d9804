import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { getTableName } from 'drizzle-orm'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openTestDatabase } from '@kangheng/kernel/testing/database.ts'
import { domains } from '@kangheng/domains/index.ts'
import { communicableDiseasePolicies } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { familyDoctorPolicies } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { demoCounty, loadLargeDemo } from '../index.ts'
import { planLayers, scaleOf, seedOf, serialIn } from '../layer.ts'
import { takeStage, type Source } from '../load.ts'
import { stagesIn } from '../stages.ts'
import { startLayerThread } from './layer-threads.ts'
import type { ToldTable } from './layer-worker.ts'

const SEED = 7
const RESIDENTS = 3601
const MOST = 1201
const LAYERS = 3
const house = buildHouse(domains, roles)
const secret = new Uint8Array(32).fill(42)
const county = demoCounty.code
const counted = async (database: Database, text: string) =>
  Number((await database.query<{ count: number }>(text))[0]!.count)

/** Tables with ciphertexts: equal texts give different bytes every time. */
const SEALED = 'person'

async function load(): Promise<{ database: Database; digests: Map<string, string> }> {
  const database = await openTestDatabase(house, [familyDoctorPolicies, communicableDiseasePolicies])
  await loadPlaces(database, county)
  const plan = { residents: RESIDENTS, seed: SEED, secret, most: MOST }
  await loadLargeDemo({ database, house, county }, plan, () => {})
  const told = await database.query<{ request_id: string; changes: { table: string; after: { digest: string } }[] }>(
    `select request_id, changes from journal where action = 'demo.load'`,
  )
  const digests = new Map(
    told.flatMap(({ request_id, changes }) =>
      changes.map(({ table, after: { digest } }) => [`${request_id} ${table}`, digest] as const),
    ),
  )
  return { database, digests }
}

describe('layers', () => {
  test('share out the residents, give no number and no seed twice', () => {
    const layers = planLayers(1_000_003)
    assert.equal(
      layers.reduce((sum, { residents }) => sum + residents, 0),
      1_000_003,
    )
    assert.ok(layers.every(({ layer, residents }) => residents <= layer.largest && layer.largest <= 100_000))
    assert.equal(new Set(layers.map(({ layer }) => seedOf(1, layer))).size, layers.length)
    assert.deepEqual(
      layers.slice(0, 2).map(({ layer }) => serialIn(layer, 5)),
      [5, 1_000_005],
    )
  })
})

describe('a county of three layers', () => {
  let first: Awaited<ReturnType<typeof load>>
  before(async () => {
    setVault(openVault(secret))
    first = await load()
  })
  after(() => first.database.close())

  test('has its residents in the villages of one county, and nothing twice', async () => {
    const { database } = first
    const living = `residence_episode where kind = 'usual' and starts_on <= '2025-12-31' and ends_on is null`
    assert.equal(await counted(database, `select count(*) from ${living}`), RESIDENTS)
    const unique: [string, string][] = [
      ['person', 'document_key'],
      ['household', `division || number`],
      ['health_record', 'number'],
      ['health_card', 'number'],
      ['death_certificate', 'number'],
      ['poverty_household', 'number'],
    ]
    for (const [table, column] of unique)
      assert.equal(
        await counted(database, `select count(${column}) - count(distinct ${column}) as count from ${table}`),
        0,
        table,
      )
    const indexes = await counted(database, `select count(*) from pg_indexes where tablename = 'person'`)
    assert.ok(indexes >= 7)
  })

  test('has once what exists once, and contracts of all layers with it', async () => {
    const { database } = first
    assert.equal(await counted(database, 'select count(*) from family_doctor_team'), 89)
    const strange = `select count(*) from family_doctor_contract c where not exists (select 1 from family_doctor_team t where t.id = c.team)
      or not exists (select 1 from family_doctor_member m where m.id = c.doctor) or not exists (select 1 from person p where p.id = c.person)`
    assert.equal(await counted(database, strange), 0)
    const seeds = await counted(database, 'select count(distinct right(id::text, 8)) from family_doctor_contract')
    assert.equal(seeds, LAYERS)
    for (const table of [
      'immunization_equipment',
      'obstetric_permit',
      'tcm_capability',
      'healthy_places_grid_place',
      'section_work_meeting',
    ])
      assert.equal(
        await counted(database, `select count(distinct right(id::text, 8)) as count from ${table}`),
        1,
        table,
      )
  })

  test('figures are computed of all layers', async () => {
    const indicators = ['resident.usual-population', 'family-doctor.coverage'].map((id) => house.indicators.get(id)!)
    await buildFigures(first.database, { county, indicators, horizon: horizonOf('2025-12', demoCounty.today) })
    const figures = await first.database.query<{ indicator: string; value: string; numerator: string }>(
      `select indicator, value, numerator from figure where place = $1 and period = '2025-12' order by indicator`,
      [county],
    )
    assert.equal(Number(figures[1]!.value), RESIDENTS)
    assert.ok(Math.abs(Number(figures[0]!.value) - 48.39) < 0.1, figures[0]!.value)
  })

  test('the same plan makes the same rows', async () => {
    const { layer, residents } = planLayers(RESIDENTS, MOST)[LAYERS - 1]!
    const layers = [{ layer, scale: scaleOf(residents) }]
    const thread = startLayerThread({ county, seed: SEED, secret, layers, ahead: 1 << 20 })
    const digests = new Map<string, string>()
    for (const { id } of stagesIn(layer)) {
      for (const { name } of await takeStage(thread as Source<ToldTable>)) {
        let made = await thread.take()
        while (made.kind === 'chunk') made = await thread.take()
        if (made.kind === 'table-end') digests.set(`demo-${id}-${layer.index} ${name}`, made.digest)
      }
    }
    await thread.stop()
    const last = [...first.digests].filter(([key]) => digests.has(key))
    assert.ok(last.length > 60)
    for (const [key, digest] of last) if (!key.endsWith(` ${SEALED}`)) assert.equal(digests.get(key), digest, key)
  })

  test('every table of the layers is declared', async () => {
    const names = new Set([...first.digests.keys()].map((key) => key.split(' ')[1]!))
    const declared = new Set([...house.records.values()].map((record) => getTableName(record.table)))
    const kernel = ['person', 'household', 'residence_episode', 'target', 'aggregate_value']
    assert.deepEqual(
      [...names].filter((name) => !declared.has(name) && !kernel.includes(name)),
      [],
    )
  })
})
