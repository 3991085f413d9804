import { refuse } from '../text/refusal.ts'

/** Where a page ended, as a text that fits into an address. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

/** Reads a cursor of `date|uuid`. @throws Refusal when it is none. */
export function readCursor(cursor: string): readonly [string, string] {
  const match = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (!match)
    return refuse('cursor', {
      zh: '翻页标记无效，请回到第一页',
      en: 'The page mark is invalid; go back to the first page',
    })
  return [match[1]!, match[2]!]
}
