import { refuse } from '../text/refusal.ts'

/** Where a page ended, as a text that fits into an address. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

const DATE_ID = /^(\d{4}-\d{2}-\d{2})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads a cursor of `date|uuid`, or of another pattern with a group for each part. @throws Refusal when it is none. */
export function readCursor(cursor: string, pattern = DATE_ID): readonly string[] {
  const match = pattern.exec(Buffer.from(cursor, 'base64url').toString())
  if (!match)
    return refuse('cursor', {
      zh: '翻页标记无效，请回到第一页',
      en: 'The page mark is invalid; go back to the first page',
    })
  return match.slice(1)
}
