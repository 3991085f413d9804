/** A record's id in 22 characters, for tokens that must stay short enough for a QR code. */
export const packId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

/** The id that was packed; undefined when the text is none. */
export function unpackId(text: string): string | undefined {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  if (hex.length !== 32) return undefined
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
