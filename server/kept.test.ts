import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { forget, keep } from './kept.ts'

const database = {} as never
const soon = () => new Promise((resolve) => setImmediate(resolve))

test('one answer is worked out for all who ask at once, kept for a while, then renewed behind their backs', async () => {
  mock.timers.enable({ apis: ['Date'] })
  let works = 0
  const ask = () => keep(database, 'k', async () => (works += 1))
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
  await assert.rejects(keep(database, 'f', () => Promise.reject(new Error('no'))))
  assert.equal(await keep(database, 'f', async () => 'yes'), 'yes')
  assert.equal(await keep(database, 'tasks|530721001|x', async () => 1), 1)
  forget(database, 'tasks|530721001')
  assert.equal(await keep(database, 'tasks|530721001|x', async () => 2), 2)
})
