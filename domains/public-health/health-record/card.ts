import { toString as qrToString } from 'qrcode'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import { cardToken, readCardToken } from './card-token.ts'

/** A valid card as its holder carries it. */
export interface CardFace {
  readonly id: string
  readonly number: string
  readonly issuedOn: string
  readonly token: string
  /** The QR code as an SVG document. */
  readonly qrSvg: string
}

/** The QR code of a token; error correction M, so that a scratched print still reads. */
export function qrOf(token: string): Promise<string> {
  return qrToString(token, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
}

/** The valid card of a person, within what the reader may see; undefined when there is none. */
export async function findCard(connection: Connection, county: string, person: string): Promise<CardFace | undefined> {
  const [card] = await connection.query<{ id: string; number: string; issuedOn: string }>(
    `select id, number, happened_on as "issuedOn" from health_card where county = $1 and person = $2 and state = 'valid' and voided_at is null`,
    [county, person],
  )
  if (!card) return undefined
  const token = cardToken(getVault(), card.id)
  return { ...card, token, qrSvg: await qrOf(token) }
}

/** What reading a QR code found. */
export type CardReading =
  | { readonly kind: 'holder'; readonly card: string; readonly person: string }
  | { readonly kind: 'revoked'; readonly card: string }
  /** Not a token of this house, or a card outside of what the reader may see. */
  | { readonly kind: 'unknown' }

/** Finds the holder of a scanned card across institutions, within what the reader may see. */
export async function readCard(connection: Connection, county: string, token: string): Promise<CardReading> {
  const card = readCardToken(getVault(), token)
  if (!card) return { kind: 'unknown' }
  const [row] = await connection.query<{ person: string; state: string }>(
    `select person, state from health_card where county = $1 and id = $2 and voided_at is null`,
    [county, card],
  )
  if (!row) return { kind: 'unknown' }
  return row.state === 'valid' ? { kind: 'holder', card, person: row.person } : { kind: 'revoked', card }
}
