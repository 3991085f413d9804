import { and, eq, isNull } from 'drizzle-orm'
import { presentMoment } from '@kangheng/kernel/period/moment.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { visit } from './records.ts'
import { observeUntil } from './observation.ts'
import { visits } from './tables.ts'

type Visit = RowOf<typeof visits>
type Context = Pick<ActionContext, 'find' | 'changeOther' | 'today'>

/** The visit in which a dose is given; undefined when none is named. Refuses a visit of somebody else, of another day, or before its pre-check. */
export async function visitForDose(
  context: Context,
  id: string | undefined,
  dose: { readonly person: string; readonly on: string },
): Promise<Visit | undefined> {
  if (id === undefined) return undefined
  const found = await context.find(visit, and(eq(visits.id, id), isNull(visits.voidedAt)))
  if (!found) return refuse('visit', { zh: '没有这次就诊', en: 'There is no such visit' })
  if (found.person !== dose.person)
    refuse('visit', { zh: '就诊不是此人的，请核对姓名', en: 'The visit is somebody else’s: compare the name' })
  if (found.happenedOn !== dose.on) refuse('visit', { zh: '就诊不是这一天的', en: 'The visit was on another day' })
  if (found.state !== 'checked' && found.state !== 'observing')
    refuse('visit', {
      zh: '尚未通过预检或已离开，不能接种',
      en: 'Before the pre-check, or after leaving, nothing is given',
    })
  return found
}

/** Counts the dose and begins the observation, anew for each dose. */
export async function beginObservation(context: Context, of: Visit): Promise<void> {
  const now = presentMoment(context.today)
  await context.changeOther(visit, of, {
    state: 'observing',
    doses: of.doses + 1,
    observedFrom: of.observedFrom ?? now,
    observeUntil: observeUntil(now),
  })
}
