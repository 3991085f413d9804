import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RecordDefinition, RecordTable, RowOf } from '@kangheng/kernel/record/define-record.ts'

/**
 * Writes what a course derived anew: the columns of every visit for which they have changed, but for `self`, which the action itself writes.
 * `derived` holds the columns of each visit, by id.
 */
export async function writeCourse<Table extends RecordTable, Derived extends object>(
  context: Pick<ActionContext, 'changeOther'>,
  record: RecordDefinition<Table>,
  visits: readonly (RowOf<Table> & Readonly<Record<keyof Derived, unknown>> & { readonly id: string })[],
  derived: ReadonlyMap<string, Derived>,
  self: string,
): Promise<void> {
  for (const visit of visits) {
    const after = derived.get(visit.id)!
    const changed = (Object.keys(after) as (keyof Derived)[]).some((name) => after[name] !== visit[name])
    if (visit.id !== self && changed) await context.changeOther(record, visit, after as Partial<RowOf<Table>>)
  }
}
