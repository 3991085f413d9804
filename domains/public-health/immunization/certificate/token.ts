import { hash } from 'node:crypto'
import { packId, unpackId } from '@kangheng/kernel/person/packed-id.ts'
import type { Vault } from '@kangheng/kernel/person/vault.ts'

const PREFIX = 'KHV1'
const signed = (id: string, content: string) => `vaccination-certificate:${id}:${content}`

/** A dose as the certificate shows it. */
export interface CertifiedDose {
  readonly vaccine: string
  readonly on: string
  readonly lotNumber: string | null
}

/** What a certificate says in 16 characters: the same doses give the same digest whatever their order (SM3, shortened). */
export function contentDigest(doses: readonly CertifiedDose[]): string {
  const lines = doses.map(({ vaccine, on, lotNumber }) => `${on} ${vaccine} ${lotNumber ?? ''}`).sort()
  return hash('sm3', lines.join('\n'), 'buffer').subarray(0, 12).toString('base64url')
}

/**
 * What a certificate's QR code says: which certificate, and the digest of what stood on it when it was printed, signed by the house like the health card
 * (HMAC-SM3). No name, no dose: whoever copies it learns nothing.
 */
export function certificateToken(vault: Vault, id: string, digest: string): string {
  return `${PREFIX}.${packId(id)}.${digest}.${vault.sign(signed(id, digest))}`
}

/** Certificate and content of a token; undefined when the token is not one of this house or was changed. */
export function readCertificateToken(vault: Vault, token: string): { id: string; digest: string } | undefined {
  const [prefix, packed, digest, signature, ...rest] = token.trim().split('.')
  if (prefix !== PREFIX || !packed || !digest || !signature || rest.length > 0) return undefined
  const id = unpackId(packed)
  return id && vault.verify(signed(id, digest), signature) ? { id, digest } : undefined
}
