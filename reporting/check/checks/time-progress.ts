import { divide, multiply, rational, subtract } from '@kangheng/kernel/exact/rational.ts'
import type { Summary } from '../relate/nodes.ts'
import { couldPrint, point } from './precision.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'

const AHEAD = /(?:超|快于|高于|领先)(?:过|出)?(?:时间|序时)进度[^，。；\d]{0,4}$/
const BEHIND = /(?:低于|慢于|落后(?:于)?|滞后(?:于)?)(?:时间|序时)进度[^，。；\d]{0,4}$/
const MONTHS: readonly (readonly [RegExp, bigint | null])[] = [
  [/(?:1|一) ?[-~—至到] ?(\d{1,2}) ?月/, null],
  [/截[至止](?:到|目前)?(?:\d{4}年)?(?:今年)?(\d{1,2}) ?月(?:底|末|份)/, null],
  [/前三季度/, 9n],
  [/上半年/, 6n],
  [/(?:一季度|第一季度)/, 3n],
]

/** 1-9月完成80%，超时间进度5个百分点: nine months are 75 % of the year. */
export function checkTimeProgress(summary: Summary): Outcome[] {
  return summary.nodes.flatMap((gap, at) => {
    const done = summary.nodes[at - 1]
    if (gap.family !== 'point' || done === undefined || done.unit !== '%' || done.sentence !== gap.sentence) return []
    const behind = BEHIND.test(gap.lead)
    if (!behind && !AHEAD.test(gap.lead)) return []
    const months = monthsNamed(summary.text.slice(gap.sentence.start, gap.start))
    if (months === null) return []
    const elapsed = divide(rational(months), rational(12n))
    const distance = multiply(behind ? subtract(elapsed, done.exact) : subtract(done.exact, elapsed), rational(100n))
    const holds = couldPrint(gap, point(distance))
    const computed = inUnitOf(gap, distance)
    return [
      {
        type: 'completion' as const,
        basis: 'direct' as const,
        claim: gap,
        others: [done],
        holds,
        computed,
        formula: `${term(done)}-${months}/12*100`,
        says: {
          zh: holds
            ? '与时间进度的差距相符。'
            : `${months}个月的时间进度为${inUnitOf(done, elapsed)}%，与“${printedText(done, summary)}”相差${computed}个百分点，文中写“${printedText(gap, summary)}”。`,
          en: holds
            ? 'The distance from the time elapsed is right.'
            : `${months} months are ${inUnitOf(done, elapsed)}% of the year, ${computed} points from ${printedText(done, summary)}; the text says ${printedText(gap, summary)}.`,
        },
      },
    ]
  })
}

function monthsNamed(text: string): bigint | null {
  for (const [pattern, fixed] of MONTHS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const months = fixed ?? BigInt(match[1] ?? '0')
    if (months >= 1n && months <= 12n) return months
  }
  return null
}
