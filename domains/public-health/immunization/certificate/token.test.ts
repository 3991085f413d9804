import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { certificateToken, contentDigest, readCertificateToken } from './token.ts'

const vault = openVault(new Uint8Array(32).fill(5))
const dose = (vaccine: string, on: string, lotNumber: string | null = 'L1') => ({ vaccine, on, lotNumber })

test('a token leads to its certificate and content; a changed part is found out', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (id, other) => {
      const digest = contentDigest([dose('BCG', '2025-01-02')])
      const token = certificateToken(vault, id, digest)
      assert.deepEqual(readCertificateToken(vault, token), { id, digest })
      assert.ok(token.length < 100)
      const parts = token.split('.')
      const forged = [parts[0], certificateToken(vault, other, digest).split('.')[1], ...parts.slice(2)].join('.')
      assert.equal(readCertificateToken(vault, forged)?.id, other === id ? id : undefined)
      const changed = [parts[0], parts[1], contentDigest([]), parts[3]].join('.')
      assert.equal(readCertificateToken(vault, changed), undefined)
    }),
  )
  for (const wrong of ['', 'KHV1.a.b', 'KH1.a.b.c', 'KHV1.AAAA.b.c'])
    assert.equal(readCertificateToken(vault, wrong), undefined)
})

test('the digest follows the doses, not their order', () => {
  const [one, two] = [dose('BCG', '2025-01-02'), dose('HepB', '2025-01-01')]
  assert.equal(contentDigest([one, two]), contentDigest([two, one]))
  for (const other of [[one], [one, dose('HepB', '2025-01-03')], [one, dose('HepB', '2025-01-01', 'L2')]])
    assert.notEqual(contentDigest(other), contentDigest([one, two]))
})
