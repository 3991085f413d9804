import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { openZip } from './zip-reader.ts'
import { UnreadableFile } from './unreadable-file.ts'

const LIMIT = 1_000_000

function problem(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String(error))
    return error.problem
  }
  return 'none'
}

test('reads stored and deflated parts, whatever the case and the slashes', () => {
  const bytes = zipSync({
    'xl\\Workbook.xml': [strToU8('和'.repeat(1000)), { level: 9 }],
    'a.txt': [strToU8('plain'), { level: 0 }],
  })
  const zip = openZip(bytes, LIMIT)
  assert.equal(zip.read('xl/workbook.xml')?.toString(), '和'.repeat(1000))
  assert.equal(zip.read('/A.TXT')?.toString(), 'plain')
  assert.equal(zip.read('none'), undefined)
  assert.equal(zip.has('xl/workbook.xml'), true)
})

test('an archive in the middle of a larger buffer', () => {
  const bytes = zipSync({ a: strToU8('x') })
  const larger = new Uint8Array(bytes.length + 20)
  larger.set(bytes, 10)
  assert.equal(
    openZip(larger.subarray(10, 10 + bytes.length), LIMIT)
      .read('a')
      ?.toString(),
    'x',
  )
})

test('a bomb is refused before it is expanded, and the parts share one limit', () => {
  const bomb = zipSync({ a: [new Uint8Array(5_000_000), { level: 9 }] })
  assert.equal(
    problem(() => openZip(bomb, LIMIT).read('a')),
    'too-large',
  )
  const two = openZip(zipSync({ a: new Uint8Array(600_000), b: new Uint8Array(600_000) }), LIMIT)
  two.read('a')
  assert.equal(
    problem(() => two.read('b')),
    'too-large',
  )
})

test('a bomb that lies about its size is damaged', () => {
  const bomb = Buffer.from(zipSync({ a: [new Uint8Array(5_000_000), { level: 9 }] }))
  const directory = bomb.indexOf('PK\u0001\u0002', 0, 'latin1')
  bomb.writeUInt32LE(10, directory + 24)
  assert.equal(
    problem(() => openZip(bomb, LIMIT).read('a')),
    'damaged',
  )
})

test('a changed byte, a cut end and a wrong directory are damage', () => {
  const bytes = Buffer.from(zipSync({ a: strToU8('the quick brown fox jumps over the lazy dog') }))
  const changed = Buffer.from(bytes)
  changed[45] = changed[45]! ^ 0xff
  assert.equal(
    problem(() => openZip(changed, LIMIT).read('a')),
    'damaged',
  )
  assert.equal(
    problem(() => openZip(bytes.subarray(0, bytes.length - 30), LIMIT)),
    'damaged',
  )
  const wrong = Buffer.from(bytes)
  wrong.writeUInt32LE(7, bytes.length - 6)
  assert.equal(
    problem(() => openZip(wrong, LIMIT)),
    'damaged',
  )
})

test('an encrypted part asks for the password to be removed', () => {
  const bytes = Buffer.from(zipSync({ a: strToU8('x') }))
  const directory = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
  bytes.writeUInt16LE(1, directory + 8)
  assert.equal(
    problem(() => openZip(bytes, LIMIT).read('a')),
    'password-protected',
  )
})
