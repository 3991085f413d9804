import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { migrate, readMigrations } from './migrate.ts'
import { openPglite } from './pglite.ts'

test('settings of an installation that had one county are kept as those of this county', async () => {
  const database = await openPglite()
  try {
    const all = readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url)))
    const before = all.filter(({ name }) => name < '0030')
    await migrate(database, before, [])
    await database.execute(
      `insert into setting (key, value) values ('county', '"530721"'), ('firstMonth', '"2025-01"')`,
    )
    await migrate(database, all, [])
    assert.deepEqual(await database.query('select county, key, value from setting order by key'), [
      { county: '530721', key: 'county', value: '530721' },
      { county: '530721', key: 'firstMonth', value: '2025-01' },
    ])
  } finally {
    await database.close()
  }
})
