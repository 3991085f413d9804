import { termsOf, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { getTableName } from 'drizzle-orm'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { births } from './tables.ts'

/** Whether a measure counts births. */
const countsBirths = (terms: ReturnType<typeof termsOf>) =>
  terms.some(
    ({ measure }) =>
      measure.kind !== 'aggregate' &&
      measure.relation.tables.some((table) => getTableName(table) === getTableName(births)),
  )

/**
 * Whether an indicator says how many children people have, or of which sex. Such figures are published as statistics; no target is set on them, nobody is
 * appraised by them and no letter is sent about them. A share of births (how many took place in an institution) is about care and is not meant.
 * Source: 人口与计划生育法 (2021) art. 18 and the repeal of its social maintenance fee; 中共中央 国务院关于优化生育政策促进人口长期均衡发展的决定 (2021) § 3.
 */
export function concernsReproduction(indicator: Indicator): boolean {
  if (!countsBirths(termsOf(indicator.numerator))) return false
  return indicator.kind !== 'ratio' || indicator.better === 'neither' || !countsBirths(termsOf(indicator.denominator))
}

/** Refuses a target on such an indicator. @throws Refusal invalid, of the field `indicator`. */
export function refuseReproductionTarget(indicator: Indicator): void {
  if (concernsReproduction(indicator))
    refuse('indicator', {
      zh: `“${indicator.title.zh}”涉及生育，依法不得下达目标`,
      en: `No target may be set on “${indicator.title.en}”: it is people’s own decision`,
    })
}
