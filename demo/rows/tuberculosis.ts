import { addDays } from '@kangheng/kernel/period/date.ts'
import { dayOfMoment } from '@kangheng/kernel/period/moment.ts'
import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { patients, suspects, visits } from '@kangheng/domains/public-health/tuberculosis/tables.ts'
import { isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { planSuspects, planTuberculosis } from '../services/tuberculosis.ts'
import { diseasesOf } from './communicable-disease.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const HOSPITAL = '县人民医院'

/** Patients, visits and suspects of tuberculosis; patients come from the report cards. */
export function tuberculosisTables(model: Model): TableRows[] {
  const { county, idOf, seed } = model
  const plan = planTuberculosis(diseasesOf(model).cases, seed)
  const referred = planSuspects(model.population, seed)
  const head = (person: Resident, id: string, on: string, state: string, centre: boolean): CopyValue[] => {
    const village = person.household.village.code
    const institution = centre ? centreCode(village.slice(0, 9)) : clinicCode(village)
    return [county, id, village, institution, person.id, on, state, evening(on)]
  }
  const patientRows = plan.map((each, index): CopyValue[] => {
    const { notifiedAt, firstVisitAt, visits, doses, closedOn } = each
    const state = closedOn ? 'closed' : firstVisitAt ? 'managed' : 'notified'
    const last = visits.at(-1)
    return [
      ...head(each.person, idOf('tuberculosis-patient', index), dayOfMoment(notifiedAt), state, true),
      ...[notifiedAt, HOSPITAL, idOf('notifiable-case', each.card), each.bacteriology, 'sensitive', each.kind],
      ...[each.startedOn, each.kind === 'new' ? '2HRZE/4HR' : '3HRZE/6HRE', each.dueAt, dayOfMoment(each.dueAt), '[]'],
      ...[
        firstVisitAt,
        firstVisitAt ? dayOfMoment(firstVisitAt) : null,
        firstVisitAt ? firstVisitAt <= each.dueAt : null,
      ],
      ...[each.supervisor, each.plannedEndOn, last?.on ?? null, last?.step ?? null],
      ...[visits.reduce((sum, visit) => sum + visit.missedDoses, 0), each.dueOn, closedOn, each.outcome],
      ...[doses?.due ?? null, doses?.taken ?? null, doses?.regular ?? null],
    ]
  })
  let serial = 0
  const visitRows = plan.flatMap(({ person, visits }, index) =>
    visits.map((visit): CopyValue[] => [
      ...head(person, idOf('tuberculosis-visit', serial++), visit.on, 'recorded', false),
      ...[idOf('tuberculosis-patient', index), serial % 3 === 0 ? 'clinic' : 'home', '[]', visit.missedDoses],
      ...[visit.adverse, visit.complication, visit.step === 'refer' ? HOSPITAL : null],
      ...[visit.phase, visit.step, visit.dueOn, visit.followedOn],
    ]),
  )
  const suspectRows = referred.map(({ person, on, followedOn, arrivedOn, result }, index): CopyValue[] => {
    const day = isoOf(on)
    return [
      ...head(person, idOf('tuberculosis-suspect', index), day, followedOn === null ? 'referred' : 'followed', false),
      ...['["cough"]', HOSPITAL, addDays(day, 7), isoOrNull(followedOn), isoOrNull(arrivedOn), result],
    ]
  })
  return [
    rowsFor(
      patients,
      // prettier-ignore
      [...recordColumns, 'notifiedAt', 'hospital', 'card', 'bacteriology', 'resistance', 'treatmentKind', 'startedOn', 'regimen', 'firstVisitDueAt', 'firstVisitDueOn', 'failedAt', 'firstVisitAt', 'firstVisitOn', 'firstVisitInTime', 'supervisor', 'plannedEndOn', 'lastVisitOn', 'lastStep', 'missedDoses', 'dueOn', 'closedOn', 'outcome', 'dosesDue', 'dosesTaken', 'regular'],
      patientRows.length,
      patientRows,
    ),
    rowsFor(
      visits,
      // prettier-ignore
      [...recordColumns, 'patient', 'mode', 'symptoms', 'missedDoses', 'adverse', 'complication', 'referredTo', 'phase', 'step', 'dueOn', 'followedOn'],
      visitRows.length,
      visitRows,
    ),
    rowsFor(
      suspects,
      [...recordColumns, 'symptoms', 'referredTo', 'dueOn', 'followedOn', 'arrivedOn', 'result'],
      suspectRows.length,
      suspectRows,
    ),
  ]
}
