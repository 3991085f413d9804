import { and, eq, isNull } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { examination } from '../health-record/index.ts'
import { isQualitative, type ItemId } from './items.ts'
import { attendance, result } from './records.ts'
import { attendances, results } from './tables.ts'

/** The column of the form that holds whole numbers. */
const WHOLE: readonly ItemId[] = ['haemoglobin', 'platelets']

/** Brings the newest valid result of one item into the examination form; empties it when there is none left. */
export async function refreshForm(
  { find, findAll, changeOther }: Pick<ActionContext, 'find' | 'findAll' | 'changeOther'>,
  id: string,
  item: ItemId,
): Promise<void> {
  const valid = and(eq(results.attendance, id), eq(results.item, item), isNull(results.voidedAt))
  const rows = await findAll(result, valid)
  const newest = rows.sort((one, other) => (one.measuredAt < other.measuredAt ? 1 : -1))[0]
  const held = await find(attendance, eq(attendances.id, id))
  const form = held?.examination ? await find(examination, eq(examination.table.id, held.examination)) : undefined
  if (!form) return
  const number = newest?.value == null ? null : WHOLE.includes(item) ? Math.round(Number(newest.value)) : newest.value
  await changeOther(examination, form, { [item]: isQualitative(item) ? (newest?.degree ?? null) : number })
}
