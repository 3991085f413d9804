import type { Connection, Database } from '../store/connection.ts'

/** The lock under which a county's figures are computed. */
const COMPUTING = '7205310, hashtext($1)'

/** Whoever computes figures of a county waits here for whoever does so already, until the transaction ends. */
export const lockComputing = (connection: Connection, county: string): Promise<unknown> =>
  connection.query(`select pg_advisory_xact_lock(${COMPUTING})`, [county])

/** The same without waiting. @returns whether nobody computes, and nobody will until the transaction ends. */
export async function tryLockComputing(connection: Connection, county: string): Promise<boolean> {
  const [row] = await connection.query<{ got: boolean }>(`select pg_try_advisory_xact_lock(${COMPUTING}) as got`, [
    county,
  ])
  return row!.got
}

/** Counts a computation. @returns its number. */
export async function countComputation(connection: Connection, county: string): Promise<number> {
  const [row] = await connection.query<{ number: number }>(
    `insert into figure_computation (county, number) values ($1, 1)
     on conflict (county) do update set number = figure_computation.number + 1 returning number`,
    [county],
  )
  return row!.number
}

/** The number of the last computation. */
export async function lastComputation(connection: Connection, county: string): Promise<number> {
  const [row] = await connection.query<{ number: number }>('select number from figure_computation where county = $1', [
    county,
  ])
  return row?.number ?? 0
}

/**
 * Keeps others from computing meanwhile, and counts the computation before it begins: what it does is done in many transactions. The embedded database has one
 * connection, so that nobody else can compute.
 */
export function alone<Result>(database: Database, county: string, work: () => Promise<Result>): Promise<Result> {
  if (database.engine === 'pglite') return work()
  return database.transaction(async (connection) => {
    await lockComputing(connection, county)
    await countComputation(database, county)
    return work()
  })
}
