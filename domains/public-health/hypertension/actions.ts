import { refuse } from '@kangheng/kernel/text/refusal.ts'
import {
  cardCodes,
  cardInputs,
  patientActions,
  screeningActions,
  visitActions,
  type Screening,
} from '../chronic-follow-up/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import { hypertensionDisease as disease, screening } from './disease.ts'
import { emergencySigns, symptoms } from './pressure.ts'
import { riskFactors, screeningStandings } from './screening.ts'

/** The fields of the official card (高血压患者随访服务记录表), in its order. */
const card = {
  symptoms: inputs.choices(symptoms, { zh: '症状', en: 'Symptoms' }).default([]),
  emergencySigns: inputs.choices(emergencySigns, { zh: '危急征象', en: 'Emergency signs' }).default([]),
  ...cardInputs.pressure,
  ...cardInputs.body,
  ...cardInputs.habits,
  salt: inputs.choice(cardCodes.salt, { zh: '摄盐情况', en: 'Salt' }).optional(),
  ...cardInputs.treatment,
}

export const patientWork = patientActions(disease)

export const visitWork = visitActions(disease, {
  fields: card,
  check(visit) {
    if (visit.mode !== 'phone' && visit.systolic === null)
      refuse('systolic', { zh: '面对面随访须测量血压', en: 'A visit face to face measures the pressure' })
  },
})

const hypertensionScreening: Screening = {
  disease,
  record: screening,
  fields: {
    systolic: cardInputs.pressure.systolic.unwrap(),
    diastolic: cardInputs.pressure.diastolic.unwrap(),
    factors: inputs.choices(riskFactors, { zh: '高危因素', en: 'Factors of high risk' }).default([]),
  },
  standings: (rows) =>
    screeningStandings(
      rows.map((row) => ({
        id: row.id,
        on: row.happenedOn,
        systolic: row.systolic!,
        diastolic: row.diastolic!,
        factors: row.factors ?? [],
      })),
    ),
  check(row) {
    if (row.systolic! <= row.diastolic!)
      refuse('diastolic', { zh: '舒张压应低于收缩压', en: 'The diastolic pressure is lower than the systolic one' })
  },
}
export const screeningWork = screeningActions(hypertensionScreening)
