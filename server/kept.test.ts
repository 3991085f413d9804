import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { forget, keep as keepAs, type Keeping } from './kept.ts'

const database = {} as never
const KEEPING: Keeping = { freshMilliseconds: 10_000, usableMilliseconds: 60_000, atMost: 100 }
const keep = <Value>(key: string, work: () => Promise<Value>) => keepAs(database, KEEPING, key, work)
const soon = () => new Promise((resolve) => setImmediate(resolve))

test('one answer is worked out for all who ask at once, kept for a while, then renewed behind their backs', async () => {
  mock.timers.enable({ apis: ['Date'] })
  let works = 0
  const ask = () => keep('k', async () => (works += 1))
  assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [1, 1, 1])
  assert.equal(await ask(), 1)
  mock.timers.tick(20_000)
  assert.equal(await ask(), 1) // the old answer once more …
  await soon()
  assert.equal(await ask(), 2) // … and then the new one
  mock.timers.tick(120_000)
  assert.equal(await ask(), 3)
  mock.timers.reset()
})

test('a failure is not kept, and what was done is forgotten by its beginning', async () => {
  await assert.rejects(keep('f', () => Promise.reject(new Error('no'))))
  assert.equal(await keep('f', async () => 'yes'), 'yes')
  assert.equal(await keep('tasks|530721001|x', async () => 1), 1)
  forget(database, KEEPING, 'tasks|530721001')
  assert.equal(await keep('tasks|530721001|x', async () => 2), 2)
})

test('what was forgotten while it was being worked out is not kept, and kinds do not mix', async () => {
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  let asked = 0
  const ask = () => keep('w', () => answers[asked++]!.promise)
  const before = ask()
  forget(database, KEEPING)
  const after = ask()
  answers[0]!.resolve('before the write')
  answers[1]!.resolve('after it')
  assert.deepEqual(await Promise.all([before, after]), ['before the write', 'after it'])
  assert.equal(await ask(), 'after it')
  const other: Keeping = { ...KEEPING }
  assert.equal(await keepAs(database, other, 'w', async () => 'of another kind'), 'of another kind')
})
