import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { cardToken, readCardToken } from './card-token.ts'

const vault = openVault(new Uint8Array(32).fill(5))

test('a token leads to its card and to no other', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (card, other) => {
      const token = cardToken(vault, card)
      assert.equal(readCardToken(vault, token), card)
      assert.ok(token.length < 90)
      const [prefix, , signature] = token.split('.')
      const forged = `${prefix}.${cardToken(vault, other).split('.')[1]}.${signature}`
      assert.equal(readCardToken(vault, forged), other === card ? card : undefined)
    }),
  )
})

test('anything else is no token', () => {
  const token = cardToken(vault, '01900000-0000-7000-8000-00000000abcd')
  const last = token.at(-2) === 'A' ? 'B' : 'A'
  for (const wrong of [
    '',
    'KH1',
    'KH2' + token.slice(3),
    `${token}.x`,
    token.slice(0, -2) + last + token.at(-1),
    'KH1.AAAA.BBBB',
  ]) {
    assert.equal(readCardToken(vault, wrong), undefined, wrong)
  }
  assert.equal(readCardToken(openVault(new Uint8Array(32).fill(6)), token), undefined)
})
