import { and, eq, isNull } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { item } from './records.ts'
import { items } from './tables.ts'

const find = (context: Pick<ActionContext, 'find'>, id: string) =>
  context.find(item, and(eq(items.id, id), isNull(items.voidedAt)))

/** An item that work set elsewhere is to feed. @throws Refusal of the field `letterItem` when there is none, or when it is over. */
export async function requireRunningItem(context: Pick<ActionContext, 'find'>, id: string): Promise<void> {
  const found = await find(context, id)
  if (!found) return refuse('letterItem', { zh: '没有这个责任书项目', en: 'There is no such item' })
  if (found.state === 'done' || found.state === 'failed')
    return refuse('letterItem', { zh: '该责任书项目已了结', en: 'The item is over' })
}

/**
 * Reports a letter's task done with what was done elsewhere as its evidence; the level above still checks it. Indicators, and tasks that are not in force, are left as they are.
 * @returns whether a task was reported.
 */
export async function reportFedTask(
  context: Pick<ActionContext, 'find' | 'changeOther' | 'today'>,
  id: string,
  evidence: string,
): Promise<boolean> {
  const found = await find(context, id)
  if (found?.kind !== 'task' || found.state !== 'in-force') return false
  await context.changeOther(item, found, { state: 'reported', evidence, reportedOn: context.today })
  return true
}
