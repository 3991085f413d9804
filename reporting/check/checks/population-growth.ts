import { subtract } from '@kangheng/kernel/exact/rational.ts'
import { groupBy } from '../relate/parts.ts'
import type { Node, Summary } from '../relate/nodes.ts'
import { couldPrint, intervalOf } from './precision.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'
import { findSlips } from './slips.ts'

/** 出生率7.98‰，死亡率6.52‰，自然增长率1.46‰: natural growth is births less deaths. */
export function checkPopulationGrowth(summary: Summary): Outcome[] {
  const rates = summary.nodes.filter((node) => node.unit === '‰' && node.kind === 'rate' && !node.approximate)
  return [...groupBy(rates, (node) => node.sentence.index).values()].flatMap((group) => {
    const births = group.find((node) => /出生率[^，。；]{0,4}$/.test(node.lead))
    const deaths = group.find((node) => /(?<!产妇|婴儿|新生儿|儿童)死亡率[^，。；]{0,4}$/.test(node.lead))
    const growth = group.find((node) => /自然增长率[^，。；]{0,4}$/.test(node.lead))
    return births === undefined || deaths === undefined || growth === undefined
      ? []
      : [outcomeOf(births, deaths, growth, summary)]
  })
}

function fits([births, deaths, growth]: readonly Node[]): boolean {
  if (births === undefined || deaths === undefined || growth === undefined) return false
  const [up, down] = [intervalOf(births), intervalOf(deaths)]
  return couldPrint(growth, { low: subtract(up.low, down.high), high: subtract(up.high, down.low) })
}

function outcomeOf(births: Node, deaths: Node, growth: Node, summary: Summary): Outcome {
  const nodes = [births, deaths, growth]
  const holds = fits(nodes)
  const computed = inUnitOf(growth, subtract(births.exact, deaths.exact))
  const printed = printedText(growth, summary)
  return {
    type: 'sum',
    basis: 'direct',
    claim: growth,
    others: [births, deaths],
    holds,
    computed,
    formula: `${term(births)}-${term(deaths)}`,
    says: {
      zh: holds ? '自然增长率等于出生率减死亡率。' : `出生率减死亡率为${computed}‰，文中自然增长率写“${printed}”。`,
      en: holds
        ? 'Natural growth is births less deaths.'
        : `Births less deaths give ${computed}‰, but the text says ${printed}.`,
    },
    slips: holds ? [] : findSlips(nodes, fits),
  }
}
