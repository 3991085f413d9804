import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { divisionLevel } from '@kangheng/kernel/place/code.ts'
import { countTasks, listTasks, type TaskCount, type TaskQuery, type TaskRow } from '@kangheng/kernel/task/read.ts'
import { forget, keep, type Keeping } from './kept.ts'
import type { Setting } from './setting.ts'
import { visibleTasks } from './view/visible-tasks.ts'

/** Lists and counts over a whole township or county cost a second; what concerns a village is asked anew each time. */
const WORK: Keeping = { freshMilliseconds: 10_000, usableMilliseconds: 60_000, atMost: 2_000 }
const QUARTER_OF_AN_HOUR = 15 * 60_000
/** The cockpit's counts may be older: who works looks at the list. */
const COCKPIT: Keeping = {
  freshMilliseconds: QUARTER_OF_AN_HOUR,
  usableMilliseconds: QUARTER_OF_AN_HOUR,
  atMost: 500,
}

const isVillage = (actor: Actor) => actor.person !== null || divisionLevel(actor.division) === 'village'

/** Work derived from a whole township or county is worked out once for everybody with the same role and place. */
function kept<Value>(setting: Setting, actor: Actor, what: unknown, work: () => Promise<Value>): Promise<Value> {
  if (isVillage(actor)) return work()
  const key = [actor.division, actor.role, setting.today(), JSON.stringify(what)].join('|')
  return keep(setting.database, WORK, key, work)
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
  return kept(setting, actor, ['count', query], () => countWork(setting, actor, query))
}

/** The same for the cockpit, counted at most every quarter of an hour for each role and scope. */
export function cockpitWork(setting: Setting, actor: Actor, place: string): Promise<TaskCount[]> {
  const key = [actor.role, actor.division, actor.institution, actor.person, place, setting.today()].join('|')
  return keep(setting.database, COCKPIT, key, () => countWork(setting, actor, { place }))
}

function countWork(setting: Setting, actor: Actor, query: Pick<TaskQuery, 'place' | 'within'>): Promise<TaskCount[]> {
  const tasks = visibleTasks(setting.house, actor.role)
  const context = { county: setting.county, today: setting.today() }
  return asActor(setting.database, setting.house, actor, (connection) => countTasks(connection, context, tasks, query))
}

/** What somebody has just done is gone from the work list of their own place; the county's follows within seconds. */
export function forgetWork(setting: Setting, actor: Actor): void {
  forget(setting.database, WORK, actor.division)
  if (divisionLevel(actor.division) === 'village') forget(setting.database, WORK, actor.division.slice(0, 9))
}
