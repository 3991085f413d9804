import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { asActor } from '../access/scope.ts'
import { buildHouse } from '../domain/registry.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { runAction } from './pipeline.ts'
import { recordsWithPerson } from './read.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
const records = [...house.records.values()]
const [borrower, stranger] = [personId(0), personId(1)]
let database: Database

const found = async (actor: Actor, person: string) => {
  const { division } = actor
  const kept = await asActor(database, house, actor, (connection) =>
    recordsWithPerson(connection, '530721', division, records, person),
  )
  return kept.map(({ id }) => id)
}

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database)
  const setting = { database, house, county: '530721', today: () => '2025-06-15' }
  const input = { person: borrower, umbrella: 'U001', days: 7 }
  await runAction(setting, testActor('librarian'), {
    action: 'umbrella.loan.lend',
    requestId: 'read-test-loan',
    input,
  })
})
after(() => database.close())

test('records are found that have rows of the person, in any scope that holds them', async () => {
  for (const division of ['530721', '530721001', '530721001001'])
    assert.deepEqual(await found(testActor('librarian', division), borrower), ['umbrella.loan'], division)
  assert.deepEqual(await found(testActor('librarian'), stranger), [])
  assert.deepEqual(await found(testActor('librarian'), 'no id'), [])
})

test('outside the scope there is nothing', async () => {
  assert.deepEqual(await found(testActor('librarian', '530721102'), borrower), [])
})
