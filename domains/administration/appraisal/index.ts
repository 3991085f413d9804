import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { bureauLeader, bureauSection, countyInstitution, townshipCentre, upperLevel } from '../../roles.ts'
import { enterFinding, judgeSample, signFinding, withdrawFinding } from './evidence-actions.ts'
import { raiseObjection, rejectObjection, upholdObjection } from './objection-actions.ts'
import { entry, objection, round, ruleSet, sample, sheet } from './records.ts'
import { announceRound, computeRound, drawSamples, openRound, publishRound } from './round-actions.ts'
import {
  draftRuleSet,
  issueRuleSet,
  newEdition,
  removeItem,
  retireRuleSet,
  setItem,
  setSample,
  setVeto,
} from './rule-set-actions.ts'
import { tasks } from './tasks.ts'

const ruleWork = [draftRuleSet, newEdition, setItem, setSample, removeItem, setVeto]
const roundWork = [openRound, drawSamples, computeRound, announceRound]
const evidenceWork = [enterFinding, signFinding, withdrawFinding, judgeSample]
const reviewWork = [upholdObjection, rejectObjection]
const leaderWork = [issueRuleSet, retireRuleSet, publishRound]
const all = [ruleSet, round, sheet, entry, sample, objection]

/** Appraisal: units are scored by written rules from closed figures and signed findings, may object, and are ranked. */
export const appraisal = defineDomain({
  id: 'appraisal',
  wing: 'administration',
  title: { zh: '绩效考核', en: 'Appraisal' },
  description: {
    zh: '考核细则、评分、现场查实、抽查、异议复核和结果公布，卫生院、团队、股室用同一套办法',
    en: 'Rule sets, scores, findings, samples, objections and publication: centres, teams and sections by one engine',
  },
  needs: [resident, familyDoctor],
  records: all,
  actions: [...ruleWork, ...roundWork, ...evidenceWork, raiseObjection, ...reviewWork, ...leaderWork],
  tasks,
  grants: [
    grant(bureauSection, { may: [...ruleWork, ...roundWork, ...evidenceWork, ...reviewWork], sees: all }),
    grant(bureauLeader, { may: [...leaderWork, signFinding, ...reviewWork], sees: all }),
    grant(countyInstitution, { may: evidenceWork, sees: all }),
    grant(townshipCentre, { may: [raiseObjection], sees: all }),
    grant(upperLevel, { sees: [ruleSet, round, sheet] }),
  ],
})

export { compare, type ComparedUnit } from './compare.ts'
export { appraisalPolicies } from './policies.ts'
export { previewRuleSet } from './preview.ts'
export { readFindings, readRound, readRuleSet, readSheet } from './read.ts'
export { round as appraisalRound, sheet as appraisalSheet } from './records.ts'
export { isDeduction, ruleSetSchema, unitKinds, type Clause, type Item, type RuleSet, type UnitKind } from './rules.ts'
export { parseExpression, termKey, type Expression } from '@kangheng/kernel/expression/parse.ts'
export { figureOf } from './readings.ts'
export { rounds as appraisalRounds, sheets as appraisalSheets } from './tables.ts'
export { getRuleSet, indicatorsOf, rulesOf } from './stored.ts'
export { readyRuleSet, ranksOf, type ScoredSheet } from './scoring/score-sheet.ts'
export { unitsOf, type Unit } from './units.ts'
export { shippedRuleSets } from './rule-sets/index.ts'
