import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inBackground, openTurns } from './turns.ts'

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

test('everybody has it alone, in the order in which they asked', async () => {
  const take = openTurns()
  const seen: string[] = []
  const work = (name: string, milliseconds: number) => async () => {
    seen.push(`${name} begins`)
    await sleep(milliseconds)
    seen.push(`${name} ends`)
  }
  await Promise.all([take(work('one', 20)), take(work('two', 1)), take(work('three', 1))])
  assert.deepEqual(seen, ['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
})

test('work that fails does not stop those behind it', async () => {
  const take = openTurns()
  const failing = take(async () => {
    throw new Error('no')
  })
  const next = take(async () => 'done')
  await assert.rejects(failing, /no/)
  assert.equal(await next, 'done')
})

test('the background lets those go first who ask one thing after another, and ends all the same', async () => {
  const take = openTurns()
  const seen: string[] = []
  await take(async () => {})
  const behind = inBackground(() => take(async () => void seen.push('background')))
  for (const name of ['one', 'two', 'three']) {
    await take(async () => {
      await sleep(20)
      seen.push(name)
    })
    await sleep(5)
  }
  await behind
  assert.deepEqual(seen, ['one', 'two', 'three', 'background'])
})

test('the background does not wait for ever in a busy house', async () => {
  const take = openTurns()
  let busy = true
  const other = (async () => {
    while (busy) await take(() => sleep(5))
  })()
  assert.equal(await inBackground(() => take(async () => 'done')), 'done')
  busy = false
  await other
})
