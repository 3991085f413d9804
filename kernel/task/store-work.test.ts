import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '../access/actor.ts'
import { asActor } from '../access/scope.ts'
import { buildHouse } from '../domain/registry.ts'
import { runAction } from '../record/pipeline.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import type { TaskDefinition } from './define-task.ts'
import { listTasks } from './read.ts'
import { keptTasks, storeWork } from './store-work.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
const tasks = [...house.tasks.values()]
const county = '530721'
const today = '2025-06-15'
const TOWNSHIP = '530721001'
let database: Database
let request = 0

const act = (action: string, input: unknown, id?: string) =>
  runAction({ database, house, county, today: () => today }, testActor('librarian'), {
    action,
    requestId: `work-${String((request += 1)).padStart(6, '0')}`,
    input,
    ...(id ? { id } : {}),
  })
const lend = async (person: number, umbrella: string) =>
  (await act('umbrella.loan.lend', { person: personId(person), umbrella, days: 7 })).id!

/** Persons with open work as an actor reads it, and which kinds of it are kept. */
const readAs = (actor: Actor) =>
  asActor(database, house, actor, async (connection) => {
    const kept = await keptTasks(connection, { county, today }, tasks)
    const page = await listTasks(connection, { county, today, kept }, tasks, { unmasked: true })
    return { kept: [...kept], persons: page.rows.map(({ person }) => person).sort() }
  })
const rowsKept = () => database.query<{ person: string }>('select person from open_work order by person')

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database)
})
after(() => database.close())

test('while nothing is kept, work is derived, and writes keep none', async () => {
  const loan = await lend(0, 'U100')
  assert.deepEqual(await readAs(testActor('librarian')), { kept: [], persons: [personId(0)] })
  assert.deepEqual(await rowsKept(), [])
  await act('umbrella.loan.give-back', { on: today }, loan)
})

test('what is kept follows the writes of persons, in the transaction that writes', async () => {
  await lend(0, 'U101')
  await storeWork(database, { county, today }, tasks)
  const second = await lend(1, 'U102')
  assert.deepEqual(await readAs(testActor('librarian')), {
    kept: ['umbrella.remind'],
    persons: [personId(0), personId(1)].sort(),
  })
  await act('umbrella.loan.give-back', { on: today }, second)
  assert.deepEqual((await readAs(testActor('librarian'))).persons, [personId(0)])
  await assert.rejects(lend(0, 'U101'))
  assert.deepEqual(await rowsKept(), [{ person: personId(0) }])
})

test('kept work is seen by who sees the record, within the own scope', async () => {
  const [{ division }] = (await database.query<{ division: string }>('select division from open_work')) as [
    { division: string },
  ]
  assert.deepEqual((await readAs(testActor('librarian', division))).persons, [personId(0)])
  const elsewhere = division.startsWith(TOWNSHIP) ? '530721102' : TOWNSHIP
  assert.deepEqual((await readAs(testActor('librarian', elsewhere))).persons, [])
  const seen = await asActor(database, house, testActor('visitor'), (connection) =>
    connection.query('select * from open_work'),
  )
  const may = house.roles.get('visitor')!.sees.has('umbrella.loan')
  assert.equal(seen.length, may ? 1 : 0)
  await assert.rejects(
    asActor(database, house, testActor('librarian'), (connection) => connection.query('delete from open_work')),
    /permission denied/,
  )
})

test('what is kept is good for the statement it was derived by: another day or another edition of the kind is derived', async () => {
  const [remind] = tasks as [TaskDefinition]
  const daily: TaskDefinition = {
    ...remind,
    query: (setting) => sql`select * from (${remind.query(setting)}) q where due_on > ${setting.today}::date - 30`,
  }
  const kept = (task: TaskDefinition, day: string) => keptTasks(database, { county, today: day }, [task])
  assert.deepEqual([...(await kept(remind, '2025-06-16'))], [remind.id], 'a kind that does not look at the day')
  assert.deepEqual([...(await kept(daily, today))], [])
  await storeWork(database, { county, today }, [daily])
  assert.deepEqual([...(await kept(daily, today))], [daily.id])
  assert.deepEqual([...(await kept(daily, '2025-06-16'))], [])
  await storeWork(database, { county, today }, tasks)
})

test('deriving all anew puts right what was kept wrongly, and forgets kinds that are no more', async () => {
  await database.query(`update open_work set due_on = '2020-01-01', division = '530721999999'`)
  await database.query(
    `insert into open_work (county, task, id, record, division, due_on) values ($1, 'umbrella.gone', $2, 'umbrella.loan', $1, $3),
      ($1, 'umbrella.remind', $2, 'umbrella.loan', $1, $3)`,
    [county, personId(7), today],
  )
  await storeWork(database, { county, today }, tasks)
  assert.deepEqual((await readAs(testActor('librarian'))).persons, [personId(0)])
  assert.equal((await rowsKept()).length, 1)
})

test('rows that a restrictive policy hides are never kept, and those kept before are forgotten', async () => {
  await storeWork(database, { county, today }, tasks)
  assert.equal((await rowsKept()).length, 1)
  await database.execute(
    `create policy hides on umbrella_loan as restrictive for select to kangheng_app, kangheng_county using (false)`,
  )
  await storeWork(database, { county, today }, tasks)
  assert.deepEqual(await rowsKept(), [])
  assert.deepEqual(await readAs(testActor('librarian')), { kept: [], persons: [] })
  await database.execute('drop policy hides on umbrella_loan')
})
