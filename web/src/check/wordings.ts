import type { Claim } from '../api/document-types.ts'

/** One way a document names what it counts, with the numbers printed for it. */
export interface Wording {
  readonly what: string
  readonly unit: string
  readonly printed: readonly string[]
}

/** A bracket or quotation mark whose other half stands before the words. */
const LOOSE_SIGNS = /^[\s）)》”"，、：:]+|[\s（(《“"，、：:]+$|(?<!《[^》]*)》$|(?<!“[^”]*)”$/g

/** Claims under the words they are counted by; those without words cannot be remembered and are left out. */
export function wordingsOf(claims: readonly Claim[]): Wording[] {
  const found = new Map<string, { what: string; unit: string; printed: string[] }>()
  for (const { subject, unit, text } of claims) {
    const what = subject.what.replace(LOOSE_SIGNS, '')
    if (what.length < 2) continue
    const key = `${what} ${unit}`
    const known = found.get(key) ?? { what, unit, printed: [] }
    known.printed.push(text)
    found.set(key, known)
  }
  return [...found.values()]
}
