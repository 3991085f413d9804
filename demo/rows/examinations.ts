import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { isoOf, type Day } from '../days.ts'
import type { IdKind } from '../ids.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import { evidenceOf } from '../services/evidence.ts'
import type { HealthRecord } from '../services/health-records.ts'
import { ARRIVALS_FROM } from '../services/examination-campaigns.ts'
import { evening, recordColumns } from './load-table.ts'

/** Columns of an examination row. */
// prettier-ignore
export const examinationColumns = [...recordColumns, 'healthRecord', 'symptoms', 'temperature', 'pulse', 'breathing', 'systolicLeft', 'diastolicLeft', 'systolicRight', 'diastolicRight', 'height', 'weight', 'waist', 'bodyMassIndex', 'selfCareScore', 'exercise', 'smoking', 'drinking', 'haemoglobin', 'fastingGlucose', 'creatinine', 'cholesterol', 'triglycerides', 'ecg', 'ultrasound', 'problems', 'guidance', 'riskControls', 'whiteCells', 'platelets', 'urineProtein', 'alanineTransaminase', 'bilirubin', 'urea'] as const

/** Plausible findings of a check-up of the aged. */
function findings(random: Random, sex: string, hypertension: boolean, diabetes: boolean): CopyValue[] {
  const systolic = Math.round(random.normal(hypertension ? 143 : 128, 11))
  const diastolic = Math.round(random.normal(hypertension ? 85 : 77, 7))
  const height = Math.round(random.normal(sex === 'male' ? 163 : 152, 5.5))
  const weight = Math.round(random.normal(sex === 'male' ? 59 : 53, 8) * 10) / 10
  const index = Math.round((weight / (height / 100) ** 2) * 10) / 10
  const glucose = Math.round(random.normal(diabetes ? 7.6 : 5.3, diabetes ? 1.3 : 0.5) * 10) / 10
  const high = systolic >= 150 || diastolic >= 90 || glucose >= 7
  const smoking = sex === 'male' ? ['never', 'stopped', 'smoking'][random.weighted([3, 3, 4])]! : 'never'
  return [
    ...[high && random.chance(0.3) ? '["dizziness"]' : '[]', 36.5, random.int(62, 88), random.int(16, 20)],
    ...[systolic, diastolic, systolic + random.int(-4, 5), diastolic + random.int(-3, 3), height, weight],
    ...[Math.round(random.normal(82, 8)), index, random.weighted([80, 12, 6, 2]) * 4],
    ...[['daily', 'weekly', 'seldom', 'never'][random.weighted([40, 12, 28, 20])]!, smoking],
    ...[sex === 'male' ? ['never', 'seldom', 'often', 'daily'][random.weighted([4, 3, 2, 1])]! : 'never'],
    ...[Math.round(random.normal(sex === 'male' ? 146 : 134, 11)), glucose, Math.round(random.normal(74, 15))],
    ...[Math.round(random.normal(4.7, 0.8) * 100) / 100, Math.round(random.normal(1.6, 0.5) * 100) / 100],
    ...[random.chance(0.12) ? 'abnormal' : 'normal', random.chance(0.16) ? 'abnormal' : 'normal'],
    ...[hypertension ? '["heart"]' : '[]', high ? '["management","recheck"]' : '["none"]'],
    smoking === 'smoking' ? '["stop-smoking","diet"]' : '["diet","exercise"]',
  ]
}

/** The rest of the laboratory's part: blood count, urine, liver, kidney. */
function laboratory(random: Random): CopyValue[] {
  return [
    ...[random.int(38, 92) / 10, random.int(130, 310), random.chance(0.06) ? 'trace' : 'negative'],
    ...[random.int(9, 46), random.int(60, 190) / 10, random.int(32, 82) / 10],
  ]
}

const ULTRASOUND = examinationColumns.indexOf('ultrasound')
const FIRST_OF_LABORATORY = examinationColumns.indexOf('whiteCells')
const GLUCOSE = examinationColumns.indexOf('fastingGlucose')
const SELF_CARE = examinationColumns.indexOf('selfCareScore')

/** Forms of the last campaign by the index of their check-up, for the arrivals and results that belong to them. */
export type MadeForms = Map<number, CopyValue[]>

/** A few diabetics are found in danger, so that critical values exist. */
const IN_DANGER = 0.02

/** Check-ups of the aged that were given under contract, and those of the yearly campaigns: older people and patients. */
export function* examinationRows(
  model: Model,
  records: readonly HealthRecord[],
  made: MadeForms,
): Generator<CopyValue[]> {
  const { county, seed, idOf, deliveries, key, checkUps } = model
  const random = randomOf(seed, 'examinations')
  const danger = randomOf(seed, 'critical values')
  const analyser = randomOf(seed, 'laboratory')
  const recordOf = new Map(records.map((record) => [record.person, record]))
  const row = (kind: IdKind, index: number, person: Resident, institution: string, on: Day, record: HealthRecord) => {
    const groups = key.groupsOf(person)
    const day = isoOf(on)
    const head = [county, idOf(kind, index), person.household.village.code, institution, person.id, day]
    return [
      ...[...head, 'recorded', evening(day), idOf('health-record', record.index)],
      ...findings(random, person.sex, groups.includes('hypertension'), groups.includes('diabetes')),
      ...laboratory(analyser),
    ]
  }
  for (const [index, { contract, service, on }] of deliveries.entries()) {
    if (evidenceOf(service) !== 'health-record.examination') continue
    const record = recordOf.get(contract.person)
    if (record) yield row('examination', index, contract.person, contract.team.institution, on, record)
  }
  for (const [index, { person, on, older, scored, complete }] of checkUps.entries()) {
    const record = recordOf.get(person)
    if (!record || record.openedOn > on || (record.closedOn ?? Infinity) <= on) continue
    const form = row('check-up', index, person, centreCode(person.household.village.code.slice(0, 9)), on, record)
    if (!complete) form[ULTRASOUND] = null
    if (!older || !scored) form[SELF_CARE] = null
    // The yearly examination of a patient below 65 asks for less.
    if (!older) form.fill(null, FIRST_OF_LABORATORY)
    if (on >= ARRIVALS_FROM) {
      const diabetic = key.groupsOf(person).includes('diabetes')
      if (diabetic && danger.chance(IN_DANGER)) form[GLUCOSE] = danger.int(168, 221) / 10
      made.set(index, form)
    }
    yield form
  }
}
