import { z } from 'zod'
import type { Text } from '../text/text.ts'
import { defineAction, type ActionDefinition } from './define-action.ts'
import type { RecordDefinition, RecordTable, RowOf } from './define-record.ts'
import { field } from './field.ts'
import { voidedBecause } from './voided.ts'

const input = z.object({
  reason: field(z.string().trim().min(2).max(200), { title: { zh: '作废原因', en: 'Reason' }, multiline: true }),
})
const VOID: Text = { zh: '作废', en: 'Void' }

/** What every action that voids a row has in common: its name, the question asked before, and the reason. `confirm` says what becomes of the rest. */
export const voiding = (confirm: Text, title = VOID) =>
  ({ name: 'void', title, on: 'existing', confirm, input }) as const

/** Voids a row with a reason, and nothing besides: where other rows follow from it, the action is written with `voiding`. */
export function voidAction<Table extends RecordTable>(
  record: RecordDefinition<Table>,
  confirm: Text,
  title = VOID,
): ActionDefinition<Table, typeof input> {
  return defineAction(record, {
    ...voiding(confirm, title),
    run: ({ input: { reason }, change }) => change(voidedBecause(reason) as Partial<RowOf<Table>>),
  })
}
