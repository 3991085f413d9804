import assert from 'node:assert/strict'
import { test } from 'node:test'
import encode from 'qr'
import decode from 'qr/decode.js'
import type { RecordRow } from '../api/types.ts'
import { cardOfToken, holderOf } from './card.ts'
import type { Village } from './village.ts'

const CARD = '019a2b3c-4d5e-7f60-8123-456789abcdef'
const TOKEN = `KH1.${Buffer.from(CARD.replaceAll('-', ''), 'hex').toString('base64url')}.c2lnbmF0dXJl`

test('the card is read from the code; what is no code of the house is none', () => {
  assert.equal(cardOfToken(TOKEN), CARD)
  assert.equal(cardOfToken(` ${TOKEN}\n`), CARD)
  for (const other of ['', 'https://example.org', 'KH1.short.x', `KH2.${TOKEN.slice(4)}`, `${TOKEN}.more`])
    assert.equal(cardOfToken(other), undefined, other)
})

test('its holder is found among the valid cards of the copy', () => {
  const village = (state: string) =>
    ({ rows: new Map([['health-record.card', [{ id: CARD, state, person: 'p' } as RecordRow]]]) }) as unknown as Village
  assert.equal(holderOf(village('valid'), TOKEN), 'p')
  assert.equal(holderOf(village('revoked'), TOKEN), undefined)
})

test('the library reads a card’s picture', () => {
  const scale = 6
  const dots = encode(TOKEN, 'raw', { ecc: 'medium', border: 4 })
  const [width, height] = [dots[0]!.length * scale, dots.length * scale]
  const data = new Uint8ClampedArray(width * height * 4).map((_, index) => {
    const [x, y] = [(index >> 2) % width, Math.floor((index >> 2) / width)]
    return index % 4 === 3 || !dots[Math.floor(y / scale)]![Math.floor(x / scale)] ? 255 : 0
  })
  assert.equal(decode({ width, height, data }), TOKEN)
})
