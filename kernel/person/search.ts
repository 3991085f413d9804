import { and, gte, lt, or, sql, type SQL } from 'drizzle-orm'
import { rangeOf } from '../place/code.ts'
import { personIdentifiers, persons } from './tables.ts'
import { numberedKinds } from './document.ts'
import { normaliseIdentityText, upgrade15 } from './identity-number.ts'
import { normaliseName } from './name.ts'
import type { Vault } from './vault.ts'

/** What a search text was understood as. */
export type PersonSearch =
  | { readonly kind: 'all'; readonly condition: undefined }
  | { readonly kind: 'name' | 'pinyin' | 'document'; readonly condition: SQL }
  /** Part of a number finds nobody: numbers are stored encrypted and are found whole only. */
  | { readonly kind: 'incomplete-number'; readonly condition: SQL }

/**
 * The half-open range of texts that begin with a prefix, in the byte order of collation "C" (UTF-8 orders by code point).
 * Range comparisons are leakproof, so that row-level security still uses the index; LIKE is not.
 */
export function prefixRange(prefix: string): { from: string; to: string | undefined } {
  const points = [...prefix].map((character) => character.codePointAt(0)!)
  while (points.length > 0) {
    const last = points.pop()!
    if (last === 0x10ffff) continue
    const next = last === 0xd7ff ? 0xe000 : last + 1
    return { from: prefix, to: String.fromCodePoint(...points, next) }
  }
  return { from: prefix, to: undefined }
}

function startsWith(column: typeof persons.name | typeof persons.pinyin, prefix: string): SQL {
  const { from, to } = prefixRange(prefix)
  return and(gte(column, from), to === undefined ? undefined : lt(column, to))!
}

/** Documents are found by their key; a document taken over in a merge leads to the person who has it now. */
function hasDocument(vault: Vault, county: string, number: string): SQL {
  const numbers = /^\d{15}$/.test(number) ? [number, upgrade15(number)] : [number]
  const keys = numberedKinds.flatMap((kind) => numbers.map((each) => vault.blindIndex(kind, each)))
  const list = sql`any(${sql.param(keys)}::text[])`
  // Two index look-ups that stand by themselves; a condition that refers to the outer row would be tried on every person.
  return sql`${persons.id} in (select d.id from ${persons} d where d.county = ${county} and d.document_key = ${list}
      union all select i.person from ${personIdentifiers} i where i.county = ${county} and i.system = 'document' and i.key = ${list})`
}

/**
 * Turns what a person typed into a condition on the persons table: a name or its beginning, pinyin initials, or a whole document number.
 * The condition uses equality and ranges only.
 */
export function searchPersons(vault: Vault, county: string, text: string): PersonSearch {
  const query = text.trim().replace(/\s+/g, ' ')
  if (query === '') return { kind: 'all', condition: undefined }
  if (/\p{Script=Han}|〇/u.test(query)) {
    return { kind: 'name', condition: startsWith(persons.name, normaliseName(query)) }
  }
  if (/^[a-z]{1,8}$/i.test(query)) {
    const pinyin = startsWith(persons.pinyin, query.toLowerCase())
    // A name in Latin letters is found by its spelling as well.
    return {
      kind: 'pinyin',
      condition: query.length > 3 ? or(pinyin, startsWith(persons.name, query.toUpperCase()))! : pinyin,
    }
  }
  const number = normaliseIdentityText(query)
  if (/\d{6,}/.test(number)) return { kind: 'document', condition: hasDocument(vault, county, number) }
  if (/\d/.test(number)) return { kind: 'incomplete-number', condition: sql`false` }
  return { kind: 'name', condition: startsWith(persons.name, query) }
}

/** Persons whose present residence lies within a division. */
export function livesWithin(division: string): SQL {
  const { from, to } = rangeOf(division)
  return and(gte(persons.division, from), lt(persons.division, to))!
}
