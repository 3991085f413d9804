import { escapeIdentifier, escapeLiteral } from 'pg'
import { APPLICATION_ROLE, COUNTY_ROLE } from '../../access/policies.ts'
import type { Database, Connection } from '../connection.ts'
import { DISTRIBUTION_COLUMN, type DistributionPlan, type Placement, type PlannedTable } from './plan.ts'

/** What a server says of the Citus extension. */
export type CitusState = 'not-installed' | 'not-created' | 'ready'

/** Whether Citus is there to be used; `not-created` means that the server has it, and this database does not yet. */
export async function citusState(connection: Connection): Promise<CitusState> {
  const [row] = await connection.query<{ installed_version: string | null }>(
    `select installed_version from pg_available_extensions where name = 'citus'`,
  )
  if (!row) return 'not-installed'
  return row.installed_version === null ? 'not-created' : 'ready'
}

/** Whether tables of this database are distributed: policies are then written in the form that Citus takes. */
export async function isDistributed(connection: Connection): Promise<boolean> {
  const [row] = await connection.query<{ found: boolean }>(
    `select to_regclass('pg_dist_partition') is not null as found`,
  )
  if (!row?.found) return false
  return (await standing(connection)).size > 0
}

/**
 * Where the tables lie already. Source: Citus, “pg_dist_partition”: `h` is distributed by hash, `n` has no distribution column; of those, `t` in `repmodel` is a
 * reference table, the others are local tables that Citus merely knows of.
 */
async function standing(connection: Connection): Promise<Map<string, Placement>> {
  const rows = await connection.query<{ name: string; placement: Placement }>(
    `select c.relname as name, case when p.partmethod = 'h' then 'distributed' else 'reference' end as placement
       from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
      where c.relnamespace = 'public'::regnamespace and (p.partmethod = 'h' or p.repmodel = 't')`,
  )
  return new Map(rows.map((row) => [row.name, row.placement]))
}

/** How a plan is carried out. */
export interface DistributionOptions {
  /** Shards of the distributed tables; each county lies in one. */
  readonly shards: number
  /** Rows are moved while others write (`create_distributed_table_concurrently`; the server needs wal_level=logical). */
  readonly online: boolean
}

/** The statement that puts one table where the plan has it; none for what stays on the coordinator. */
export function placingStatement(
  table: PlannedTable,
  beside: string | null,
  { shards, online }: DistributionOptions,
): string | undefined {
  if (table.placement === 'local') return undefined
  if (table.placement === 'reference') return `select create_reference_table(${escapeLiteral(table.name)})`
  const call = online ? 'create_distributed_table_concurrently' : 'create_distributed_table'
  const where =
    beside === null ? `colocate_with => 'none', shard_count => ${shards}` : `colocate_with => ${escapeLiteral(beside)}`
  return `select ${call}(${escapeLiteral(table.name)}, ${escapeLiteral(DISTRIBUTION_COLUMN)}, ${where})`
}

/**
 * What must hold before the first table moves. `SET LOCAL` reaches the nodes only when Citus is told so, and by it they learn who asks; and Citus goes to the nodes as
 * the role that asks, which must therefore be able to sign in there. Policies that read another table do so within a statement on a node: what they read is of the same county,
 * hence on the same node, which is the condition under which Citus lets them.
 */
export async function prepareDistribution(database: Database): Promise<void> {
  const [row] = await database.query<{ name: string }>('select current_database()::text as name')
  await database.execute(`alter database ${escapeIdentifier(row!.name)} set citus.propagate_set_commands to 'local'`)
  for (const role of [APPLICATION_ROLE, COUNTY_ROLE]) {
    await database.execute(`alter role ${role} login`)
    await database.execute(`alter role ${role} set citus.allow_nested_distributed_execution to on`)
  }
}

/** A step that was taken, or was not needed any more. */
export interface DistributionStep {
  readonly table: string
  readonly placement: Placement
  readonly done: 'now' | 'before'
}

/**
 * Puts every table where the plan has it, each by itself; what is there already is left. May be broken off and run again.
 * @throws Error when a table lies elsewhere than planned, or when Citus refuses
 */
export async function distribute(
  database: Database,
  plan: DistributionPlan,
  options: DistributionOptions,
  progress: (step: DistributionStep, number: number, total: number) => void = () => {},
): Promise<DistributionStep[]> {
  const there = await standing(database)
  const moving = plan.tables.filter((table) => table.placement !== 'local')
  // A table that stands already is what the others are laid beside, whatever the plan of today would begin with.
  let beside = plan.tables.find((table) => there.get(table.name) === 'distributed')?.name ?? null
  const steps: DistributionStep[] = []
  for (const [index, table] of moving.entries()) {
    const now = there.get(table.name)
    if (now && now !== table.placement)
      throw new Error(`${table.name} is a ${now} table, and planned as a ${table.placement} one`)
    if (!now) await database.query(placingStatement(table, beside, options)!)
    if (table.placement === 'distributed') beside ??= table.name
    const step: DistributionStep = { table: table.name, placement: table.placement, done: now ? 'before' : 'now' }
    steps.push(step)
    progress(step, index + 1, moving.length)
  }
  return steps
}
