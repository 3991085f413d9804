import {
  cardCodes,
  cardField as field,
  cardUnit as unit,
  commonFindings,
  patientRecord,
  screeningRecord,
  visitRecord,
  type Disease,
} from '../chronic-follow-up/index.ts'
import { indicatorGoals, isAtGoal, isEmergency } from './pressure.ts'
import { hypertensionPatients, hypertensionScreenings, hypertensionVisits } from './tables.ts'

const title = { zh: '高血压', en: 'Hypertension' }

const pressureFields = {
  systolic: field('收缩压', 'Systolic', unit('mmHg')),
  diastolic: field('舒张压', 'Diastolic', unit('mmHg')),
}

const goals = indicatorGoals.at(-1)!.value
/** What is drawn over time, with the goal of the present norm for the person's age. */
const trendOf = (field: 'systolic' | 'diastolic') => ({
  field,
  goals: [
    { fromAge: 0, below: goals.general[field] },
    { fromAge: goals.olderFrom, below: goals.older[field] },
  ],
})

export const patient = patientRecord('hypertension', title, hypertensionPatients)
export const visit = visitRecord(
  'hypertension',
  title,
  hypertensionVisits,
  { ...pressureFields, salt: field('摄盐情况', 'Salt', { values: cardCodes.salt }) },
  ['systolic', 'diastolic'],
  [trendOf('systolic'), trendOf('diastolic')],
)
export const screening = screeningRecord('hypertension', title, hypertensionScreenings, pressureFields, [
  'systolic',
  'diastolic',
])

/** Hypertension as the follow-up engine needs it. */
export const hypertensionDisease: Disease = {
  id: 'hypertension',
  group: 'hypertension',
  control: { zh: '血压控制率', en: 'control rate' },
  headline: 'standard',
  title,
  patient,
  visit,
  leastAge: 35,
  findings(row, birth) {
    const { systolic, diastolic, happenedOn: on } = row
    const measured = systolic !== null && diastolic !== null ? { systolic, diastolic } : undefined
    return {
      ...commonFindings(row),
      atGoal: measured ? isAtGoal(measured, birth, on) : null,
      emergency: (row.emergencySigns ?? []).length > 0 || (measured !== undefined && isEmergency(measured, on)),
    }
  },
}
