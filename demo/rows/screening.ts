import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { courses, entries } from '@kangheng/domains/public-health/screening/tables.ts'
import { isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import { planScreening, type ScreeningCourse } from '../services/screening.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const newborn = (programme: string) => programme === 'metabolic' || programme === 'hearing'

function head({ county }: Model, { person, programme }: ScreeningCourse) {
  const village = person.household.village.code
  const institution = newborn(programme) ? `H${county}001` : centreCode(village.slice(0, 9))
  return (id: string, day: string, state: string): CopyValue[] => [
    county,
    id,
    village,
    institution,
    person.id,
    day,
    state,
    evening(day),
  ]
}

function courseRow(model: Model, each: ScreeningCourse, index: number): CopyValue[] {
  const { programme, on, firstResult, inTime, standing, state, lastResult, lastOn, recalls, treatedOn } = each
  const ended = state === 'lost' || state === 'treated'
  const lastCall = each.entries.findLast(({ call }) => call !== null)
  return [
    ...head(model, each)(model.idOf('screening-course', index), isoOf(on), state),
    ...[programme, firstResult, inTime, standing.state !== 'negative' || lastOn > on, standing.step],
    ...[ended ? null : standing.dueOn, lastResult, isoOf(lastOn), lastOn > on],
    ...[
      standing.state === 'confirmed' ? isoOf(lastOn) : null,
      standing.early,
      recalls,
      isoOrNull(lastCall?.on ?? null),
    ],
    ...[treatedOn === null ? null : '转上级机构治疗（演示）', isoOrNull(treatedOn)],
  ]
}

function entryRows(model: Model, plan: readonly ScreeningCourse[]): CopyValue[][] {
  let serial = 0
  return plan.flatMap((each, index) =>
    each.entries.map(({ on, step, result, call }) => [
      ...head(model, each)(model.idOf('screening-entry', serial++), isoOf(on), 'recorded'),
      ...[model.idOf('screening-course', index), step, result, call],
    ]),
  )
}

/** Screening with its further tests and calls. */
export function screeningTables(model: Model): TableRows[] {
  const plan = planScreening(model)
  const further = entryRows(model, plan)
  return [
    rowsFor(
      courses,
      // prettier-ignore
      [...recordColumns, 'programme', 'firstResult', 'inTime', 'suspicious', 'step', 'dueOn', 'lastResult', 'lastOn', 'cameBack', 'confirmedOn', 'early', 'recalls', 'lastRecallOn', 'treatment', 'treatedOn'],
      plan.length,
      plan.map((each, index) => courseRow(model, each, index)),
    ),
    rowsFor(entries, [...recordColumns, 'course', 'step', 'result', 'call'], further.length, further),
  ]
}
