import { checkText } from '../check-text.ts'
import type { CheckResult, Claim, Finding } from '../types.ts'
import { type FigureLabel, type LabelledText, matchLabels } from './labels.ts'

/** One changed digit and what became of it. `harmless`: the labelled relation still holds, so nothing is wrong. */
export type Mutation = { label: FigureLabel; from: string; to: string; outcome: 'caught' | 'missed' | 'harmless' }

/** Numbers from a seed, the same on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Changes one digit of each claim whose label has a direct check that holds, `rounds` times, and checks the text again. */
export function mutate(labelled: LabelledText, rounds: number, random: () => number): Mutation[] {
  const { text, labels } = labelled
  const points = [...text]
  const untouched = checkText(text)
  const known = new Set(untouched.findings.map((finding) => keyOf(untouched, finding)))
  const matched = matchLabels(labels, untouched.claims)
  const mutations: Mutation[] = []
  for (const label of labels) {
    const claim = matched.get(label)
    if (label.check === null || label.check.basis !== 'direct' || !label.check.holds || claim === undefined) continue
    for (let round = 0; round < rounds; round++) {
      const to = changeOneDigit(claim.text, random)
      if (to === null) break
      if (stillHolds(label, to)) {
        mutations.push({ label, from: claim.text, to, outcome: 'harmless' })
        continue
      }
      const changed = [...points.slice(0, claim.start), to, ...points.slice(claim.end)].join('')
      const result = checkText(changed)
      const fresh = result.findings.some(
        (finding) =>
          finding.basis === 'direct' && !known.has(keyOf(result, finding)) && touches(result, finding, claim),
      )
      mutations.push({ label, from: claim.text, to, outcome: fresh ? 'caught' : 'missed' })
    }
  }
  return mutations
}

function changeOneDigit(text: string, random: () => number): string | null {
  const places = [...text.matchAll(/\d/g)].map((match) => match.index)
  const at = places[Math.floor(random() * places.length)]
  if (at === undefined) return null
  for (;;) {
    const digit = String(Math.floor(random() * 10))
    const leading = at === places[0] && places.length > 1 && digit === '0'
    if (digit !== text[at] && !leading) return text.slice(0, at) + digit + text.slice(at + 1)
  }
}

const claimsById = (result: CheckResult): Map<string, Claim> => new Map(result.claims.map((claim) => [claim.id, claim]))

function keyOf(result: CheckResult, finding: Finding): string {
  const claim = claimsById(result).get(finding.claim)
  return [finding.type, claim?.start, claim?.text, finding.computed].join('|')
}

/** The finding is about the changed claim or names it among the others. */
function touches(result: CheckResult, finding: Finding, changed: Claim): boolean {
  const claims = claimsById(result)
  return [finding.claim, ...finding.others].some(
    (id) => Math.abs((claims.get(id)?.start ?? -1000) - changed.start) <= 80,
  )
}

/** Whether the labelled relation comes out with the changed number as well: a bound kept, another possible rate. */
function stillHolds(label: FigureLabel, changed: string): boolean {
  const value = Number(/[\d.]+/.exec(changed)?.[0] ?? Number.NaN)
  const formula = label.check?.formula ?? ''
  if (label.check?.type === 'feasible') {
    const base = Number(/k\/(\d+)/.exec(formula)?.[1] ?? 0)
    const decimals = /\.(\d+)/.exec(changed)?.[1]?.length ?? 0
    return Array.from({ length: base + 1 }, (_, k) => ((k / base) * 100).toFixed(decimals)).some(
      (rate) => Number(rate) === value,
    )
  }
  if (label.check?.type !== 'bound') return false
  const scaled = label.unit.startsWith('万') ? value * 10_000 : value
  const old = String(label.unit.startsWith('万') ? (label.value ?? 0) * 10_000 : label.value)
  const terms = formula.split(/(<=|>=|<|>)/).map((term) => term.trim())
  const numbers = terms.map((term) => (Number(term) === Number(old) ? scaled : Number(term)))
  return terms.every((sign, at) => {
    const [left, right] = [numbers[at - 1] ?? 0, numbers[at + 1] ?? 0]
    if (sign === '<') return left < right
    if (sign === '<=') return left <= right
    if (sign === '>') return left > right
    return sign === '>=' ? left >= right : true
  })
}
