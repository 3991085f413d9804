import type { Text } from '../text/text.ts'
import { measuresOf, type Indicator } from './indicator.ts'
import { addsOverPlaces, type Measure } from './measure.ts'

function reasonOf(measure: Measure): Text | undefined {
  if (addsOverPlaces(measure)) return undefined
  switch (measure.kind) {
    case 'aggregate':
      return {
        zh: `“${measure.title.zh}”是录入的汇总数，只对所报的地区成立`,
        en: `“${measure.title.en}” is an entered total, which holds for the place it was reported of`,
      }
    case 'cohort':
      return {
        zh: `“${measure.title.zh}”按人判定，同一人可能在两个县都有记录`,
        en: `“${measure.title.en}” judges persons, and two counties may know the same person`,
      }
    default:
      return {
        zh: `“${measure.title.zh}”按人去重，同一人可能在两个县都有记录`,
        en: `“${measure.title.en}” counts different persons, and two counties may know the same person`,
      }
  }
}

/**
 * Why the figures of counties do not add up to their city's; undefined when they do. They do when every measure of the indicator adds up over places, as
 * villages do to their township: over places only, never over time.
 */
export function whyNotAdded(indicator: Indicator): Text | undefined {
  if (indicator.kind === 'derived')
    return {
      zh: '由分组数据推算得出，不能由各县的数值相加或平均',
      en: 'It is derived from strata, and no sum or mean of the counties’ values gives it',
    }
  for (const measure of measuresOf(indicator)) {
    const reason = reasonOf(measure)
    if (reason) return reason
  }
  return undefined
}
