import { createHash } from 'node:crypto'
import { getTableName, sql, type SQL } from 'drizzle-orm'
import type { House } from '../domain/registry.ts'
import { withHouseRights } from '../access/house-rights.ts'
import type { IsoDate } from '../period/date.ts'
import { persons } from '../person/tables.ts'
import type { RowChange } from '../record/changes.ts'
import type { Connection, Database } from '../store/connection.ts'
import { renderSql, runOften, runSql, textArray } from '../store/orm.ts'
import type { TaskDefinition } from './define-task.ts'

/*
 * Open work is derived from records, and looking at all of them for a list of work took a county seconds. It is kept in `open_work`:
 * - a write renews, in its own transaction, the work of the persons it is about, in every kind that reads a table it wrote;
 * - all work is derived anew when the day changes, and some time after writes: what a write means for others than the persons it is about comes with that.
 * A kind that is not kept as of today is derived when it is asked for (`read.ts`). So is, always, a kind that reads rows which a restrictive policy hides from
 * some who see the record: what is kept knows who sees records, not who sees which of their rows.
 */

/** The county and the day that work is derived for. */
export interface WorkSetting {
  readonly county: string
  readonly today: IsoDate
}

/** A kind's rows: task, id, record, record_id, person, division, institution, due_on. */
export function workRows(task: TaskDefinition, setting: WorkSetting): SQL {
  return sql`select ${task.id}::text as task, q.id::uuid as id, ${task.record}::text as record, q.record_id::uuid as record_id, q.person::uuid as person,
      q.division::text collate "C" as division, q.institution::text collate "C" as institution, q.due_on::date as due_on
    from (${task.query(setting)}) q`
}

/** What a kind's statement tells of it. */
interface KnownTask {
  /** The statement in short: the same text with the same parameters finds the same work. */
  readonly statement: string
  /** Its words, the names of the tables it reads among them. */
  readonly words: ReadonlySet<string>
  /** Whether its work belongs to persons. */
  readonly personal: boolean
}

/** A kind whose work belongs to no person says so in its statement. */
const IMPERSONAL = /\bnull(::uuid)? as person\b/i

/** The statements of a day are put together once. */
const known = new WeakMap<TaskDefinition, { day: string; task: KnownTask }>()

function knownTask(task: TaskDefinition, setting: WorkSetting): KnownTask {
  const day = `${setting.county} ${setting.today}`
  const before = known.get(task)
  if (before?.day === day) return before.task
  const { text, params } = renderSql(task.query(setting))
  const made = {
    statement: createHash('sha1')
      .update(JSON.stringify([text, params]))
      .digest('hex'),
    words: new Set(text.match(/\w+/g)),
    personal: !IMPERSONAL.test(text),
  }
  known.set(task, { day, task: made })
  return made
}

/** Those of the kinds whose open work is kept as of today. */
export async function keptTasks(
  connection: Connection,
  setting: WorkSetting,
  tasks: readonly TaskDefinition[],
): Promise<ReadonlySet<string>> {
  const rows = await runSql<{ task: string; statement: string }>(
    connection,
    sql`select task, statement from stored_task where county = ${setting.county}`,
  )
  const kept = new Map(rows.map(({ task, statement }) => [task, statement]))
  return new Set(tasks.filter((task) => kept.get(task.id) === knownTask(task, setting).statement).map(({ id }) => id))
}

/**
 * Puts what was derived in the place of what is kept under the same condition; rows that are as they were are not written. `not in` is looked up in a hash
 * whatever the planner thinks of the number of rows; `not exists` it would answer row by row while the table has no statistics.
 */
const replace = (setting: WorkSetting, rows: SQL, among: SQL): SQL => sql`
  with fresh as materialized (select distinct on (task, id) * from (${rows}) r where r.division is not null and r.due_on is not null),
  gone as (
    delete from open_work w where w.county = ${setting.county} and ${among}
      and (w.task, w.id) not in (select f.task, f.id from fresh f))
  insert into open_work as w (county, task, id, record, record_id, person, division, institution, due_on)
  select ${setting.county}, f.task, f.id, f.record, f.record_id, f.person, f.division, f.institution, f.due_on from fresh f
  on conflict (county, task, id) do update
    set record = excluded.record, record_id = excluded.record_id, person = excluded.person, division = excluded.division,
      institution = excluded.institution, due_on = excluded.due_on
    where (w.record_id, w.person, w.division, w.institution, w.due_on)
      is distinct from (excluded.record_id, excluded.person, excluded.division, excluded.institution, excluded.due_on)`

/** Kinds are locked before persons, both in one order; who renews a whole kind does it alone, who renews persons' work only while nobody does. */
async function lock(
  connection: Connection,
  whole: readonly string[],
  shared: readonly string[],
  people: readonly string[],
) {
  const names = [...new Set([...whole, ...shared])].sort()
  const alone = new Set(whole)
  await connection.query(
    `select case when alone then pg_advisory_xact_lock(hashtextextended('work ' || name, 0)) else pg_advisory_xact_lock_shared(hashtextextended('work ' || name, 0)) end
     from unnest($1::text[], $2::boolean[]) as wanted (name, alone)`,
    [names, names.map((name) => alone.has(name))],
  )
  if (people.length > 0)
    await connection.query(
      `select pg_advisory_xact_lock(hashtextextended('work of ' || person, 0)) from unnest($1::text[]) as wanted (person)`,
      [[...people].sort()],
    )
}

/** Those of the kinds that may be kept. */
async function keepable(
  connection: Connection,
  setting: WorkSetting,
  tasks: readonly TaskDefinition[],
): Promise<TaskDefinition[]> {
  const restricted = await connection.query<{ name: string }>(
    `select distinct tablename as name from pg_policies where schemaname = 'public' and permissive = 'RESTRICTIVE'`,
  )
  return tasks.filter((task) => !restricted.some(({ name }) => knownTask(task, setting).words.has(name)))
}

/**
 * Derives all open work of the kinds anew and keeps it, each kind in a transaction of its own: with the house's rights, outside any actor's scope.
 * `stop` leaves out what has not begun.
 */
export async function storeWork(
  database: Database,
  setting: WorkSetting,
  tasks: readonly TaskDefinition[],
  stop?: AbortSignal,
): Promise<void> {
  const kept = await keepable(database, setting, tasks)
  for (const task of kept) {
    if (stop?.aborted) return
    await database.transaction(async (connection) => {
      await lock(connection, [task.id], [], [])
      await runSql(connection, replace(setting, workRows(task, setting), sql`w.task = ${task.id}`))
      await runSql(
        connection,
        sql`insert into stored_task (county, task, statement, stored_at) values (${setting.county}, ${task.id}, ${knownTask(task, setting).statement}, now())
          on conflict (county, task) do update set statement = excluded.statement, stored_at = excluded.stored_at`,
      )
    })
  }
  for (const table of ['stored_task', 'open_work'])
    await runSql(
      database,
      sql`delete from ${sql.identifier(table)} where county = ${setting.county} and not task = any(${textArray(kept.map(({ id }) => id))})`,
    )
}

/** Whom a changed row is about, as it was and as it is. */
function personsOf({ table, before, after }: RowChange): string[] {
  const column = getTableName(table) === getTableName(persons) ? 'id' : 'person'
  return [before?.[column], after[column]].filter((person): person is string => typeof person === 'string')
}

/** Which kinds a write means something for: as a whole, or for the persons only. */
function touched(house: House, setting: WorkSetting, changes: readonly RowChange[]) {
  const whole = new Set<TaskDefinition>()
  const personal = new Set<TaskDefinition>()
  const people = new Set<string>()
  const tables = new Map<string, { nobodys: boolean }>()
  for (const change of changes) {
    const found = personsOf(change)
    for (const person of found) people.add(person)
    const table = getTableName(change.table)
    tables.set(table, { nobodys: (tables.get(table)?.nobodys ?? false) || found.length === 0 })
  }
  for (const task of house.tasks.values()) {
    const about = knownTask(task, setting)
    for (const [table, { nobodys }] of tables) {
      if (!about.words.has(table)) continue
      if (nobodys || !about.personal) whole.add(task)
      else personal.add(task)
    }
  }
  for (const task of whole) personal.delete(task)
  return { whole: [...whole], personal: [...personal], people: [...people] }
}

/** All rows of several kinds. */
const together = (tasks: readonly TaskDefinition[], setting: WorkSetting) =>
  sql.join(
    tasks.map((task) => workRows(task, setting)),
    sql` union all `,
  )

/**
 * Renews the open work of the persons that rows were written of, and the work of nobody where rows are nobody's, in the transaction that wrote them. Kinds that
 * are not kept are left alone.
 */
export async function renewWork(
  connection: Connection,
  house: House,
  setting: WorkSetting,
  changes: readonly RowChange[],
): Promise<void> {
  const { whole, personal, people } = touched(house, setting, changes)
  const kept = await keptTasks(connection, setting, [...whole, ...personal])
  if (kept.size === 0) return
  const isKept = ({ id }: TaskDefinition) => kept.has(id)
  const [all, some] = [whole.filter(isKept), people.length > 0 ? personal.filter(isKept) : []]
  const ids = (tasks: readonly TaskDefinition[]) => tasks.map(({ id }) => id)
  if (all.length + some.length === 0) return
  await withHouseRights(connection, async () => {
    await lock(connection, ids(all), ids(some), people)
    if (all.length > 0)
      await runSql(connection, replace(setting, together(all, setting), sql`w.task = any(${textArray(ids(all))})`))
    if (some.length > 0) {
      const theirs = sql`${sql.param(people)}::uuid[]`
      const rows = sql.join(
        some.map((task) => sql`select * from (${workRows(task, setting)}) t where t.person = any(${theirs})`),
        sql` union all `,
      )
      const among = sql`w.person = any(${theirs}) and w.task = any(${textArray(ids(some))})`
      await runOften(connection, replace(setting, rows, among), 'work of persons')
    }
  })
}
