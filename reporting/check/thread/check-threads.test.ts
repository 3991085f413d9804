import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { checkDocument } from '../index.ts'
import { sampleDocx } from '../testing/sample-docx.ts'
import { openCheckThreads } from './check-threads.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const SENTENCE = '全年受理投诉举报21件，办结率98%；应接种52794人次，实种52386人次，接种率99.23%。\n'
const LONG = utf8(SENTENCE.repeat(4_000))

const threads = openCheckThreads()
after(() => threads.close())

test('a thread gives what the check gives, also as Word and as workbook', async () => {
  const file = new Uint8Array(await sampleDocx(SENTENCE))
  const result = await threads.check(file, 'a.docx')
  assert.deepEqual(result, await checkDocument(file, 'a.docx'))
  for (const bytes of [await threads.annotate(file, result, 'zh'), await threads.inventory(result, 'zh')])
    assert.deepEqual([...bytes.slice(0, 2)], [0x50, 0x4b])
})

test('what cannot be read is refused in the same words', async () => {
  await assert.rejects(threads.check(new Uint8Array(), 'a.txt'), (error) => {
    assert.ok(error instanceof Refusal)
    assert.match(error.text.zh, /是空的/)
    return error.kind === 'invalid' && error.field === 'file'
  })
})

test('the caller goes on while a long text is checked', async () => {
  let longest = 0
  let last = performance.now()
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const result = await threads.check(LONG, 'a.txt').finally(() => clearInterval(clock))
  assert.equal(result.findings.length > 0, true)
  const direct = performance.now()
  await checkDocument(LONG, 'a.txt')
  assert.ok(longest < (performance.now() - direct) / 2, `the caller stood still for ${longest.toFixed(0)} ms`)
})

test('a check that takes too long is stopped, and the next one runs', async () => {
  const impatient = openCheckThreads({ threads: 1, timeoutMs: 1 })
  await assert.rejects(impatient.check(LONG, 'a.txt'), /took too long/)
  await impatient.close()
  const patient = openCheckThreads({ threads: 1, longestQueue: 1 })
  const [first, second, third] = [1, 2, 3].map(() => patient.check(utf8(SENTENCE), 'a.txt'))
  await assert.rejects(third!, (error) => error instanceof Refusal && error.kind === 'unavailable')
  assert.deepEqual(await first, await second)
  await patient.close()
})

test('closing refuses what still runs', async () => {
  const closing = openCheckThreads({ threads: 1 })
  const running = assert.rejects(closing.check(LONG, 'a.txt'), Refusal)
  await closing.close()
  await running
})
