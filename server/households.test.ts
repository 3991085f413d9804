import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { loadSmallCounty, personId } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'

const HOUSEHOLD = '01900000-0000-7000-9000-000000000001'
const VILLAGE = '530721001001'
const house = buildHouse([umbrellaLibrary], [librarian, visitor])
let server: TestServer
let village: Client
/** The head, a member who borrowed, and one who has moved to another village of the county but is still written here. */
const [head, borrower, elsewhere] = [personId(0), personId(4), personId(1)]

before(async () => {
  server = await openTestServer(house)
  const { database } = server.setting
  await loadSmallCounty(database)
  await database.query(
    `insert into household (county, id, division, number, head_name) values ('530721', $1, $2, '00007', '测试0')`,
    [HOUSEHOLD, VILLAGE],
  )
  for (const [person, relation] of [
    [borrower, '10'],
    [head, '02'],
    [elsewhere, '20'],
  ])
    await database.query(`update person set household = $1, relation = $2 where id = $3`, [HOUSEHOLD, relation, person])
  village = await server.signedIn({ role: 'librarian', division: VILLAGE })
  const lent = await village.post('/api/actions/umbrella.loan.lend', {
    requestId: 'household-lend',
    input: { person: borrower, umbrella: 'U900', days: 7 },
  })
  assert.equal(lent.statusCode, 200, lent.body)
})
after(() => server.close())

interface View {
  number: string
  members: { person: { id: string; document?: string }; sections: { record: string; rows: { person: string }[] }[] }[]
  work: { person: string; task: string }[]
}
const read = async (client: Client) => (await client.get(`/api/households/${HOUSEHOLD}`)).json<View>()

test('a household: members in sight, the head first, what was done for each, and what is due for all', async () => {
  const { number, members, work } = await read(village)
  assert.equal(number, '00007')
  assert.deepEqual(
    members.map(({ person }) => person.id),
    [head, borrower],
  )
  assert.deepEqual(
    members.map(({ sections }) => sections.flatMap(({ rows }) => rows.map(({ person }) => person))),
    [[], [borrower]],
  )
  assert.deepEqual(
    work.map(({ person }) => person),
    [borrower],
  )
  assert.ok(members.every(({ person }) => !('document' in person)))
})

test('opening it is noted once in the file of each member who was shown, and in nobody else’s', async () => {
  await read(village)
  const noted = await server.setting.database.query<{ person: string }>(
    `select person from reading_log where what = 'household' order by person`,
  )
  assert.deepEqual(
    noted.map(({ person }) => person),
    [head, borrower],
  )
})

test('another village finds no such household', async () => {
  const other = await server.signedIn({ role: 'librarian', division: '530721102201' })
  assert.equal((await other.get(`/api/households/${HOUSEHOLD}`)).statusCode, 404)
})
