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
import { diabetesDisease as disease, screening } from './disease.ts'
import { emergencySigns, symptoms } from './glucose.ts'
import { riskFactors, screeningStanding } from './screening.ts'

/** The fields of the official card (2型糖尿病患者随访服务记录表), in its order. */
const card = {
  symptoms: inputs.choices(symptoms, { zh: '症状', en: 'Symptoms' }).default([]),
  emergencySigns: inputs.choices(emergencySigns, { zh: '危急征象', en: 'Emergency signs' }).default([]),
  ...cardInputs.pressure,
  ...cardInputs.body,
  footPulse: inputs.choice(cardCodes.footPulses, { zh: '足背动脉搏动', en: 'Foot pulse' }).optional(),
  ...cardInputs.habits,
  staplePerDay: inputs.counted('主食量', 'Staple food', 0, 3000, '克/天'),
  ...cardInputs.glucose,
  glycatedHaemoglobin: inputs.measured('糖化血红蛋白', 'Glycated haemoglobin', 3, 20, '%'),
  ...cardInputs.treatment,
  hypoglycaemia: inputs.choice(cardCodes.hypoglycaemia, { zh: '低血糖反应', en: 'Hypoglycaemia' }).optional(),
  insulin: inputs.short('胰岛素种类和用法', 'Insulin', 100),
}

export const patientWork = patientActions(disease)

export const visitWork = visitActions(disease, {
  fields: card,
  check(visit) {
    if (visit.mode !== 'phone' && visit.fastingGlucose === null && visit.randomGlucose === null)
      refuse('fastingGlucose', { zh: '面对面随访须测量血糖', en: 'A visit face to face measures the glucose' })
  },
})

const number = (value: string | null) => (value === null ? null : Number(value))

const diabetesScreening: Screening = {
  disease,
  record: screening,
  fields: {
    ...cardInputs.glucose,
    factors: inputs.choices(riskFactors, { zh: '高危因素', en: 'Factors of high risk' }).default([]),
  },
  standings: (rows) =>
    new Map(
      rows.map((row) => [
        row.id,
        screeningStanding({
          id: row.id,
          on: row.happenedOn,
          fasting: number(row.fastingGlucose),
          random: number(row.randomGlucose),
          factors: row.factors ?? [],
        }),
      ]),
    ),
  check(row) {
    if (row.fastingGlucose === null && row.randomGlucose === null)
      refuse('fastingGlucose', { zh: '请填写空腹血糖或随机血糖', en: 'Give the fasting or the random glucose' })
  },
}
export const screeningWork = screeningActions(diabetesScreening)
