import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOurs, linesOf, Unreachable } from './transport.ts'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const found = []
  for await (const line of linesOf(chunks)) found.push(line)
  return found
}

test('lines come whole however they were cut', async () => {
  assert.deepEqual(await collect(pieces('村', '医\n随', '访\n', '\n一\n二\n')), ['村医', '随访', '', '一', '二'])
  assert.deepEqual(await collect(pieces()), [])
  const bytes = new TextEncoder().encode('和文军\n')
  async function* split() {
    for (const byte of bytes) yield new Uint8Array([byte])
  }
  assert.deepEqual(await collect(split()), ['和文军'])
})

test('a line that ends with the connection is none', async () => {
  await assert.rejects(collect(pieces('一\n二')), Unreachable)
  async function* broken() {
    yield new TextEncoder().encode('一\n')
    throw new TypeError('network error')
  }
  await assert.rejects(collect(broken()), Unreachable)
})

test('an answer that is not this server’s is no answer', () => {
  const reply = (status: number, body: unknown) => isOurs({ status, body, serverAt: null })
  assert.ok(reply(200, { record: 'x' }))
  assert.ok(reply(422, { type: 'urn:kangheng:invalid' }))
  assert.ok(!reply(200, 'Welcome to our free network'))
  assert.ok(!reply(404, { error: 'proxy' }))
  assert.ok(!reply(200, null))
})
