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
import { glucoseRules, isAtGoal, isEmergency } from './glucose.ts'
import { diabetesPatients, diabetesScreenings, diabetesVisits } from './tables.ts'

const title = { zh: '2型糖尿病', en: 'Type 2 diabetes' }

const glucoseFields = {
  fastingGlucose: field('空腹血糖', 'Fasting glucose', unit('mmol/L')),
  randomGlucose: field('随机血糖', 'Random glucose', unit('mmol/L')),
}

export const patient = patientRecord('diabetes', title, diabetesPatients)
export const visit = visitRecord(
  'diabetes',
  title,
  diabetesVisits,
  {
    ...glucoseFields,
    glycatedHaemoglobin: field('糖化血红蛋白', 'Glycated haemoglobin', unit('%')),
    footPulse: field('足背动脉搏动', 'Foot pulse', { values: cardCodes.footPulses }),
    staplePerDay: field('主食量', 'Staple food', unit('克/天', 'g a day')),
    hypoglycaemia: field('低血糖反应', 'Hypoglycaemia', { values: cardCodes.hypoglycaemia }),
    insulin: field('胰岛素', 'Insulin'),
  },
  ['fastingGlucose', 'systolic', 'diastolic'],
  [{ field: 'fastingGlucose', goals: [{ fromAge: 0, below: glucoseRules.at(-1)!.value.goal }] }],
)
export const screening = screeningRecord('diabetes', title, diabetesScreenings, glucoseFields, [
  'fastingGlucose',
  'randomGlucose',
])

const numberOf = (text: string | null) => (text === null ? null : Number(text))

/** Type 2 diabetes as the follow-up engine needs it. */
export const diabetesDisease: Disease = {
  id: 'diabetes',
  group: 'diabetes',
  control: { zh: '血糖控制率', en: 'control rate' },
  headline: 'control',
  title,
  patient,
  visit,
  leastAge: 35,
  findings(row) {
    const { systolic, diastolic, heartRate, happenedOn: on } = row
    const [fasting, random] = [numberOf(row.fastingGlucose), numberOf(row.randomGlucose)]
    return {
      ...commonFindings(row),
      atGoal: fasting === null ? null : isAtGoal(fasting, on),
      emergency:
        (row.emergencySigns ?? []).length > 0 || isEmergency({ fasting, random, systolic, diastolic, heartRate }, on),
    }
  },
}
