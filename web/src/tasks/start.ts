import type { Action, TaskRow } from '../api/types.ts'

/** What the form of a piece of work is told: the record it is done to; otherwise the person, and the record where a field of the form asks for one of its kind. */
export function startOf(task: TaskRow, action: Action): Record<string, string> {
  if (action.on === 'existing') return { id: task.recordId }
  const asks = Object.entries(action.input.properties ?? {}).find(
    ([, field]) => field['x-refers-to'] === `record:${task.record}`,
  )
  return {
    ...(task.person ? { person: task.person } : {}),
    ...(asks ? { fill: new URLSearchParams({ [asks[0]]: task.recordId }).toString() } : {}),
  }
}
