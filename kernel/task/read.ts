import { sql, type SQL } from 'drizzle-orm'
import { maskName } from '../person/mask.ts'
import { checkPlaceCode, divisionLevel, rangeOf, type PlaceCode } from '../place/code.ts'
import { daysBetween, type IsoDate } from '../period/date.ts'
import type { Connection } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import type { Text } from '../text/text.ts'
import { readCursor, writeCursor } from '../record/cursor.ts'
import type { TaskDefinition } from './define-task.ts'

/** One piece of due work. */
export interface TaskRow {
  readonly task: string
  readonly title: Text
  readonly record: string
  readonly recordId: string
  readonly person: string | null
  readonly personName: string | null
  readonly division: string
  readonly divisionName: string
  readonly institution: string | null
  readonly dueOn: IsoDate
  /** Days past the due day; 0 when it is not overdue. */
  readonly overdueDays: number
  readonly severity: TaskDefinition['severity']
  readonly action: string | null
}

/** How much work of a kind is open, and how much of it overdue. */
export interface TaskCount {
  readonly task: string
  readonly title: Text
  readonly open: number
  readonly overdue: number
}

/** What is asked of a work list. */
export interface TaskQuery {
  readonly place?: PlaceCode | undefined
  readonly overdue?: boolean | undefined
  /** Work due within so many days from today; a month by default. */
  readonly within?: number | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly unmasked: boolean
}

interface Setting {
  readonly county: string
  readonly today: IsoDate
}

function inPlace(place: PlaceCode | undefined): SQL {
  if (!place) return sql``
  if (!divisionLevel(checkPlaceCode(place))) return sql` and x.institution = ${place}`
  const { from, to } = rangeOf(place)
  return sql` and x.division >= ${from} and x.division < ${to}`
}

/** All kinds' open work as one source: x(task, id, record_id, person, division, institution, due_on). */
function union(tasks: readonly TaskDefinition[], setting: Setting): SQL {
  const parts = tasks.map(
    (task) =>
      sql`select ${task.id}::text as task, q.id::uuid as id, q.record_id::uuid as record_id, q.person::uuid as person, q.division::text collate "C" as division, q.institution::text collate "C" as institution, q.due_on::date as due_on
        from (${task.query(setting)}) q`,
  )
  return sql.join(parts, sql` union all `)
}

/**
 * Open work of the given kinds, the most urgent first, as row-level security lets the actor see it: call inside `asActor`.
 */
export async function listTasks(
  connection: Connection,
  setting: Setting,
  tasks: readonly TaskDefinition[],
  query: TaskQuery,
): Promise<{ rows: TaskRow[]; next: string | null }> {
  if (tasks.length === 0) return { rows: [], next: null }
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 1000)
  const after = query.cursor ? readCursor(query.cursor) : undefined
  const rows = await runSql<{
    task: string
    id: string
    record_id: string
    person: string | null
    person_name: string | null
    division: string
    division_name: string | null
    institution: string | null
    due_on: string
  }>(
    connection,
    sql`select t.*, d.name as division_name, p.name as person_name from (
        select * from (${union(tasks, setting)}) x where ${
          query.overdue
            ? sql`x.due_on < ${setting.today}::date`
            : sql`x.due_on <= ${setting.today}::date + ${query.within ?? 31}::int`
        }${inPlace(query.place)}${after ? sql` and (x.due_on, x.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
        order by x.due_on, x.id limit ${limit + 1}) t
      left join division d on d.code = t.division left join person p on p.county = ${setting.county} and p.id = t.person
      order by t.due_on, t.id`,
  )
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const page = rows.slice(0, limit).map((row): TaskRow => {
    const task = byId.get(row.task)!
    return {
      task: row.task,
      title: task.title,
      record: task.record,
      recordId: row.record_id,
      person: row.person,
      personName: row.person_name && !query.unmasked ? maskName(row.person_name) : row.person_name,
      division: row.division,
      divisionName: row.division_name ?? row.division,
      institution: row.institution,
      dueOn: row.due_on,
      overdueDays: Math.max(0, daysBetween(row.due_on, setting.today)),
      severity: task.severity,
      action: task.action ?? null,
    }
  })
  const last = rows[limit - 1]
  return { rows: page, next: rows.length > limit && last ? writeCursor([last.due_on, last.id]) : null }
}

/** Open and overdue work of each kind, kinds without any included. Call inside `asActor`. */
export async function countTasks(
  connection: Connection,
  setting: Setting,
  tasks: readonly TaskDefinition[],
  query: Pick<TaskQuery, 'place' | 'within'>,
): Promise<TaskCount[]> {
  if (tasks.length === 0) return []
  const rows = await runSql<{ task: string; open: number; overdue: number }>(
    connection,
    sql`select x.task, count(*) as open, count(*) filter (where x.due_on < ${setting.today}::date) as overdue
      from (${union(tasks, setting)}) x where x.due_on <= ${setting.today}::date + ${query.within ?? 31}::int${inPlace(query.place)} group by x.task`,
  )
  const counts = new Map(rows.map((row) => [row.task, row]))
  return tasks.map((task) => ({
    task: task.id,
    title: task.title,
    open: counts.get(task.id)?.open ?? 0,
    overdue: counts.get(task.id)?.overdue ?? 0,
  }))
}
