import type { Vault } from '@kangheng/kernel/person/vault.ts'

const PREFIX = 'KH1'
const purpose = (card: string) => `health-card:${card}`

/**
 * What a health card's QR code says: which card it is, signed by the house (HMAC-SM3). No name, no number of the person: whoever copies
 * it learns nothing, and whoever invents one is found out. A revoked card is told by the card's record, not by the token.
 */
export function cardToken(vault: Vault, card: string): string {
  const id = Buffer.from(card.replaceAll('-', ''), 'hex').toString('base64url')
  return `${PREFIX}.${id}.${vault.sign(purpose(card))}`
}

/** The card a token was made for; undefined when the token is not one of this house or was changed. */
export function readCardToken(vault: Vault, token: string): string | undefined {
  const [prefix, id, signature, ...rest] = token.trim().split('.')
  if (prefix !== PREFIX || !id || !signature || rest.length > 0) return undefined
  const hex = Buffer.from(id, 'base64url').toString('hex')
  if (hex.length !== 32) return undefined
  const card = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return vault.verify(purpose(card), signature) ? card : undefined
}
