import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildHouse } from '../domain/registry.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import type { Database } from '../store/connection.ts'
import { Refusal } from '../text/refusal.ts'
import { asActor } from '../access/scope.ts'
import { sealJournal, verifyJournal } from './journal.ts'
import { runAction, type ActionHouse, type ActionRequest } from './pipeline.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
let database: Database
let setting: ActionHouse
const clerk = testActor('librarian')
const villageClerk = testActor('librarian', '530721001001')
let requests = 0
const request = (action: string, input: unknown, more: Partial<ActionRequest> = {}): ActionRequest => ({
  action: `umbrella.loan.${action}`,
  requestId: `request-${(requests += 1)}-x`,
  input,
  ...more,
})
const refusal = (kind: string, field?: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind && (field === undefined || error.field === field)

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database)
  setting = { database, house, county: '530721', today: () => '2025-06-15' }
})
after(() => database.close())

describe('actions', () => {
  test('an action writes state, journal and stale marks in one transaction', async () => {
    const answer = await runAction(setting, clerk, request('lend', { person: personId(0), umbrella: 'U001', days: 7 }))
    const [row] = await database.query('select * from umbrella_loan where id = $1', [answer.id])
    assert.equal(row!['division'], '530721001001')
    assert.equal(row!['due_on'], '2025-06-22')
    assert.equal(row!['state'], 'lent')
    const [entry] = await database.query('select * from journal where record_id = $1', [answer.id])
    assert.equal(entry!['action'], 'umbrella.loan.lend')
    const marks = await database.query('select place, from_month from stale_mark')
    assert.ok(marks.some((mark) => mark['place'] === '530721001001' && mark['from_month'] === '2025-06'))
  })

  test('a replayed request gets the first answer and writes nothing', async () => {
    const first = request('lend', { person: personId(1), umbrella: 'U002', days: 3 })
    const one = await runAction(setting, clerk, first)
    const two = await runAction(setting, clerk, first)
    assert.equal(two.id, one.id)
    assert.equal(two.replayed, true)
    const rows = await database.query(`select 1 from umbrella_loan where umbrella = 'U002'`)
    assert.equal(rows.length, 1)
  })

  test('two copies of one request at the same time write once', async () => {
    const twice = request('lend', { person: personId(2), umbrella: 'U003', days: 3 })
    const [one, two] = await Promise.all([runAction(setting, clerk, twice), runAction(setting, clerk, twice)])
    assert.equal(one.id, two.id)
  })

  test('a request id used for something else is refused', async () => {
    const used = request('lend', { person: personId(3), umbrella: 'U004', days: 3 })
    await runAction(setting, clerk, used)
    await assert.rejects(
      runAction(setting, clerk, { ...used, input: { person: personId(3), umbrella: 'U005', days: 3 } }),
      refusal('conflict', 'requestId'),
    )
  })

  test('a refusal of a rule names the field and leaves nothing behind', async () => {
    const journalBefore = await database.query('select count(*) as entries from journal')
    await assert.rejects(
      runAction(setting, clerk, request('lend', { person: personId(4), umbrella: 'U001', days: 7 })),
      refusal('invalid', 'umbrella'),
    )
    await assert.rejects(
      runAction(setting, clerk, request('lend', { person: personId(4), umbrella: 'X', days: 99 })),
      refusal('invalid', 'umbrella'),
    )
    assert.deepEqual(await database.query('select count(*) as entries from journal'), journalBefore)
  })

  test('a date after today is refused', async () => {
    const late = request('lend', { person: personId(5), umbrella: 'U006', days: 2, happenedOn: '2025-06-16' })
    await assert.rejects(runAction(setting, clerk, late), refusal('invalid', 'happenedOn'))
  })

  test('an old version is answered with the current state', async () => {
    const { id } = await runAction(setting, clerk, request('lend', { person: personId(6), umbrella: 'U007', days: 2 }))
    const back = await runAction(setting, clerk, request('give-back', {}, { id: id!, version: 1 }))
    assert.equal(back.version, 2)
    await assert.rejects(
      runAction(setting, clerk, request('report-lost', {}, { id: id!, version: 1 })),
      refusal('conflict'),
    )
    await assert.rejects(
      runAction(setting, clerk, request('report-lost', {}, { id: id!, version: 2 })),
      refusal('conflict'),
    )
  })
})

describe('scope', () => {
  test('a role without the grant is refused', async () => {
    await assert.rejects(runAction(setting, testActor('visitor'), request('lend', {})), refusal('forbidden'))
  })

  test('a village role cannot write for, find or count another village', async () => {
    const lend = request('lend', { person: personId(7), umbrella: 'U020', days: 1 }) // person 7 lives in 530721102202
    await assert.rejects(runAction(setting, villageClerk, lend), refusal('invalid', 'person'))
    const rows = await asActor(database, house, villageClerk, (connection) =>
      connection.query('select division from umbrella_loan'),
    )
    assert.ok(rows.length > 0 && rows.every((row) => row['division'] === '530721001001'))
    const all = await asActor(database, house, clerk, (connection) =>
      connection.query('select division from umbrella_loan'),
    )
    assert.ok(all.length > rows.length)
  })

  test('the application role can neither change nor delete the journal', async () => {
    const tamper = (statement: string) => asActor(database, house, clerk, (connection) => connection.query(statement))
    await assert.rejects(tamper(`update journal set role = 'x'`), /permission denied/)
    await assert.rejects(tamper('delete from journal'), /permission denied/)
    await assert.rejects(tamper('delete from umbrella_loan'), /permission denied/)
    await assert.rejects(tamper('select * from account'), /permission denied/)
  })
})

describe('journal', () => {
  /** On a server shared with other databases, their running transactions hold back what may be sealed. */
  async function sealAll(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      await sealJournal(database, '530721')
      if ((await verifyJournal(database, '530721')).unsealed === 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.fail('The journal could not be sealed')
  }

  test('sealed ranges verify, and any later change of an entry is found', async () => {
    await sealAll()
    assert.equal(await sealJournal(database, '530721'), 0)
    await runAction(setting, clerk, request('lend', { person: personId(8), umbrella: 'U030', days: 2 }))
    await sealAll()
    const verdict = await verifyJournal(database, '530721')
    assert.equal(verdict.ok, true)
    assert.ok(verdict.seals >= 2)
    const [victim] = await database.query<{ seq: number }>('select seq from journal order by seq limit 1')
    await database.query(`update journal set input = '{"umbrella":"U999"}' where seq = $1`, [victim!.seq])
    const tampered = await verifyJournal(database, '530721')
    assert.deepEqual(tampered.problem, { kind: 'changed', seal: 1, seq: victim!.seq })
    await database.query('delete from journal where seq = $1', [victim!.seq])
    assert.equal((await verifyJournal(database, '530721')).problem?.kind, 'missing-or-added')
  })
})
