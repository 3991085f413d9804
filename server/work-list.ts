import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { checkPlaceCode, divisionLevel } from '@kangheng/kernel/place/code.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { TaskDefinition } from '@kangheng/kernel/task/define-task.ts'
import {
  countTasks,
  listTasks,
  readWork,
  type TaskCount,
  type TaskQuery,
  type TaskRow,
} from '@kangheng/kernel/task/read.ts'
import { keptTasks, type WorkSetting } from '@kangheng/kernel/task/store-work.ts'
import { forget, keep, type Keeping } from './kept.ts'
import type { Setting } from './setting.ts'
import { visibleTasks } from './view/visible-tasks.ts'

/** Lists and counts over a whole county take a tenth of a second; what concerns a village is asked anew each time. */
const WORK: Keeping = { freshMilliseconds: 10_000, usableMilliseconds: 5 * 60_000, atMost: 2_000 }
/** The cockpit's counts may be older: who works looks at the list. */
const COCKPIT: Keeping = { freshMilliseconds: 60_000, usableMilliseconds: 15 * 60_000, atMost: 500 }

const isVillage = (actor: Actor) => actor.person !== null || divisionLevel(actor.division) === 'village'

/** Work derived from a whole township or county is worked out once for a reader: some rows are seen by whoever wrote them, and not by others of the same role. */
function kept<Value>(setting: Setting, actor: Actor, what: unknown, work: () => Promise<Value>): Promise<Value> {
  if (isVillage(actor)) return work()
  const key = [actor.division, actor.role, actor.account, setting.today(), JSON.stringify(what)].join('|')
  return keep(setting.database, WORK, key, work)
}

/** Due work of the kinds a reader sees, the most urgent first; with its first page how much of each kind is open and overdue at the place. */
export async function dueWork(
  setting: Setting,
  actor: Actor,
  query: TaskQuery & { kind?: string | undefined },
): Promise<{ rows: TaskRow[]; next: string | null; counts: TaskCount[] }> {
  const { kind, cursor, overdue, ...first } = query
  const whole = () =>
    kept(setting, actor, ['first', first], () =>
      inHouse(setting, actor, (connection, context, tasks) => readWork(connection, context, tasks, first)),
    )
  if (!kind && !cursor && !overdue) return whole()
  const page = await kept(setting, actor, ['list', query], () =>
    inHouse(setting, actor, (connection, context, tasks) =>
      listTasks(connection, context, kind ? tasks.filter((task) => task.id === kind) : tasks, {
        ...first,
        cursor,
        overdue,
      }),
    ),
  )
  return { ...page, counts: cursor ? [] : (await whole()).counts }
}

/** So many days ahead the file of a person tells what falls due. */
const AHEAD_OF_PERSON = 92

/** What is to be done for somebody, or for all of a household, in their township, the most urgent first, of the kinds that the reader sees; nothing for who is out of sight. */
export function workOfPeople(
  setting: Setting,
  actor: Actor,
  persons: readonly string[],
  unmasked: boolean,
): Promise<TaskRow[]> {
  return inHouse(setting, actor, async (connection, context, tasks) => {
    const [home] = await connection.query<{ division: string }>(
      'select division from person where county = $1 and id = any($2::uuid[]) limit 1',
      [setting.county, [...persons]],
    )
    if (!home) return []
    // A kind that is worked out for many people at once is worked out for a township at most.
    const place = checkPlaceCode(home.division.slice(0, 9))
    const { rows } = await listTasks(connection, context, tasks, { persons, place, unmasked, within: AHEAD_OF_PERSON })
    return rows
  })
}

/** Due work of each kind for the cockpit, counted at most once a minute for each role and scope. */
export function cockpitWork(setting: Setting, actor: Actor, place: string): Promise<TaskCount[]> {
  const key = [actor.role, actor.division, actor.institution, actor.person, place, setting.today()].join('|')
  return keep(setting.database, COCKPIT, key, () =>
    inHouse(setting, actor, (connection, context, tasks) => countTasks(connection, context, tasks, { place })),
  )
}

function inHouse<Value>(
  setting: Setting,
  actor: Actor,
  work: (
    connection: Connection,
    context: WorkSetting & { kept: ReadonlySet<string> },
    tasks: readonly TaskDefinition[],
  ) => Promise<Value>,
): Promise<Value> {
  const tasks = visibleTasks(setting.house, actor.role)
  const context = { county: setting.county, today: setting.today() }
  return asActor(setting.database, setting.house, actor, async (connection) =>
    work(connection, { ...context, kept: await keptTasks(connection, context, tasks) }, tasks),
  )
}

/** What somebody has just done is gone from the work list of their own place; the county's follows within seconds. */
export function forgetWork(setting: Setting, actor: Actor): void {
  forget(setting.database, WORK, actor.division)
  if (divisionLevel(actor.division) === 'village') forget(setting.database, WORK, actor.division.slice(0, 9))
}
