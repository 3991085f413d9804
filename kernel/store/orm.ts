import { createHash } from 'node:crypto'
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import { PgDialect } from 'drizzle-orm/pg-core'
import { sql, type SQL } from 'drizzle-orm'
import type { Connection } from './connection.ts'

/** Drizzle's query builder over one connection; the same on both engines. */
export type Orm = PgRemoteDatabase<Record<string, never>>

const orms = new WeakMap<Connection, Orm>()

/** The query builder of a connection. */
export function ormOf(connection: Connection): Orm {
  let orm = orms.get(connection)
  if (!orm) {
    orm = drizzle(async (text, params) => ({ rows: await connection.queryArrays(text, params as unknown[]) }))
    orms.set(connection, orm)
  }
  return orm
}

const dialect = new PgDialect()

/** Runs a statement written as a drizzle `sql` template and returns its rows as objects named as in SQL. */
export function runSql<Row = Record<string, unknown>>(connection: Connection, statement: SQL): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  return connection.query<Row>(sql, params)
}

/** A list of texts as one parameter, for `= any(…)` and `unnest(…)`. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`

/** `limit n` as part of a statement's text, for statements that are asked often: of a parameter the kept plan would not know how few rows are wanted. */
export const limitTo = (rows: number): SQL => sql.raw(`limit ${Math.trunc(rows)}`)

const names = new Map<string, string>()
const NAMES_KEPT = 400

/**
 * Runs a statement that is asked all the time, such as the first page of a list: PostgreSQL keeps its plan, which costs as much as the statement.
 * A plan is made for a database role, so that `tag` tells apart what different roles ask; limits stand in the text (`limitTo`).
 */
export function runOften<Row = Record<string, unknown>>(
  connection: Connection,
  statement: SQL,
  tag: string,
): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(statement)
  const text = `/* ${tag} */ ${sql}`
  let name = names.get(text)
  if (!name && names.size < NAMES_KEPT) {
    name = `often_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return connection.query<Row>(text, params, name)
}

/** The text and parameters of a statement, for embedding in a larger one or for EXPLAIN. */
export function renderSql(statement: SQL): { text: string; params: unknown[] } {
  const { sql, params } = dialect.sqlToQuery(statement)
  return { text: sql, params }
}
