import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '../../domain/registry.ts'
import { openTestDatabase } from '../../testing/database.ts'
import type { Database } from '../connection.ts'
import { MIGRATION_TABLES } from '../migrate.ts'
import { citusState, distribute, isDistributed, placingStatement } from './apply.ts'
import { planDistribution, type DistributionPlan } from './plan.ts'
import { readShapes } from './shape.ts'

/** What Citus would do of it all: the functions note in the catalogue where a table lies, and refuse a table that lies somewhere already, as Citus does. */
const STAND_IN = `
create schema stand_in;
create table stand_in.pg_dist_partition (logicalrelid regclass primary key, partmethod "char", repmodel "char", colocationid int);
create table stand_in.call (number serial, said text);
create function stand_in.create_reference_table(relation regclass) returns void language sql as $$
  insert into stand_in.pg_dist_partition values (relation, 'n', 't', 1);
  insert into stand_in.call (said) values ('reference ' || relation::text) $$;
create function stand_in.create_distributed_table(relation regclass, distribution_column text, colocate_with text default 'default', shard_count int default null)
returns void language sql as $$
  insert into stand_in.pg_dist_partition values (relation, 'h', 's', 2);
  insert into stand_in.call (said) values ('distributed ' || relation::text || ' ' || distribution_column || ' ' || colocate_with || coalesce(' ' || shard_count::text, '')) $$;
set search_path to public, stand_in`

let database: Database
let plan: DistributionPlan
const OPTIONS = { shards: 8, online: false }
const calls = async () =>
  (await database.query<{ said: string }>('select said from stand_in.call order by number')).map((row) => row.said)

before(async () => {
  database = await openTestDatabase(buildHouse([], []))
  plan = planDistribution(await readShapes(database), MIGRATION_TABLES)
})
after(async () => {
  await database.execute('drop schema if exists stand_in cascade; reset search_path')
  await database.close()
})

test('the real schema can be distributed as it is', () => {
  assert.deepEqual(plan.faults, [])
  const of = (placement: string) => plan.tables.filter((each) => each.placement === placement).map((each) => each.name)
  assert.deepEqual(of('reference'), ['division'])
  assert.deepEqual(of('local').sort(), ['schema_migration', 'schema_script'])
  for (const table of ['person', 'journal', 'session', 'figure', 'measure_base', 'hypertension_visit', 'report'])
    assert.ok(of('distributed').includes(table), table)
})

test('a server without Citus is known, and nothing counts as distributed', async () => {
  assert.notEqual(await citusState(database), 'ready')
  assert.equal(await isDistributed(database), false)
})

test('what is broken off goes on, and what is done is not done again', async () => {
  await database.execute(STAND_IN)
  const tables = plan.tables.filter((each) => ['division', 'journal', 'person', 'loan'].includes(each.name))
  const few = { ...plan, tables: tables.filter((each) => each.name !== 'journal') }
  await distribute(database, few, OPTIONS)
  assert.equal(await isDistributed(database), true)
  const first = await calls()
  assert.equal(first[0], 'reference division')
  assert.match(first[1]!, /^distributed (person|loan) county none 8$/)
  const beside = first[1]!.split(' ')[1]
  assert.equal(
    first.slice(2).every((said) => said.endsWith(`county ${beside}`)),
    true,
  )
  const steps = await distribute(database, { ...plan, tables }, OPTIONS)
  assert.deepEqual(
    steps.filter((step) => step.done === 'now').map((step) => step.table),
    ['journal'],
  )
  assert.match((await calls()).at(-1)!, /^distributed journal county (person|loan)$/)
  assert.equal((await calls()).length, first.length + 1)
})

test('a table that lies elsewhere than planned stops the work', async () => {
  const moved = plan.tables
    .filter((each) => each.name === 'division')
    .map((each) => ({ ...each, placement: 'distributed' as const }))
  await assert.rejects(distribute(database, { ...plan, tables: moved }, OPTIONS), /division is a reference table/)
})

test('online, rows are moved while others write', () => {
  const table = { name: 'person', placement: 'distributed', rows: 0 } as const
  assert.equal(
    placingStatement(table, 'loan', { shards: 4, online: true }),
    `select create_distributed_table_concurrently('person', 'county', colocate_with => 'loan')`,
  )
})
