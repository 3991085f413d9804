import type { Connection, Database } from '../connection.ts'
import { DISTRIBUTION_COLUMN } from './plan.ts'

/**
 * Whether a statement goes to one node. Citus sends a statement whole to a node when every distributed table in it is restricted to one value of the distribution column,
 * named in the statement or carried over by equality; whatever else the statement does is then that node's own business. What row-level security adds does not
 * count: it is a function's value, not a constant. Read from EXPLAIN of PostgreSQL, which has already drawn the conclusions from equalities.
 */

/** A node of `explain (format json, verbose)`. */
export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Alias?: string
  readonly Plans?: readonly PlanNode[]
  readonly [property: string]: unknown
}

/**
 * A table in a statement that is not restricted to one county: not at all, by row-level security alone, or by equality with the statement around a subquery. The
 * last Citus takes from a statement under the house's own rights, and not always from one under a reader's.
 */
export interface UnboundScan {
  readonly table: string
  readonly alias: string
  readonly by: 'nothing' | 'policy' | 'outer'
}

const NAME = `((?:"[^"]+"|\\w+))\\.${DISTRIBUTION_COLUMN}`
const EQUALITY = new RegExp(`${NAME} = (?:${NAME}|('[^']*'::text)|(\\$\\d+|\\(?InitPlan [^)]*\\)\\S*))`, 'g')
/** The same the other way round: a value of an outer row before the column of the inner one. */
const REVERSED = new RegExp(`('[^']*'::text) = ${NAME}`, 'g')

const CONSTANT = ' constant'
const POLICY = ' policy'
const OUTER = ' outer'

const isSubplan = (node: PlanNode) => /^(SubPlan|InitPlan)$/.test(String(node['Parent Relationship']))

/** The nodes below and including this one that are planned with it, without subplans. */
const levelOf = (node: PlanNode): PlanNode[] => [
  node,
  ...(node.Plans ?? []).filter((each) => !isSubplan(each)).flatMap(levelOf),
]

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const conditionsOf = (node: PlanNode): string[] =>
  Object.entries(node).flatMap(([property, value]) =>
    (/(Cond|Filter)$/.test(property) && typeof value === 'string') || property === 'Filter' ? [String(value)] : [],
  )

/** Sets of names that are equal. */
function equals(): { join(one: string, other: string): void; same(one: string, other: string): boolean } {
  const above = new Map<string, string>()
  const root = (name: string): string => {
    const next = above.get(name)
    return next === undefined ? name : root(next)
  }
  return {
    join(one, other) {
      const [from, to] = [root(one), root(other)]
      if (from !== to) above.set(from, to)
    },
    same: (one, other) => root(one) === root(other),
  }
}

/** A subplan that is asked by a hash of its columns shows no condition: it gives the county among them. */
function hashed(nodes: readonly PlanNode[]): PlanNode[] {
  const said = nodes.flatMap(conditionsOf).join('\n')
  return nodes.filter((node) => {
    const name = node['Subplan Name']
    return typeof name === 'string' && new RegExp(`hashed ${name}\\b`).test(said)
  })
}

const outputs = (node: PlanNode): string[] => (Array.isArray(node['Output']) ? (node['Output'] as string[]) : [])

const plain = (name: string) => name.replaceAll('"', '')

/** The tables of one level of a plan; equality with a column of the level above reaches a subplan as a parameter, which is no constant. */
function unboundOf(level: readonly PlanNode[], outside: ReadonlySet<string>): UnboundScan[] {
  const scans = level.filter((node) => node['Relation Name'] && / Scan$/.test(node['Node Type']))
  const sets = equals()
  for (const text of level.flatMap(conditionsOf)) {
    for (const [, one, other, constant] of text.matchAll(EQUALITY)) {
      const [name, same] = [plain(one!), other && plain(other)]
      if (same !== undefined && outside.has(name) !== outside.has(same))
        sets.join(outside.has(name) ? same : name, OUTER)
      else sets.join(name, same ?? (constant ? CONSTANT : POLICY))
    }
    for (const [, , name] of text.matchAll(REVERSED)) sets.join(plain(name!), CONSTANT)
  }
  return scans
    .map((node) => ({ table: node['Relation Name']!, alias: node.Alias ?? node['Relation Name']! }))
    .filter(({ alias }) => !sets.same(alias, CONSTANT))
    .map((scan) => {
      const by = (['outer', 'policy'] as const).find((each) => sets.same(scan.alias, ` ${each}`))
      return { ...scan, by: by ?? 'nothing' }
    })
}

/** The distributed tables of a plan that are not restricted to one county. */
export function unboundScans(plan: PlanNode, distributed: ReadonlySet<string>): UnboundScan[] {
  const nodes = nodesOf(plan)
  const byHash = new Set(
    hashed(nodes)
      .flatMap(outputs)
      .flatMap((text) => new RegExp(`^${NAME}$`).exec(text)?.[1] ?? [])
      .map(plain),
  )
  const aliases = nodes.flatMap((node) => node.Alias ?? [])
  return [plan, ...nodes.filter(isSubplan)]
    .flatMap((top) => {
      const level = levelOf(top)
      const inside = new Set(level.map((node) => node.Alias))
      return unboundOf(level, new Set(aliases.filter((alias) => !inside.has(alias))))
    })
    .filter(({ table, alias }) => distributed.has(table) && !byHash.has(alias))
}
/** A statement as it was sent, with the plan it had. */
export interface Explained {
  readonly text: string
  readonly plan: PlanNode
}

const EXPLAINABLE = /^\s*(\/\*.*?\*\/\s*)?(select|with|insert|update|delete)\b/i

/** A database that explains every statement before it runs it, under the role and settings that hold there, and hands it to `note`. */
export function explaining(database: Database, note: (statement: Explained) => void): Database {
  const wrap = <Inner extends Connection>(inner: Inner): Inner => {
    const explain = async (text: string, params: readonly unknown[]) => {
      if (!EXPLAINABLE.test(text)) return
      const [row] = await inner.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (format json, verbose, costs off) ${text}`,
        params,
      )
      note({ text, plan: row!['QUERY PLAN'][0].Plan })
    }
    return {
      ...inner,
      async query(text: string, params: readonly unknown[] = [], name?: string) {
        await explain(text, params)
        return inner.query(text, params, name)
      },
      async queryArrays(text: string, params: readonly unknown[] = []) {
        await explain(text, params)
        return inner.queryArrays(text, params)
      },
    } as Inner
  }
  return {
    ...wrap(database),
    transaction: (work, prologue) => database.transaction((connection) => work(wrap(connection)), prologue),
  }
}
