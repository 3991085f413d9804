import type { PgTable } from 'drizzle-orm/pg-core'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { undoEffects, type Effect } from '@kangheng/kernel/person/undo.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RecordDefinition, RecordTable } from '@kangheng/kernel/record/define-record.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'

/** A table of events that remember what they changed. */
type EventTable = RecordTable & { readonly $inferSelect: { effects: Effect[] } } & PgTable

/**
 * The action that voids an event: what it changed in the master index is taken back exactly, the record stays with the reason.
 * Refused when a later event has changed the same, or when the event was loaded in bulk and does not know what it changed.
 */
export function voidEvent<Table extends EventTable>(record: RecordDefinition<Table>) {
  return defineAction(record, {
    ...voiding({
      zh: '作废后，这项登记引起的人口变动将全部撤回。确定作废吗？',
      en: 'Everything this entry changed will be taken back. Void it?',
    }),
    async run(context) {
      const { effects } = context.current as { effects: Effect[] }
      if (effects.length === 0) {
        throw new Refusal('conflict', {
          zh: '这项登记是批量导入的，不能直接作废，请登记更正',
          en: 'This entry was loaded in bulk and cannot be voided; record a correction',
        })
      }
      await withHouseRights(context.connection, () => undoEffects(context, effects))
      return context.change(voidedBecause(context.input.reason) as never)
    },
  })
}
