import { divide } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { couldPrint, point } from './precision.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'
import { findSlips } from './slips.ts'

/** How many sentences back the boys and girls may stand. */
const REACH = 3

/** 男1104人，女1034人…性别比106.8: boys to a hundred girls. */
export function checkSexRatios(summary: Summary): Outcome[] {
  return summary.nodes.flatMap((ratio, at) => {
    if (ratio.unit !== ':100' || ratio.approximate || ratio.status === 'plan') return []
    const before = summary.nodes
      .slice(Math.max(0, at - 24), at)
      .filter(
        (node) => ratio.sentence.index - node.sentence.index <= REACH && isWholeCount(node) && node.family === 'person',
      )
    const girls = before.findLast((node) => /女(?:性|孩|婴|童)?(?:共|有)?\s*$/.test(node.lead))
    const boys = before.findLast(
      (node) =>
        /男(?:性|孩|婴|童)?(?:共|有)?\s*$/.test(node.lead) && girls !== undefined && node.sentence === girls.sentence,
    )
    return boys === undefined || girls === undefined || girls.exact.n === 0n
      ? []
      : outcomeOf(ratio, boys, girls, summary)
  })
}

function fits([ratio, boys, girls]: readonly Node[]): boolean {
  return (
    ratio !== undefined &&
    boys !== undefined &&
    girls !== undefined &&
    girls.exact.n > 0n &&
    couldPrint(ratio, point(divide(boys.exact, girls.exact)))
  )
}

function outcomeOf(ratio: Node, boys: Node, girls: Node, summary: Summary): Outcome[] {
  const nodes = [ratio, boys, girls]
  const holds = fits(nodes)
  const slips = holds ? [] : findSlips(nodes, fits)
  if (!holds && slips.length === 0) return [] // the men and women may be other people
  const computed = inUnitOf(ratio, divide(boys.exact, girls.exact))
  const printed = printedText(ratio, summary)
  return [
    {
      type: 'ratio',
      basis: 'direct',
      claim: ratio,
      others: [boys, girls],
      holds,
      computed,
      formula: `${term(boys)}/${term(girls)}*100`,
      says: {
        zh: holds ? '性别比与男女人数一致。' : `男女人数之比为${computed}:100，文中写“${printed}”。`,
        en: holds
          ? 'The sex ratio agrees with the numbers of boys and girls.'
          : `Boys to girls is ${computed}:100, but the text says ${printed}.`,
      },
      slips,
    },
  ]
}
