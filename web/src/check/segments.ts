import type { Claim } from '../api/document-types.ts'

export type Segment = { kind: 'text'; text: string } | { kind: 'claim'; text: string; claim: Claim }

/** Cuts the text at its claims. Offsets count code points, so the text is walked by code point, not by UTF-16 unit. */
export function segmentsOf(text: string, claims: readonly Claim[]): Segment[] {
  const points = Array.from(text)
  const segments: Segment[] = []
  let at = 0
  for (const claim of claims.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // A claim inside another one (a range's end) is read with its outer claim.
    if (claim.start < at) continue
    if (claim.start > at) segments.push({ kind: 'text', text: points.slice(at, claim.start).join('') })
    segments.push({ kind: 'claim', text: points.slice(claim.start, claim.end).join(''), claim })
    at = claim.end
  }
  if (at < points.length) segments.push({ kind: 'text', text: points.slice(at).join('') })
  return segments
}
