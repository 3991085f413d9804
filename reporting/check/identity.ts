import { sm3 } from '@kangheng/kernel/record/journal.ts'
import type { CheckResult, Claim, Finding } from './types.ts'

/** A finding with the name by which a decision about it is kept, and the sentence it is about. */
export type KnownFinding = Finding & { key: string; sentence: string }

const SENTENCE_END = new Set('。！？!?\n')
const REACH = 160
const KEY_LENGTH = 32

/** The text by which an uploaded document is known again, whatever its file is called and however it was saved. */
export const documentDigest = (text: string): string => sm3(text)

/** The sentence around a claim, at most 160 signs to either side; a table cell is led by what its heads say. */
export function sentenceOf(points: readonly string[], claim: Claim): string {
  let [start, end] = [claim.start, claim.end]
  while (start > 0 && claim.start - start < REACH && !SENTENCE_END.has(points[start - 1]!)) start--
  while (end < points.length && end - claim.end < REACH && !SENTENCE_END.has(points[end]!)) end++
  const sign = points[end]
  const sentence = points.slice(start, end).join('').trim()
  const { what } = claim.subject
  if (sentence === claim.text && what !== '' && what !== sentence) return `${what}：${sentence}`
  return sign !== undefined && sign !== '\n' && SENTENCE_END.has(sign) ? sentence + sign : sentence
}

/**
 * Names every finding by what it says: kind, claim, sentence and the other numbers involved. The name survives changes elsewhere
 * in the document; when one of its own numbers changes it is another finding, and has to be decided anew.
 */
export function identifyFindings(text: string, result: Pick<CheckResult, 'claims' | 'findings'>): KnownFinding[] {
  if (result.findings.length === 0) return []
  const points = Array.from(text)
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const seen = new Map<string, number>()
  return result.findings.flatMap((finding): KnownFinding[] => {
    const claim = claims.get(finding.claim)
    if (claim === undefined) return []
    const sentence = sentenceOf(points, claim)
    const others = finding.others.map((id) => claims.get(id)?.text ?? '')
    const name = [finding.type, claim.text, sentence, ...others].join('\n')
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return [{ ...finding, sentence, key: sm3(`${name}\n${before}`).slice(0, KEY_LENGTH) }]
  })
}
