import type { Node, Summary } from '../relate/nodes.ts'
import type { Check } from '../types.ts'
import { checkBounds } from './bounds.ts'
import { checkChanges } from './changes.ts'
import { checkCross } from './cross.ts'
import { checkFeasibility } from './feasible.ts'
import { checkImplied } from './implied.ts'
import { checkListCounts } from './list-counts.ts'
import { checkMagnitudes } from './magnitude.ts'
import { checkPopulationGrowth } from './population-growth.ts'
import { checkProducts } from './products.ts'
import { checkRatios } from './ratios.ts'
import { type Outcome, report } from './report.ts'
import { checkSamePopulation } from './same-population.ts'
import { checkSexRatios } from './sex-ratio.ts'
import { checkSums } from './sums.ts'
import { checkTables, isTableNode } from './tables.ts'
import { checkTimeProgress } from './time-progress.ts'
import { checkWeightedGrowth } from './weighted-growth.ts'

/** Makes every check that one summary allows; those that hold are reported too. */
export function checkSummary(whole: Summary): Check[] {
  if (whole.nodes.length === 0) return []
  const tabled = checkTables(whole)
  // numbers in tables relate by row and column, not by the sentence
  const summary = whole.nodes.some(isTableNode)
    ? { ...whole, nodes: whole.nodes.filter((node) => !isTableNode(node)).map((node, index) => ({ ...node, index })) }
    : whole
  const ratios = checkRatios(summary)
  const settled = claimsOf(ratios)
  const feasible = checkFeasibility(summary, settled)
  const direct = [
    ...tabled,
    ...ratios,
    ...checkSums(summary),
    ...checkProducts(summary),
    ...checkPopulationGrowth(summary),
    ...checkSamePopulation(summary),
    ...checkSexRatios(summary),
    ...checkListCounts(summary),
    ...checkBounds(summary),
    ...checkChanges(summary),
    ...checkTimeProgress(summary),
    ...checkWeightedGrowth(summary),
    ...feasible,
    ...checkCross(summary),
  ]
  const implied = [...checkImplied(summary, new Set([...settled, ...claimsOf(feasible)])), ...checkMagnitudes(summary)]
  return withoutRepeats([...direct, ...implied]).map((outcome) => report(outcome, summary))
}

const claimsOf = (outcomes: readonly Outcome[]): Set<Node> => new Set(outcomes.map((outcome) => outcome.claim))

/** Two ways of reading may find the same relation; the one that holds is believed. */
function withoutRepeats(outcomes: readonly Outcome[]): Outcome[] {
  const seen = new Map<string, Outcome>()
  for (const outcome of outcomes) {
    const key = `${outcome.type}|${outcome.basis}|${outcome.claim.id}`
    const known = seen.get(key)
    if (known === undefined || (!known.holds && outcome.holds)) seen.set(key, outcome)
  }
  return [...seen.values()]
}
