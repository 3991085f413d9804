import type { Village } from './village.ts'

const HEALTH_CARD = 'health-record.card'

/** The card's id that a health card's QR code names; undefined when it is no such code. Only the server can tell whether the code is genuine. */
export function cardOfToken(token: string): string | undefined {
  const [prefix, id, signature, ...rest] = token.trim().split('.')
  if (prefix !== 'KH1' || !id || !signature || rest.length > 0 || !/^[A-Za-z0-9_-]{22}$/.test(id)) return undefined
  const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/'))
  const hex = [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Whose card this is, as far as the copy on the device knows its valid cards. */
export function holderOf(village: Village, token: string): string | undefined {
  const card = cardOfToken(token)
  const row = village.rows.get(HEALTH_CARD)?.find((each) => each.id === card && each.state === 'valid')
  return row?.person ?? undefined
}
