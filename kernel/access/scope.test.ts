import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '../domain/registry.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { asActor } from './scope.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
let database: Database

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database, 8)
  await database.query(
    `insert into person (county, id, division, name, pinyin, sex, birth, document_kind) values ('530722', $1, '530722100201', '邻县', 'lx', 'male', '1970-01-01', 'NONE')`,
    [personId(99)],
  )
})
after(() => database?.close())

const namesSeen = (role: string, division: string, more = {}) =>
  asActor(database, house, testActor(role, division, more), async (connection) =>
    (await connection.query<{ name: string }>('select name from person')).map((row) => row.name),
  )

test('a county, a township, a village and a resident each see what is theirs, and no other county', async () => {
  assert.equal((await namesSeen('librarian', '530721')).length, 8)
  assert.equal((await namesSeen('librarian', '530721001')).length, 4)
  assert.equal((await namesSeen('librarian', '530721001001')).length, 2)
  assert.deepEqual(await namesSeen('librarian', '530722'), ['邻县'])
  assert.deepEqual(await namesSeen('librarian', '530721', { person: personId(3) }), ['测试3'])
  assert.deepEqual(await namesSeen('visitor', '530721'), [])
})

test('a county cannot write into a place beyond it', async () => {
  const write = (division: string) =>
    asActor(database, house, testActor('librarian', '530721'), (connection) =>
      connection.query(`update person set division = $2 where id = $1`, [personId(1), division]),
    )
  await assert.rejects(write('530722100201'), /row-level security/)
  await write('530721001001')
})

test('the planner reads a county by its equality and a village by its index', async () => {
  await database.query('analyze person')
  const plan = (division: string) =>
    asActor(database, house, testActor('librarian', division), async (connection) =>
      (await connection.queryArrays(`explain select 1 from person`)).flat().join('\n'),
    )
  assert.doesNotMatch(await plan('530721'), /division/)
  assert.match(await plan('530721001001'), /division >= /)
})
