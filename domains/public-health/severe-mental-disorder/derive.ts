import { and, eq, isNull, ne } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { holdRow, writeCourse } from '../chronic-follow-up/index.ts'
import { courseOf, nextVisitOn, type VisitFindings, type VisitStanding } from './course.ts'
import { emergency, patient, stay, visit } from './records.ts'
import type { EmergencyRow, PatientRow, StayRow, VisitRow } from './tables.ts'

export type CareContext = Pick<
  ActionContext,
  'connection' | 'county' | 'today' | 'find' | 'findAll' | 'changeOther' | 'createOther'
>

/** The patient's registration that has not ended; undefined when there is none in sight. */
export function findPatient(context: Pick<ActionContext, 'find'>, person: string) {
  const { table } = patient
  return context.find(patient, and(eq(table.person, person), ne(table.state, 'ended'), isNull(table.voidedAt)))
}

/** The registration a service belongs to, held against other writers until the transaction ends. */
export async function patientOf(context: CareContext, person: string): Promise<PatientRow> {
  await getPerson(context, person)
  const row = await findPatient(context, person)
  if (!row) return refuse('person', { zh: '此人未登记，请先由精防专干登记', en: 'Not registered; register first' })
  if (row.managedFrom === null)
    return refuse('person', {
      zh: '患者未同意参加社区管理，不能登记随访；取得同意后请先办理“纳入管理”',
      en: 'Management was refused; record the consent first',
    })
  await holdRow(context, patient, row.id)
  return (await context.find(patient, eq(patient.table.id, row.id)))!
}

/** A service is dated between registration and today. */
export function checkDay(field: string, on: IsoDate, row: Pick<PatientRow, 'happenedOn'>, today: IsoDate): void {
  if (on > today) refuse(field, { zh: '日期不能晚于今天', en: 'The day lies in the future' })
  if (on < row.happenedOn)
    refuse(field, {
      zh: `日期不能早于登记日期${row.happenedOn}`,
      en: `Not before the registration on ${row.happenedOn}`,
    })
}

/** Everything recorded of a patient that counts. */
export interface Recorded {
  readonly visits: readonly VisitRow[]
  readonly stays: readonly StayRow[]
  readonly emergencies: readonly EmergencyRow[]
}

/** Reads what is recorded of a patient. */
export async function recordedOf(context: Pick<CareContext, 'findAll'>, row: PatientRow): Promise<Recorded> {
  const own = ({ table }: typeof visit | typeof stay | typeof emergency) =>
    and(eq(table.person, row.person!), eq(table.patient, row.id), isNull(table.voidedAt))
  return {
    visits: await context.findAll(visit, own(visit)),
    stays: await context.findAll(stay, own(stay)),
    emergencies: await context.findAll(emergency, own(emergency)),
  }
}

/** A row replaced by what it is now, or added. */
export const withRow = <Row extends { readonly id: string }>(rows: readonly Row[], row: Row): Row[] => [
  ...rows.filter(({ id }) => id !== row.id),
  row,
]

const findingsOf = (row: VisitRow): VisitFindings => ({
  id: row.id,
  on: row.happenedOn,
  behaviours: row.behaviours,
  symptomState: row.symptomState,
  insight: row.insight,
  socialFunction: row.socialFunction,
  reaction: row.reaction,
  somatic: row.somatic,
  effect: row.effect,
  agreedOn: row.agreedOn,
})

type Derived = Omit<VisitStanding, 'id'>

/**
 * Derives the course again after something was entered, changed or voided, and writes what has changed: the visits (but for `self`, which the action writes)
 * and the patient. @returns the derived columns of the visit `self`.
 */
export async function deriveAgain(
  context: CareContext,
  row: PatientRow,
  { visits, stays, emergencies }: Recorded,
  self = '',
): Promise<Derived | undefined> {
  const spans = stays.map(({ happenedOn, dischargedOn }) => ({ from: happenedOn, to: dischargedOn }))
  const course = courseOf(visits.map(findingsOf), spans)
  const derived = new Map(course.map(({ id, ...standing }) => [id, standing]))
  await writeCourse(context, visit, visits, derived, self)
  const last = course.at(-1)
  const lastVisitOn = visits.find(({ id }) => id === last?.id)?.happenedOn ?? null
  const over = emergencies.flatMap(({ endedOn }) => (endedOn ? [endedOn] : []))
  await context.changeOther(patient, row, {
    lastVisitOn,
    lastRisk: last?.risk ?? null,
    lastClass: last?.class ?? null,
    lastStep: last?.step ?? null,
    inHospitalSince: spans.find(({ to }) => to === null)?.from ?? null,
    dueOn: row.managedFrom && nextVisitOn(row.managedFrom, course, lastVisitOn, { stays: spans, emergencies: over }),
  })
  return derived.get(self)
}
