import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { countTasks, type TaskCount } from '@kangheng/kernel/task/read.ts'
import type { Setting } from '../setting.ts'
import { visibleTasks } from './visible-tasks.ts'

/** How long the cockpit's counts of open work may be old; the work list itself is always counted anew. */
const KEPT = 15 * 60_000
const MOST = 500

const kept = new WeakMap<object, Map<string, { at: number; counts: Promise<TaskCount[]> }>>()

/** Open and overdue work of a place for the cockpit, counted at most every quarter of an hour for each role and scope. */
export function cockpitTasks(setting: Setting, actor: Actor, place: string): Promise<TaskCount[]> {
  const today = setting.today()
  const key = [actor.role, actor.division, actor.institution, actor.person, place, today].join('|')
  const known = kept.get(setting.database) ?? new Map<string, { at: number; counts: Promise<TaskCount[]> }>()
  kept.set(setting.database, known)
  const found = known.get(key)
  if (found && Date.now() - found.at < KEPT) return found.counts
  if (known.size >= MOST) known.clear()
  const counts = asActor(setting.database, setting.house, actor, (connection) =>
    countTasks(connection, { county: setting.county, today }, visibleTasks(setting.house, actor.role), { place }),
  )
  known.set(key, { at: Date.now(), counts })
  counts.catch(() => known.delete(key))
  return counts
}
