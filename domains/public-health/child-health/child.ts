import { and, eq, isNull } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson, type Person } from '@kangheng/kernel/person/registry.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { nextStepOf } from './course.ts'
import { checkUp, child, newbornVisit } from './records.ts'
import { newbornVisitDue } from './schedule.ts'
import type { CheckUpRow, ChildRow } from './tables.ts'

export type CareContext = Pick<
  ActionContext,
  'connection' | 'county' | 'today' | 'find' | 'findAll' | 'createOther' | 'changeOther'
>

/** The child's time in care that has not ended; undefined when there is none. */
export function findChild(context: Pick<ActionContext, 'find'>, person: string): Promise<ChildRow | undefined> {
  const { table } = child
  return context.find(child, and(eq(table.person, person), eq(table.state, 'managed'), isNull(table.voidedAt)))
}

/** The child's time in care that a day belongs to, held against other writers until the transaction ends. */
export async function childOn(context: CareContext, person: string, on: IsoDate): Promise<ChildRow> {
  const { table } = child
  const rows = await context.findAll(child, and(eq(table.person, person), isNull(table.voidedAt)))
  const row = rows.find((each) => each.endedOn === null || on < each.endedOn)
  if (!row)
    return refuse(rows.length > 0 ? 'happenedOn' : 'person', {
      zh: rows.length > 0 ? `${on}不在此儿童的管理期内` : '此儿童尚未建册，请先建册',
      en: rows.length > 0 ? `Not in care on ${on}` : 'This child is not registered yet; register first',
    })
  // Two check-ups entered at the same moment would each derive a course without the other.
  const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
  await context.connection.query(lock, [`${context.county} ${child.id} ${row.id}`])
  return row
}

/** The check-ups of a child that count. */
export function checkUpsOf(context: CareContext, row: ChildRow): Promise<CheckUpRow[]> {
  const { table } = checkUp
  return context.findAll(checkUp, and(eq(table.person, row.person!), eq(table.child, row.id), isNull(table.voidedAt)))
}

/** The home visits of a newborn that count. */
export function newbornVisitsOf(context: CareContext, row: Pick<ChildRow, 'id' | 'person'>) {
  const { table } = newbornVisit
  return context.findAll(
    newbornVisit,
    and(eq(table.person, row.person!), eq(table.child, row.id), isNull(table.voidedAt)),
  )
}

/** What was done for a child, as days. */
interface Seen {
  readonly newbornVisits: readonly IsoDate[]
  readonly checkUps: readonly IsoDate[]
}

/** Columns of a child that follow from what was done. */
export function careColumns(
  row: Pick<ChildRow, 'happenedOn' | 'dischargedOn' | 'highRisk'>,
  birth: IsoDate,
  seen: Seen,
): Pick<ChildRow, 'nextStep' | 'dueOn' | 'lastSeenOn'> {
  const { happenedOn: registeredOn, dischargedOn, highRisk } = row
  const lastSeenOn = [...seen.newbornVisits, ...seen.checkUps].sort().at(-1) ?? null
  return { ...nextStepOf({ birth, registeredOn, dischargedOn, highRisk, ...seen }), lastSeenOn }
}

/** Derives the next step of a child again and writes it. */
export async function deriveChild(context: CareContext, row: ChildRow, seen: Seen): Promise<void> {
  const { birth } = await getPerson(context, row.person!)
  await context.changeOther(child, row, careColumns(row, birth, seen))
}

/** Whether a home visit was in time for a child. */
export function isTimely(row: Pick<ChildRow, 'dischargedOn' | 'highRisk'>, person: Pick<Person, 'birth'>, on: IsoDate) {
  return on <= newbornVisitDue(person.birth, row.dischargedOn, row.highRisk)
}
