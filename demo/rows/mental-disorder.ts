import { addDays } from '@kangheng/kernel/period/date.ts'
import { momentOf } from '@kangheng/kernel/period/moment.ts'
import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { riskOf } from '@kangheng/domains/public-health/severe-mental-disorder/risk.ts'
import { subsidyFor } from '@kangheng/domains/public-health/severe-mental-disorder/subsidy.ts'
import {
  emergencies,
  patients,
  stays,
  subsidies,
  visits,
} from '@kangheng/domains/public-health/severe-mental-disorder/tables.ts'
import { RECORD_YEARS, isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import type { MentalPatient } from '../services/mental-patients.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const HOSPITAL = '市精神病医院'
const joined = (names: readonly string[]) => JSON.stringify(names)

/** Visits, patients, emergencies, stays and payments of severe mental disorder. */
export function mentalTables(model: Model): TableRows[] {
  const { county, idOf } = model
  const plan = model.mentalPatients
  const idOfPatient = ({ index }: MentalPatient) => idOf('mental-patient', index)
  const guardianOf = ({ person }: MentalPatient) =>
    `${person.household.surname}${person.household.headName.slice(1) || '和'}`
  const head = ({ person }: MentalPatient, id: string, on: string, state: string, centre = false): CopyValue[] => {
    const village = person.household.village.code
    const institution = centre ? centreCode(village.slice(0, 9)) : clinicCode(village)
    return [county, id, village, institution, person.id, on, state, evening(on)]
  }

  function* visitRows(): Generator<CopyValue[]> {
    let serial = 0
    for (const each of plan)
      for (const visit of each.visits)
        yield [
          ...head(each, idOf('mental-visit', serial++), isoOf(visit.on), 'recorded', visit.mode === 'clinic'),
          ...[idOfPatient(each), visit.mode, joined(visit.behaviours), '[]', visit.symptomState, visit.insight],
          ...[visit.socialFunction, visit.incidents, visit.compliance, visit.reaction, visit.somatic, visit.effect],
          ...[visit.examinationAnswer, visit.risk, visit.class, visit.step, visit.dueOn, visit.followedOn],
        ]
  }
  function* patientRows(): Generator<CopyValue[]> {
    for (const each of plan) {
      const { person, from, to, lostOn, consented } = each
      const last = each.visits.at(-1)
      const day = isoOf(from)
      const state = to !== null ? 'ended' : !consented ? 'registered' : lostOn !== null ? 'lost' : 'managed'
      const inHospital = each.stays.find((stay) => stay.to === null)
      yield [
        ...head(each, idOfPatient(each), day, state, true),
        ...[each.diagnosis, each.index % 5 === 0 ? 'discharge' : 'report', addDays(day, -30 - (each.index % 300))],
        ...[HOSPITAL, day, consented ? 'agreed' : 'refused', consented ? 'both' : null, consented ? day : null],
        ...[guardianOf(each), each.guardian, each.guardianAgreed ? day : null],
        ...[isoOrNull(lostOn), lostOn === null ? null : 'work', isoOrNull(to)],
        ...[to === null ? null : person.leftBy === 'death' ? 'died' : 'moved-away'],
        ...[last ? isoOf(last.on) : null, last?.risk ?? null, last?.class ?? null, last?.step ?? null],
        ...[each.dueOn, inHospital ? isoOf(inHospital.from) : null],
      ]
    }
  }
  function* stayRows(): Generator<CopyValue[]> {
    let serial = 0
    for (const each of plan)
      for (const { from, to } of each.stays)
        yield [
          ...head(each, idOf('mental-stay', serial++), isoOf(from), to === null ? 'in-hospital' : 'discharged', true),
          ...[idOfPatient(each), HOSPITAL, serial % 3 === 0 ? 'involuntary' : 'voluntary'],
          ...[isoOrNull(to), to === null ? null : 'better'],
        ]
  }
  function* emergencyRows(): Generator<CopyValue[]> {
    let serial = 0
    for (const each of plan)
      for (const { on, behaviours } of each.emergencies) {
        const day = isoOf(on)
        const danger = behaviours.length > 0 && !behaviours.includes('self-harm')
        yield [
          ...head(each, idOf('mental-emergency', serial++), day, 'ended', true),
          ...[idOfPatient(each), danger ? 'danger' : behaviours.length > 0 ? 'self-harm' : 'relapse'],
          ...[
            joined(behaviours),
            riskOf(behaviours, day),
            danger ? momentOf(day, '10:20') : null,
            momentOf(day, '11:05'),
          ],
          ...['admission', HOSPITAL, day],
        ]
      }
  }
  function* subsidyRows(): Generator<CopyValue[]> {
    let serial = 0
    for (const year of RECORD_YEARS)
      for (const each of plan) {
        if (!each.consented || (each.to !== null && isoOf(each.to) <= `${year}-12-31`)) continue
        const due = subsidyFor(year, {
          guardian: guardianOf(each),
          agreedOn: each.guardianAgreed ? isoOf(each.from) : null,
          managedFrom: isoOf(each.from),
          visits: each.visits.map(({ on, risk, incidents }) => ({ on: isoOf(on), risk, incidents })),
        })
        const paidOn = `${year}-12-1${each.index % 10}`
        if ('refused' in due || isoOf(each.visits[0]!.on) > paidOn) continue
        if (!each.visits.some(({ on, risk }) => risk >= 3 && isoOf(on) <= paidOn)) continue
        yield [
          ...head(each, idOf('mental-subsidy', serial++), paidOn, 'paid', true),
          ...[idOfPatient(each), year, guardianOf(each), due.amount],
        ]
      }
  }
  const count = (of: (each: MentalPatient) => number) => plan.reduce((sum, each) => sum + of(each), 0)
  return [
    rowsFor(
      visits,
      // prettier-ignore
      [...recordColumns, 'patient', 'mode', 'behaviours', 'symptoms', 'symptomState', 'insight', 'socialFunction', 'incidents', 'compliance', 'reaction', 'somatic', 'effect', 'examinationAnswer', 'risk', 'class', 'step', 'dueOn', 'followedOn'],
      count(({ visits }) => visits.length),
      visitRows(),
    ),
    rowsFor(
      patients,
      // prettier-ignore
      [...recordColumns, 'diagnosis', 'source', 'diagnosedOn', 'diagnosedBy', 'reportedOn', 'consent', 'consentBy', 'managedFrom', 'guardian', 'guardianRelation', 'guardianAgreedOn', 'lostOn', 'lossReason', 'endedOn', 'endReason', 'lastVisitOn', 'lastRisk', 'lastClass', 'lastStep', 'dueOn', 'inHospitalSince'],
      plan.length,
      patientRows(),
    ),
    rowsFor(
      stays,
      [...recordColumns, 'patient', 'hospital', 'kind', 'dischargedOn', 'outcome'],
      count(({ stays }) => stays.length),
      stayRows(),
    ),
    rowsFor(
      emergencies,
      // prettier-ignore
      [...recordColumns, 'patient', 'kind', 'behaviours', 'risk', 'policeToldAt', 'arrivedAt', 'disposal', 'hospital', 'endedOn'],
      count(({ emergencies }) => emergencies.length),
      emergencyRows(),
    ),
    rowsFor(subsidies, [...recordColumns, 'patient', 'year', 'guardian', 'amount'], plan.length / 5, subsidyRows()),
  ]
}
