import { z } from 'zod'

/** Query parameters of every paged list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  cursor: z.string().max(200).optional(),
}

/** A switch in an address: `1` or `true` turns it on. */
export const yes = z
  .enum(['1', 'true', '0', 'false'])
  .optional()
  .transform((value) => value === '1' || value === 'true')

/** Parameters of a query string with a prefix: `extra.blood=A` → { blood: 'A' }. */
export function prefixed(query: Readonly<Record<string, unknown>>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query)
      .filter((entry): entry is [string, string] => entry[0].startsWith(prefix) && typeof entry[1] === 'string')
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )
}
