import { packId, unpackId } from '@kangheng/kernel/person/packed-id.ts'
import type { Vault } from '@kangheng/kernel/person/vault.ts'

const PREFIX = 'KH1'
const purpose = (card: string) => `health-card:${card}`

/**
 * What a health card's QR code says: which card it is, signed by the house (HMAC-SM3). No name, no number of the person: whoever copies
 * it learns nothing, and whoever invents one is found out. A revoked card is told by the card's record, not by the token.
 */
export function cardToken(vault: Vault, card: string): string {
  return `${PREFIX}.${packId(card)}.${vault.sign(purpose(card))}`
}

/** The card a token was made for; undefined when the token is not one of this house or was changed. */
export function readCardToken(vault: Vault, token: string): string | undefined {
  const [prefix, id, signature, ...rest] = token.trim().split('.')
  if (prefix !== PREFIX || !id || !signature || rest.length > 0) return undefined
  const card = unpackId(id)
  return card && vault.verify(purpose(card), signature) ? card : undefined
}
