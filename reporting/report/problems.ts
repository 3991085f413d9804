import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { lightOf } from '@kangheng/kernel/indicator/targets.ts'
import { compare, decimal } from '@kangheng/kernel/wording/decimal.ts'
import type { BoundFigure } from '@kangheng/kernel/wording/bound.ts'
import type { Inline } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import type { Binder } from './binder.ts'

/** An indicator that misses its target or has got worse, with the sentence that says so. */
export interface Problem {
  readonly indicator: string
  readonly kind: 'below-target' | 'worse-than-last-year'
  readonly sentence: readonly Inline[]
}

function worse(bound: BoundFigure, better: Indicator['better']): boolean {
  const [now, before] = [bound.figure.value, bound.comparison.sameTimeLastYear?.value]
  if (better === 'neither' || now === null || before === null || before === undefined) return false
  const direction = compare(decimal(now), decimal(before))
  return better === 'higher' ? direction < 0 : direction > 0
}

/** The target due: for what accumulates in the running year, its share by the time elapsed. */
function due(bound: BoundFigure): string | undefined {
  const { target } = bound.comparison
  if (!target) return undefined
  return target.progress ? String((Number(target.value) * target.progress.elapsed) / target.progress.of) : target.value
}

/** Problems suggested by the figures: targets missed first, then what fell behind last year. */
export function findProblems(binder: Binder, indicators: readonly Indicator[]): Problem[] {
  const judged = indicators.filter((indicator) => indicator.better !== 'neither')
  const found = judged.flatMap((indicator): Problem[] => {
    const bound = binder.bound(indicator)
    const light = lightOf(bound.figure.value, due(bound), indicator.better)
    const title = indicator.title.zh
    if (light === 'yellow' || light === 'red') {
      const sentence = zh`${title}为${bound}，${bound.againstTarget}，${bound.sameTimeLastYear}；${bound.laggards}。`
      return [{ indicator: indicator.id, kind: 'below-target', sentence }]
    }
    if (!worse(bound, indicator.better)) return []
    return [
      {
        indicator: indicator.id,
        kind: 'worse-than-last-year',
        sentence: zh`${title}为${bound}，${bound.sameTimeLastYear}；${bound.laggards}。`,
      },
    ]
  })
  return found.sort((one, other) => (one.kind === other.kind ? 0 : one.kind === 'below-target' ? -1 : 1))
}
