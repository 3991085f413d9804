import { and, eq, isNull, ne } from 'drizzle-orm'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { holdRow, writeCourse } from '../chronic-follow-up/index.ts'
import { courseOf, routineDue, type Plan, type VisitStanding } from './course.ts'
import { patient, visit } from './records.ts'
import type { PatientRow, VisitRow } from './tables.ts'

type Context = Pick<ActionContext, 'connection' | 'county' | 'find' | 'findAll' | 'changeOther'>

/** The person's course of treatment that has not been closed; undefined when there is none. */
export function findPatient(context: Pick<ActionContext, 'find'>, person: string) {
  const { table } = patient
  return context.find(patient, and(eq(table.person, person), ne(table.state, 'closed'), isNull(table.voidedAt)))
}

/** The course of treatment a visit belongs to, after the first visit at home; held against other writers until the transaction ends. */
export async function patientOf(context: Context, person: string): Promise<PatientRow> {
  await getPerson(context, person)
  const row = await findPatient(context, person)
  if (!row)
    return refuse('person', {
      zh: '没有在治的肺结核管理，请先登记定点医院通知',
      en: 'Not notified; record the notice first',
    })
  if (row.firstVisitOn === null)
    return refuse('person', {
      zh: '尚未首次入户，请先登记首次入户随访',
      en: 'Not visited first yet; record the first visit at home',
    })
  await holdRow(context, patient, row.id)
  return (await context.find(patient, eq(patient.table.id, row.id)))!
}

/** The visits of a course of treatment that count. */
export function visitsOf(context: Pick<Context, 'findAll'>, row: PatientRow): Promise<VisitRow[]> {
  const { table } = visit
  return context.findAll(visit, and(eq(table.person, row.person!), eq(table.patient, row.id), isNull(table.voidedAt)))
}

/** The plan of treatment of somebody visited first. */
export const planOf = (row: PatientRow): Plan => ({
  startedOn: row.startedOn,
  kind: row.treatmentKind,
  supervisor: row.supervisor!,
})

type Derived = Omit<VisitStanding, 'id'>

/**
 * Derives the course again after a visit was entered, corrected or voided, and writes what has changed: the other visits and the patient.
 * @returns the derived columns of the visit `self`.
 */
export async function deriveAgain(
  context: Context,
  row: PatientRow,
  visits: readonly VisitRow[],
  self: string,
): Promise<Derived | undefined> {
  const found = visits.map(({ id, happenedOn: on, adverse, complication, missedDoses }) => ({
    ...{ id, on, adverse, complication, missedDoses },
  }))
  const course = courseOf(planOf(row), found)
  const derived = new Map(course.map(({ id, ...standing }) => [id, standing]))
  await writeCourse(context, visit, visits, derived, self)
  const last = course.at(-1)
  await context.changeOther(patient, row, {
    lastVisitOn: visits.find(({ id }) => id === last?.id)?.happenedOn ?? null,
    lastStep: last?.step ?? null,
    missedDoses: visits.reduce((sum, { missedDoses }) => sum + missedDoses, 0),
    dueOn: last?.dueOn ?? routineDue(planOf(row), row.firstVisitOn!),
  })
  return derived.get(self)
}
