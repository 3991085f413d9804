import { sql, type SQL } from 'drizzle-orm'
import { maskName } from '../person/mask.ts'
import { checkPlaceCode, divisionLevel, rangeOf, type PlaceCode } from '../place/code.ts'
import { daysBetween, type IsoDate } from '../period/date.ts'
import type { Connection } from '../store/connection.ts'
import { limitTo, runOften, runSql, textArray } from '../store/orm.ts'
import type { Text } from '../text/text.ts'
import { readCursor, writeCursor } from '../record/cursor.ts'
import type { TaskDefinition } from './define-task.ts'
import { workRows, type WorkSetting } from './store-work.ts'

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
  /** Of these people only. */
  readonly persons?: readonly string[] | undefined
  readonly overdue?: boolean | undefined
  /** Work due within so many days from today; a month by default. */
  readonly within?: number | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly unmasked: boolean
}

interface Setting extends WorkSetting {
  /** Kinds whose work is kept (`keptTasks`). */
  readonly kept?: ReadonlySet<string> | undefined
}

function inPlace(place: PlaceCode | undefined): SQL {
  if (!place) return sql``
  if (!divisionLevel(checkPlaceCode(place))) return sql` and x.institution = ${place}`
  const { from, to } = rangeOf(place)
  return sql` and x.division >= ${from} and x.division < ${to}`
}

/** All kinds' open work as one source: x(task, id, record_id, person, division, institution, due_on). What is kept is read, the rest derived. */
function union(tasks: readonly TaskDefinition[], setting: Setting): SQL {
  const columns = sql.raw('task, id, record_id, person, division, institution, due_on')
  const kept = tasks.filter((task) => setting.kept?.has(task.id))
  const parts = tasks
    .filter((task) => !setting.kept?.has(task.id))
    .map((task) => sql`select ${columns} from (${workRows(task, setting)}) derived`)
  if (kept.length > 0)
    parts.push(
      sql`select ${columns} from open_work where county = ${setting.county} and task = any(${textArray(kept.map(({ id }) => id))})`,
    )
  return sql.join(parts, sql` union all `)
}

/** A row of due work as the database gives it. */
interface FoundRow {
  task: string
  id: string
  record_id: string
  person: string | null
  person_name: string | null
  division: string
  division_name: string | null
  institution: string | null
  due_on: string
  turn: number
}

const pageSize = (query: TaskQuery) => Math.min(Math.max(query.limit ?? 50, 1), 1000)

/** What the mark of a page of work is made of. */
const TURN_DUE_ID = /^(\d)\|(\d{4}-\d{2}-\d{2})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Which work is meant by a query, as a condition over x. */
const dueWithin = (
  setting: Setting,
  { within, place, persons }: Pick<TaskQuery, 'place' | 'within' | 'persons'>,
): SQL =>
  sql`x.due_on <= ${setting.today}::date + ${within ?? 31}::int${inPlace(place)}${persons ? sql` and x.person = any(${textArray(persons)}::uuid[])` : sql``}`

/** Work overdue by more days than this stands behind everything else: it is to be cleared up one day, and would hide what today asks for. */
export const LONG_OVERDUE = 90

/**
 * When it is a piece of work's turn: 0 a legal limit reached or just missed, 1 due today, 2 overdue, 3 still to come, 4 overdue for long. The order of the list on a phone
 * is the same (`web/src/tasks/turn.ts`).
 */
function turnOf(tasks: readonly TaskDefinition[], { today }: Setting): SQL {
  const statutory = textArray(tasks.filter(({ severity }) => severity === 'statutory').map(({ id }) => id))
  return sql`case when x.due_on < ${today}::date - ${LONG_OVERDUE}::int then 4 when x.due_on > ${today}::date then 3
    when x.task = any(${statutory}) then 0 when x.due_on = ${today}::date then 1 else 2 end`
}

/** A page of x with the names of its places and people, one row more than asked, so that it is seen whether more follows. */
function pageOf(
  source: SQL,
  where: SQL,
  { setting, tasks, query }: { setting: Setting; tasks: readonly TaskDefinition[]; query: TaskQuery },
): SQL {
  const [turn, due, id] = query.cursor ? readCursor(query.cursor, TURN_DUE_ID) : []
  const later = turn ? sql` where (x.turn, x.due_on, x.id) > (${turn}::int, ${due}::date, ${id}::uuid)` : sql``
  return sql`select t.*, d.name as division_name, p.name as person_name from (
      select * from (select x.*, ${turnOf(tasks, setting)} as turn from ${source} x where ${where}) x${later}
      order by x.turn, x.due_on, x.id ${limitTo(pageSize(query) + 1)}) t
    left join division d on d.code = t.division left join person p on p.county = ${setting.county} and p.id = t.person`
}

function presentPage(
  found: readonly FoundRow[],
  setting: Setting,
  tasks: readonly TaskDefinition[],
  query: TaskQuery,
): { rows: TaskRow[]; next: string | null } {
  const limit = pageSize(query)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const rows = found.slice(0, limit).map((row): TaskRow => {
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
  const last = found[limit - 1]
  return { rows, next: found.length > limit && last ? writeCursor([String(last.turn), last.due_on, last.id]) : null }
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
  const where = query.overdue
    ? sql`x.due_on < ${setting.today}::date${inPlace(query.place)}`
    : dueWithin(setting, query)
  const found = await runOften<FoundRow>(
    connection,
    sql`${pageOf(sql`(${union(tasks, setting)})`, where, { setting, tasks, query })} order by t.turn, t.due_on, t.id`,
    'work',
  )
  return presentPage(found, setting, tasks, query)
}

const counting = (setting: Setting): SQL =>
  sql`count(*)::int as open, count(*) filter (where x.due_on < ${setting.today}::date)::int as overdue`

interface FoundCount {
  task: string
  open: number
  overdue: number
}

function presentCounts(tasks: readonly TaskDefinition[], found: readonly FoundCount[]): TaskCount[] {
  const counts = new Map(found.map((row) => [row.task, row]))
  return tasks.map((task) => ({
    task: task.id,
    title: task.title,
    open: counts.get(task.id)?.open ?? 0,
    overdue: counts.get(task.id)?.overdue ?? 0,
  }))
}

/**
 * The first page of open work, and how much there is of each kind, both out of one look at the records: over a whole county a look takes seconds.
 * Call inside `asActor`.
 */
export async function readWork(
  connection: Connection,
  setting: Setting,
  tasks: readonly TaskDefinition[],
  query: Omit<TaskQuery, 'cursor' | 'overdue'>,
): Promise<{ rows: TaskRow[]; next: string | null; counts: TaskCount[] }> {
  if (tasks.length === 0) return { rows: [], next: null, counts: [] }
  const found = await runOften<FoundRow & { counts: FoundCount[] | null }>(
    connection,
    sql`with x as materialized (select * from (${union(tasks, setting)}) x where ${dueWithin(setting, query)})
      select t.*, c.counts from (select json_agg(g) as counts from (select x.task, ${counting(setting)} from x group by x.task) g) c
      left join (${pageOf(sql`x`, sql`true`, { setting, tasks, query })}) t on true order by t.turn, t.due_on, t.id`,
    'work',
  )
  const page = presentPage(
    found.filter((row) => row.id !== null),
    setting,
    tasks,
    query,
  )
  return { ...page, counts: presentCounts(tasks, found[0]?.counts ?? []) }
}

/** Open and overdue work of each kind, kinds without any included. Call inside `asActor`. */
export async function countTasks(
  connection: Connection,
  setting: Setting,
  tasks: readonly TaskDefinition[],
  query: Pick<TaskQuery, 'place' | 'within'>,
): Promise<TaskCount[]> {
  if (tasks.length === 0) return []
  const found = await runSql<FoundCount>(
    connection,
    sql`select x.task, ${counting(setting)} from (${union(tasks, setting)}) x where ${dueWithin(setting, query)} group by x.task`,
  )
  return presentCounts(tasks, found)
}
