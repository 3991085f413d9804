import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { divisionLevel } from '@kangheng/kernel/place/code.ts'
import { countTasks, listTasks, type TaskCount, type TaskQuery, type TaskRow } from '@kangheng/kernel/task/read.ts'
import { forget, keep } from './kept.ts'
import type { Setting } from './setting.ts'
import { visibleTasks } from './view/visible-tasks.ts'

const isVillage = (actor: Actor) => actor.person !== null || divisionLevel(actor.division) === 'village'

/** Work derived from a whole township or county is worked out once for everybody with the same role and place. */
function kept<Value>(setting: Setting, actor: Actor, what: unknown, work: () => Promise<Value>): Promise<Value> {
  if (isVillage(actor)) return work()
  const key = ['tasks', actor.division, actor.role, setting.today(), JSON.stringify(what)].join('|')
  return keep(setting.database, key, work)
}

/** Due work of the kinds a reader sees, the most urgent first. */
export function dueWork(
  setting: Setting,
  actor: Actor,
  query: TaskQuery & { kind?: string | undefined },
): Promise<{ rows: TaskRow[]; next: string | null }> {
  const { kind, ...page } = query
  const tasks = visibleTasks(setting.house, actor.role).filter((task) => !kind || task.id === kind)
  const context = { county: setting.county, today: setting.today() }
  return kept(setting, actor, ['list', query], () =>
    asActor(setting.database, setting.house, actor, (connection) => listTasks(connection, context, tasks, page)),
  )
}

/** How much of each kind is open and overdue at a place. */
export function workCounts(
  setting: Setting,
  actor: Actor,
  query: Pick<TaskQuery, 'place' | 'within'>,
): Promise<TaskCount[]> {
  const tasks = visibleTasks(setting.house, actor.role)
  const context = { county: setting.county, today: setting.today() }
  return kept(setting, actor, ['count', query], () =>
    asActor(setting.database, setting.house, actor, (connection) => countTasks(connection, context, tasks, query)),
  )
}

/** What somebody has just done is gone from the work list of their own place; the county's follows within seconds. */
export function forgetWork(setting: Setting, actor: Actor): void {
  forget(setting.database, `tasks|${actor.division}`)
  if (divisionLevel(actor.division) === 'village') forget(setting.database, `tasks|${actor.division.slice(0, 9)}`)
}
