import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { TaskDefinition } from '@kangheng/kernel/task/define-task.ts'

/** Kinds of due work whose records the role sees. */
export function visibleTasks(house: House, role: string): TaskDefinition[] {
  const sees = house.roles.get(role)?.sees
  return [...house.tasks.values()].filter((task) => sees?.has(task.record))
}
