import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openQueue } from './queue.ts'

test('items come out in order, and the producer waits when it is too far ahead', async () => {
  const queue = openQueue<number>(10)
  let pushed = 0
  const producing = (async () => {
    for (let number = 0; number < 8; number += 1) {
      await queue.push(number, 4)
      pushed = number + 1
    }
  })()
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(pushed, 2)
  for (let number = 0; number < 8; number += 1) assert.equal(await queue.take(), number)
  await producing
  assert.equal(pushed, 8)
})

test('a producer’s failure reaches the consumer after what was made before', async () => {
  const queue = openQueue<string>(10)
  await queue.push('made', 1)
  queue.fail(new Error('no more'))
  assert.equal(await queue.take(), 'made')
  await assert.rejects(queue.take(), /no more/)
})
