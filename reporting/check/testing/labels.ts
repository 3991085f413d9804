import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckResult, Claim, Finding } from '../types.ts'

/** A labelled quantity of a published summary. `quote` is an exact substring at `offset` that holds the number. */
export type FigureLabel = {
  id: string
  seed: string
  offset: number
  quote: string
  value: number | null
  value_max: number | null
  unit: string
  kind: string
  status: string
  approximate: boolean
  chinese_numeral: boolean
  check: { type: string; basis: string; formula: string; holds: boolean } | null
}

/** A labelled figure that is truly inconsistent. */
export type InconsistencyLabel = {
  figure_id: string
  seed: string
  basis: 'direct' | 'implied'
  type: string
  explanation: string
}
export type LabelledText = { name: string; text: string; labels: FigureLabel[]; inconsistencies: InconsistencyLabel[] }

/** Texts with labels in a folder; null when the folder is not there. */
export function readLabelledTexts(folder: string): LabelledText[] | null {
  const file = (name: string) => readFileSync(join(folder, name), 'utf8')
  if (!existsSync(join(folder, 'figures.json'))) return null
  const labels = JSON.parse(file('figures.json')) as FigureLabel[]
  const inconsistencies = JSON.parse(file('inconsistencies.json')) as InconsistencyLabel[]
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      name,
      text: file(name),
      labels: labels.filter((label) => label.seed === name),
      inconsistencies: inconsistencies.filter((item) => item.seed === name),
    }))
}

/** The claim that a label means: same value inside its quote, same unit preferred, each claim preferably once. */
export function matchLabels(labels: readonly FigureLabel[], claims: readonly Claim[]): Map<FigureLabel, Claim> {
  const matched = new Map<FigureLabel, Claim>()
  const used = new Set<Claim>()
  for (const label of labels) {
    if (label.value === null) continue
    const end = label.offset + [...label.quote].length
    const inside = claims.filter(
      (claim) => claim.start >= label.offset && claim.end <= end && Math.abs(claim.value - (label.value ?? 0)) < 1e-9,
    )
    const best =
      inside.find((claim) => claim.unit === label.unit && !used.has(claim)) ??
      inside.find((claim) => claim.unit === label.unit) ??
      inside.find((claim) => !used.has(claim)) ??
      inside[0]
    if (best === undefined) continue
    matched.set(label, best)
    used.add(best)
  }
  return matched
}

export type LabelScore = {
  labels: number
  found: number
  claims: number
  matchedClaims: number
  coveredClaims: number
  unit: number
  kind: number
  status: number
  approximate: number
  checks: number
  checksFound: number
  direct: number
  directFound: number
  implied: number
  impliedFound: number
  falseContradictions: number
  falseUnstated: number
  characters: number
}

/** Scores one result against the labels of its text. */
export function scoreAgainst({ text, labels, inconsistencies }: LabelledText, result: CheckResult): LabelScore {
  const usable = labels.filter((label) => label.value !== null)
  const matched = matchLabels(usable, result.claims)
  const pairs = [...matched]
  const used = new Set(matched.values())
  const covered = result.claims.filter(
    (claim) =>
      used.has(claim) ||
      labels.some((label) => claim.start >= label.offset && claim.end <= label.offset + [...label.quote].length),
  )
  const checked = usable.filter((label) => label.check !== null)
  const checksFound = checked.filter((label) => {
    const claim = matched.get(label)
    return (
      claim !== undefined &&
      result.checks.some(
        (check) => check.holds === label.check?.holds && (check.claim === claim.id || check.others.includes(claim.id)),
      )
    )
  })
  const byId = new Map(labels.map((label) => [label.id, label]))
  const hit = (item: InconsistencyLabel): Finding | undefined => {
    const label = byId.get(item.figure_id)
    const claim = label === undefined ? undefined : matched.get(label)
    return claim === undefined
      ? undefined
      : result.findings.find(
          (finding) => finding.claim === claim.id && (item.basis === 'implied' || finding.basis === 'direct'),
        )
  }
  const found = inconsistencies.map((item) => ({ item, finding: hit(item) }))
  const explained = new Set(found.flatMap(({ finding }) => finding ?? []))
  const isBasis = (basis: string) => inconsistencies.filter((item) => item.basis === basis).length
  const isFound = (basis: string) =>
    found.filter(({ item, finding }) => item.basis === basis && finding !== undefined).length
  return {
    labels: usable.length,
    found: pairs.length,
    claims: result.claims.length,
    matchedClaims: used.size,
    coveredClaims: covered.length,
    unit: pairs.filter(([label, claim]) => label.unit === claim.unit).length,
    kind: pairs.filter(([label, claim]) => label.kind === claim.kind).length,
    status: pairs.filter(([label, claim]) => (label.status === 'actual') === (claim.status === 'actual')).length,
    approximate: pairs.filter(([label, claim]) => label.approximate === claim.approximate).length,
    checks: checked.length,
    checksFound: checksFound.length,
    direct: isBasis('direct'),
    directFound: isFound('direct'),
    implied: isBasis('implied'),
    impliedFound: isFound('implied'),
    falseContradictions: result.findings.filter((finding) => finding.basis === 'direct' && !explained.has(finding))
      .length,
    falseUnstated: result.findings.filter((finding) => finding.basis === 'implied' && !explained.has(finding)).length,
    characters: [...text].length,
  }
}

export function addScores(scores: readonly LabelScore[]): LabelScore {
  const [first, ...rest] = scores
  if (first === undefined) throw new RangeError('There is no score to add up.')
  const total = { ...first }
  for (const score of rest) for (const key of Object.keys(total) as (keyof LabelScore)[]) total[key] += score[key]
  return total
}
