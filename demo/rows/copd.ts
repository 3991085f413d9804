import { firstDue } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import { copdPatients, copdScreenings, copdVisits } from '@kangheng/domains/public-health/copd/tables.ts'
import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { isoOf, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import type { Resident } from '../people/model.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

/** Patients, visits and screenings of chronic obstructive pulmonary disease. */
export function copdTables({ county, idOf, copd }: Model): TableRows[] {
  const { patients, screenings } = copd
  const head = (id: string, person: Resident, on: Day, state: string): CopyValue[] => {
    const village = person.household.village.code
    const day = isoOf(on)
    return [county, id, village, centreCode(village.slice(0, 9)), person.id, day, state, evening(day)]
  }
  let serial = 0
  const visitRows = patients.flatMap(({ person, visits }, index) =>
    visits.map((visit): CopyValue[] => [
      ...head(idOf('copd-visit', serial++), person, visit.on, 'recorded'),
      ...[idOf('copd-patient', index), serial % 3 === 0 ? 'home' : 'clinic', visit.exacerbation, visit.breathlessness],
      ...[visit.assessmentTest, visit.oxygenSaturation, serial % 4 === 0 ? 'taught' : 'right', visit.atGoal],
      ...[visit.class, visit.step, visit.unsatisfiedInRow, visit.dueOn, visit.followedOn],
    ]),
  )
  const patientRows = patients.map(({ person, from, visits }, index): CopyValue[] => {
    const last = visits.at(-1)
    return [
      ...head(idOf('copd-patient', index), person, from, 'managed'),
      ...['screening', last ? isoOf(last.on) : null, last?.class ?? null, last?.step ?? null],
      last?.dueOn ?? firstDue(isoOf(from)),
    ]
  })
  const screeningRows = screenings.map(({ person, on, score, ratio, finding, dueOn }, index): CopyValue[] => [
    ...head(idOf('copd-screening', index), person, on, 'recorded'),
    ...[score, ratio, finding, dueOn],
  ])
  return [
    rowsFor(
      copdVisits,
      // prettier-ignore
      [...recordColumns, 'patient', 'mode', 'exacerbation', 'breathlessness', 'assessmentTest', 'oxygenSaturation', 'inhalation', 'atGoal', 'class', 'step', 'unsatisfiedInRow', 'dueOn', 'followedOn'],
      visitRows.length,
      visitRows,
    ),
    rowsFor(
      copdPatients,
      [...recordColumns, 'source', 'lastVisitOn', 'lastClass', 'lastStep', 'dueOn'],
      patientRows.length,
      patientRows,
    ),
    rowsFor(
      copdScreenings,
      [...recordColumns, 'score', 'ratio', 'finding', 'dueOn'],
      screeningRows.length,
      screeningRows,
    ),
  ]
}
