import { compare, type Rational } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { groupBy } from '../relate/parts.ts'
import { nameOfRate, poolOf } from '../relate/pairs.ts'
import { divideIntervals, type Interval, intervalOf, point } from './precision.ts'
import { isCheckableRate } from './ratios.ts'
import { type Outcome, printedText } from './report.ts'

/** Rates that one sentence prints on one and the same population. */
const GROUPS: readonly RegExp[] = [/^(?!.*(?:产妇|婴儿|新生儿|儿童)).*(?:出生率|死亡率|自然增长率|自增率)$/, /发病率$/]

type Implied = { rate: Node; count: Node; population: Interval }

/**
 * 出生3615人，出生率5.87‰，自然增长1785人，自然增长率2.9‰: each count over its rate gives the population, and all must give
 * the same. Only rates of one sentence are compared: elsewhere the basis may be another one.
 */
export function checkSamePopulation(summary: Summary): Outcome[] {
  const rates = summary.nodes.filter((node) => isCheckableRate(node) && node.unit !== '%')
  return [...groupBy(rates, (node) => node.sentence.index).values()].flatMap((sentence) =>
    GROUPS.flatMap((group) => {
      const implied = sentence
        .filter((rate) => group.test(nameOfRate(rate).trim()))
        .flatMap((rate) => populationBehind(rate, summary) ?? [])
      return implied.length < 2 ? [] : [outcomeOf(implied, summary)]
    }),
  )
}

/** The number right before a rate, when it is the only one since the last rate and counts what the rate is of. */
function populationBehind(rate: Node, summary: Summary): Implied | null {
  const own = poolOf(summary, rate).own.filter((node) => node.baseUnit === '人' || node.baseUnit === '例')
  const count = own[0]
  if (count === undefined || own.length !== 1 || !isWholeCount(count) || count.exact.n === 0n) return null
  const population = divideIntervals(point(count.exact), intervalOf(rate))
  return population === null ? null : { rate, count, population }
}

const overlap = (a: Interval, b: Interval): boolean => compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0

function outcomeOf(implied: readonly Implied[], summary: Summary): Outcome {
  const agreeing = (one: Implied) => implied.filter((other) => overlap(one.population, other.population)).length
  // the one that agrees with the fewest others is the odd one out
  const odd = implied.reduce((a, b) => (agreeing(b) <= agreeing(a) ? b : a))
  const holds = implied.every((one) => agreeing(one) === implied.length)
  const whole = (value: Rational): string => String(value.n / value.d)
  const ranges = implied.map(
    ({ rate, count, population }) =>
      `${printedText(count, summary)}÷${printedText(rate, summary)}→${whole(population.low)}–${whole(population.high)}`,
  )
  const others = implied.flatMap(({ rate, count }) => [count, rate]).filter((node) => node !== odd.rate)
  const rest = implied.find((one) => one !== odd) ?? odd
  return {
    type: 'cross',
    basis: 'direct',
    claim: odd.rate,
    others,
    holds,
    computed: `${whole(rest.population.low)}–${whole(rest.population.high)}`,
    formula: ranges.join('; '),
    says: {
      zh: holds ? '同一句中的各项比率出自同一人口数。' : `同一句中各项比率反推的人口数不一致（${ranges.join('；')}）。`,
      en: holds
        ? 'The rates of the sentence go back to one population.'
        : `The rates of the sentence go back to different populations (${ranges.join('; ')}).`,
    },
  }
}
