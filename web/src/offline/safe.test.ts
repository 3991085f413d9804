import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSafe, eraseCopy, pinFault, PINS, recover, safeState, unlock } from './safe.ts'
import { sealedStore } from './sealed-store.ts'
import { memoryStore } from './testing.ts'

const PIN = '730518'

test('a PIN has six digits or more and is no row of them', () => {
  const cases: [string, ReturnType<typeof pinFault>][] = [
    ['12345', 'short'],
    ['12345a', 'short'],
    ['111111', 'simple'],
    ['123456', 'simple'],
    ['876543', 'simple'],
    ['135790', undefined],
    [PIN, undefined],
  ]
  for (const [pin, fault] of cases) assert.equal(pinFault(pin), fault, pin)
})

test('what is sealed says nothing without the key, and cannot be put in another’s place', async () => {
  const store = memoryStore()
  const key = await createSafe(store, PIN, 'recovery')
  const sealed = sealedStore(store, key)
  await sealed.write({ 'pack/people/00': { name: '和文军' }, 'outbox/1': { name: '木春花' } })
  const raw = JSON.stringify(await store.entries('')) + String(await store.get('pack/people/00'))
  assert.ok(!raw.includes('文军'))
  await store.write({ 'outbox/1': await store.get('pack/people/00') })
  await assert.rejects(sealed.get('outbox/1'))
  assert.deepEqual(await sealed.get('pack/people/00'), { name: '和文军' })
})

test('the right PIN opens; five wrong ones erase the copy and keep what waits, which the recovery key opens', async () => {
  const store = memoryStore()
  const sealed = sealedStore(store, await createSafe(store, PIN, 'recovery'))
  await sealed.write({ 'pack/head': 1, 'pack/people/00': 2, 'outbox/1': { systolic: 150 } })
  assert.equal((await unlock(store, '000001')).kind, 'wrong')
  const opened = await unlock(store, PIN)
  assert.ok(opened.kind === 'open' && (await sealedStore(store, opened.key).get('outbox/1')))
  for (let left = PINS - 1; left > 0; left -= 1)
    assert.deepEqual(await unlock(store, '000001'), { kind: 'wrong', left })
  assert.equal((await unlock(store, '000001')).kind, 'erased')
  assert.equal(await safeState(store), 'erased')
  assert.equal((await unlock(store, PIN)).kind, 'erased', 'the right PIN comes too late')
  assert.deepEqual(
    (await store.entries('')).map(([name]) => name),
    ['outbox/1', 'safe'],
  )
  await assert.rejects(recover(store, 'somebody else’s', '808080'))
  const key = await recover(store, 'recovery', '808080')
  assert.deepEqual(await sealedStore(store, key).get('outbox/1'), { systolic: 150 })
  assert.equal((await unlock(store, '808080')).kind, 'open')
})

test('an attempt is counted before it is tried: ending the program does not give it back', async () => {
  let armed = false
  const store = memoryStore(() => (armed ? 'after' : undefined))
  await createSafe(store, PIN, 'recovery')
  for (let attempt = 0; attempt < PINS - 1; attempt += 1) {
    armed = true
    await assert.rejects(unlock(store, '000001'))
    armed = false
  }
  assert.equal((await unlock(store, '000001')).kind, 'erased')
})

test('erasing by hand keeps what waits as well', async () => {
  const store = memoryStore()
  const sealed = sealedStore(store, await createSafe(store, PIN, 'recovery'))
  await sealed.write({ 'pack/head': 1, 'outbox/1': 1 })
  await eraseCopy(store)
  assert.deepEqual(
    (await store.entries('')).map(([name]) => name),
    ['outbox/1', 'safe'],
  )
})
