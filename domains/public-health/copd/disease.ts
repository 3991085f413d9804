import {
  cardField as field,
  cardUnit as unit,
  commonFindings,
  patientRecord,
  screeningRecord,
  visitRecord,
  type Disease,
} from '../chronic-follow-up/index.ts'
import {
  breathlessness,
  exacerbations,
  inhalations,
  isEmergency,
  isStable,
  lungRules,
  smokingAdvices,
} from './lungs.ts'
import { copdPatients, copdScreenings, copdVisits } from './tables.ts'

const title = { zh: '慢阻肺', en: 'COPD' }

const ownFields = {
  exacerbation: field('病情', 'How the disease stands', { values: exacerbations }),
  breathlessness: field('呼吸困难（mMRC）', 'Breathlessness (mMRC)', { values: breathlessness }),
  assessmentTest: field('CAT评分', 'Assessment test (CAT)', unit('分', 'points')),
  oxygenSaturation: field('血氧饱和度', 'Oxygen saturation', unit('%')),
  inhalation: field('吸入技术', 'Inhalation', { values: inhalations }),
  smokingAdvice: field('戒烟', 'Smoking', { values: smokingAdvices }),
}
const screeningFields = {
  score: field('筛查问卷（COPD-SQ）', 'Questionnaire (COPD-SQ)', unit('分', 'points')),
  ratio: field('FEV₁/FVC', 'FEV₁/FVC'),
}

export const patient = patientRecord('copd', title, copdPatients)
export const visit = visitRecord(
  'copd',
  title,
  copdVisits,
  ownFields,
  ['exacerbation', 'assessmentTest'],
  [{ field: 'assessmentTest', goals: [{ fromAge: 0, below: lungRules.at(-1)!.value.burden }] }],
)
export const screening = screeningRecord('copd', title, copdScreenings, screeningFields, ['score', 'ratio'])

/** Chronic obstructive pulmonary disease as the follow-up engine needs it: at the goal is stable, and an exacerbation that is not mild is referred at once. */
export const copdDisease: Disease = {
  id: 'copd',
  // Contracts have neither group nor package of this disease yet.
  group: null,
  control: { zh: '病情稳定率', en: 'share of stable patients' },
  headline: null,
  title,
  patient,
  visit,
  leastAge: 35,
  findings: (row) => ({
    ...commonFindings(row),
    atGoal: isStable(row.exacerbation),
    emergency: (row.emergencySigns ?? []).length > 0 || isEmergency(row, row.happenedOn),
  }),
}
