import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { hasBase, baseRows, rowsOfPersons, scansOf, windowRows } from '@kangheng/kernel/indicator/compile.ts'
import { boundsOf, horizonOf, windowsFrom } from '@kangheng/kernel/indicator/horizon.ts'
import type { AggregateMeasure, Measure } from '@kangheng/kernel/indicator/measure.ts'
import type { Relation } from '@kangheng/kernel/indicator/relation.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import { renderSql, runSql } from '@kangheng/kernel/store/orm.ts'
import { openTestDatabase } from '@kangheng/kernel/testing/database.ts'
import { domains } from '@kangheng/domains/index.ts'
import { roles } from '@kangheng/domains/roles.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { demoCounty, loadDemo } from './index.ts'

const house = buildHouse(domains, roles)
const vault = openVault(new Uint8Array(32).fill(42))
const county = demoCounty.code
const horizon = horizonOf('2025-10', demoCounty.today)
let database: Database

before(async () => {
  setVault(vault)
  database = await openTestDatabase(house)
  await loadPlaces(database, county)
  await loadDemo({ database, house, county, vault }, { scale: 0.01, seed: 1, onProgress: () => {} })
})
after(() => database.close())

type RowMeasure = Exclude<Measure, AggregateMeasure>

/** Relations whose figures are refreshed by the differences of persons, with their measures. */
function relationsByPerson(): [Relation, RowMeasure[]][] {
  const counted = [...house.measures.values()].filter((each): each is RowMeasure => each.kind !== 'aggregate')
  return [...Map.groupBy(counted, (measure) => measure.relation)].filter(
    ([relation]) => relation.person && !relation.readsOthers,
  )
}

/** The statements by which the rows of persons are counted, one for each scan. */
function statementsOf(measures: readonly RowMeasure[], persons: readonly string[]) {
  const windows = windowsFrom(horizon)
  return [
    ...scansOf(measures).map((scan) =>
      rowsOfPersons(persons, 'month', (person) => baseRows(scan, { county, ...boundsOf(horizon), person })),
    ),
    ...measures.flatMap((measure) =>
      measure.kind === 'stock' || hasBase(measure)
        ? []
        : [rowsOfPersons(persons, 'period', (person) => windowRows(measure, windows, { county, person }))],
    ),
  ].map(renderSql)
}

async function countedOf(connection: Connection, measures: readonly RowMeasure[], persons: readonly string[]) {
  const found: unknown[] = []
  for (const { text, params } of statementsOf(measures, persons))
    found.push((await connection.queryArrays(text, params)).map((row) => row.join(' ')).sort())
  return found
}

/** Some persons with rows in a relation: those with most, or any. */
async function someOf(relation: Relation, limit: number, order = sql`count(*) desc`): Promise<string[]> {
  const rows = await runSql<{ person: string }>(
    database,
    sql`select ${relation.person} as person from ${relation.from} where ${relation.county} = ${county} and ${relation.person} is not null
      group by 1 order by ${order}, md5(${relation.person}::text) limit ${limit}`,
  )
  return rows.map(({ person }) => person)
}

test('what a relation counts of a person depends on rows of this person alone', async () => {
  const wrong: string[] = []
  let compared = 0
  for (const [relation, measures] of relationsByPerson()) {
    if (relation.tables.length < 2) continue
    const persons = await someOf(relation, 4)
    const whole = await countedOf(database, measures, persons)
    const others = await database
      .transaction(async (connection) => {
        await connection.execute('set local session_replication_role = replica')
        for (const table of relation.tables) {
          const columns = getTableColumns(table)
          const person = columns['person'] ? 'person' : columns['birth'] ? 'id' : undefined
          if (person)
            await connection.query(`delete from "${getTableName(table)}" where not ${person} = any($1::uuid[])`, [
              persons,
            ])
        }
        throw new Error('undone', { cause: await countedOf(connection, measures, persons) })
      })
      .catch((error: Error) => error.cause as unknown[])
    compared += whole.flatMap((each) => each as unknown[]).length
    if (JSON.stringify(whole) !== JSON.stringify(others)) wrong.push(relation.id)
  }
  assert.deepEqual(wrong, [])
  assert.ok(compared > 200, `only ${compared} values were compared`)
})

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

/** Rows that a plan read from tables. */
function rowsRead(node: PlanNode): number {
  const own = node['Relation Name']
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0
  return own + (node.Plans ?? []).reduce((sum, each) => sum + rowsRead(each), 0)
}

/** Rows of a usual person in the tables of a relation, each looked at several times: a county of any size has no more. */
const ROWS_OF_A_PERSON = 400

test('what one person counts is found without reading the rows of others', async () => {
  const wide: string[] = []
  await database.execute('analyze')
  for (const [relation, measures] of relationsByPerson()) {
    const [person] = await someOf(relation, 1, sql`count(*) > 12`)
    if (!person) continue
    for (const { text, params } of statementsOf(measures, [person])) {
      const read = await database.transaction(async (connection) => {
        // In a county this small a whole table is sooner read than an index.
        await connection.execute(
          'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off',
        )
        const [row] = await connection.queryArrays(`explain (analyze, format json) ${text}`, params)
        return rowsRead((row![0] as [{ Plan: PlanNode }])[0].Plan)
      })
      if (read > ROWS_OF_A_PERSON) wide.push(`${relation.id}: ${read} rows`)
    }
  }
  assert.deepEqual(wide, [])
})
