import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { concernsReproduction } from '../../population/resident/index.ts'
import { figureOf, readyRuleSet, type RuleSet } from '../appraisal/index.ts'

/** Words in the names of indicators of births and family planning; indicators defined at run time may be known by their names alone. */
const NAMES =
  /计划生育|生育|避孕|节育|绝育|终止妊娠|人工流产|引产|孕情|超生|多孩|二孩|三孩|出生率|出生人口|自然增长|出生性别比|初婚|早婚/

/** Whether an indicator is about births or family planning: how many, by whom, prevented or not. Care of mothers and children is not meant. */
export const concernsFamilyPlanning = (indicator: Indicator): boolean =>
  concernsReproduction(indicator) || NAMES.test(indicator.title.zh)

/**
 * The flag is never awarded or withheld for people’s own decision to have children. What the appraisal refuses already is refused again here, by name as well, so that nothing
 * slips through by an indicator defined at run time. The whole rule set is looked at, not only the items chosen.
 * Source: 人口与计划生育法 (2021) art. 18; 中共中央 国务院关于优化生育政策促进人口长期均衡发展的决定 (2021) § 3.
 * @throws Refusal of the field `ruleSet`.
 */
export function refuseFamilyPlanning(ruleSet: RuleSet, indicators: ReadonlyMap<string, Indicator>): void {
  for (const term of readyRuleSet(ruleSet).terms) {
    const indicator = indicators.get(figureOf(term)?.indicator ?? '')
    if (indicator && concernsFamilyPlanning(indicator))
      refuse('ruleSet', {
        zh: `细则中的“${indicator.title.zh}”涉及生育，流动红旗不得按它评比，请换一份细则`,
        en: `“${indicator.title.en}” is about people’s own decision to have children: no flag is awarded by it`,
      })
  }
}
