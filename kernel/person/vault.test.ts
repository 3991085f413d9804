import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openSm4 } from './sm4-cbc.ts'
import { openVault } from './vault.ts'

const secret = new Uint8Array(32).fill(7)

test('SM3 and SM4 give the vectors of the standards', () => {
  assert.equal(
    createHash('sm3').update('abc').digest('hex'),
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  // With a vector of zeros the first CBC block is the bare block function; our result starts with its own vector, so undo that.
  const [value] = openSm4(block).encrypt([block])
  const first = createDecipheriv('sm4-ecb', block, null).setAutoPadding(false)
  const opened = first.update(value!.subarray(16, 32))
  assert.deepEqual(Buffer.from(opened.map((byte, index) => byte ^ value![index]!)), block)
  const plain = createCipheriv('sm4-ecb', block, null).setAutoPadding(false).update(block)
  assert.equal(plain.toString('hex'), '681edf34d206965e86b3e94f536e4246')
})

test('the batch cipher writes exactly what sm4-cbc writes, and reads it', () => {
  const key = randomBytes(16)
  const cipher = openSm4(key)
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 12 }), (texts) => {
      const values = cipher.encrypt(texts)
      values.forEach((value, index) => {
        const reference = createCipheriv('sm4-cbc', key, value.subarray(0, 16))
        const expected = Buffer.concat([reference.update(texts[index]!), reference.final()])
        assert.deepEqual(Buffer.from(value.subarray(16)), expected)
      })
      assert.deepEqual(
        cipher.decrypt(values).map((text) => Buffer.from(text)),
        texts.map((text) => Buffer.from(text)),
      )
    }),
    { numRuns: 60 },
  )
})

test('the vault returns what it was given and never writes the same bytes twice', () => {
  const vault = openVault(secret)
  fc.assert(
    fc.property(fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 20 }), (texts) => {
      assert.deepEqual(vault.decryptAll(vault.encryptAll(texts)), texts)
    }),
    { numRuns: 60 },
  )
  const [one, other] = [vault.encrypt('110105194912310029'), vault.encrypt('110105194912310029')]
  assert.notDeepEqual(one, other)
  assert.equal(one[0], 1)
  assert.equal(one.length, 1 + 16 + 32)
})

test('search keys agree across spaces and case, differ by kind, number and secret', () => {
  const vault = openVault(secret)
  const key = vault.blindIndex('ID18', '11010519491231002X')
  assert.equal(vault.blindIndex('ID18', ' 110105 19491231 002x '), key)
  assert.notEqual(vault.blindIndex('PASSPORT', '11010519491231002X'), key)
  assert.notEqual(vault.blindIndex('ID18', '110105194912310029'), key)
  assert.notEqual(openVault(new Uint8Array(32).fill(8)).blindIndex('ID18', '11010519491231002X'), key)
  assert.equal(key.length, 43)
})

test('a search key is the HMAC-SM3 of kind and number', () => {
  const key = new Uint8Array(hkdfSync('sm3', secret, new Uint8Array(), 'kangheng/find/v1', 32))
  const vault = openVault(secret)
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{0,120}$/), (number) => {
      assert.equal(
        vault.blindIndex('ID18', number),
        createHmac('sm3', key).update(`ID18:${number}`).digest('base64url'),
      )
    }),
  )
})

test('keys for storing, finding and signing are different keys', () => {
  const vault = openVault(secret)
  assert.notEqual(vault.blindIndex('A', 'B'), vault.sign('A:B'))
  assert.notEqual(createHmac('sm3', secret).update('A:B').digest('base64url'), vault.sign('A:B'))
  assert.ok(vault.verify('card', vault.sign('card')))
  assert.ok(!vault.verify('card2', vault.sign('card')))
  assert.ok(!vault.verify('card', 'short'))
})

test('damage, another secret and a newer version are noticed', () => {
  const vault = openVault(secret)
  const value = vault.encrypt('13900000000')
  assert.throws(() => vault.decrypt(value.subarray(0, -1)), /cut off/)
  assert.throws(() => vault.decrypt(Uint8Array.from([2, ...value.subarray(1)])), /version 2/)
  assert.throws(() => openVault(new Uint8Array(16)), /at least 32 bytes/)
  const wrong = Array.from({ length: 20 }, () => vault.encrypt('13900000000'))
  const other = openVault(new Uint8Array(32).fill(9))
  assert.ok(
    wrong.filter((each) => {
      try {
        return other.decrypt(each) !== '13900000000'
      } catch {
        return true
      }
    }).length === wrong.length,
  )
})
