import { escapeIdentifier } from 'pg'
import type { Connection } from '../store/connection.ts'

/**
 * Runs a piece of work with the house's own rights inside the actor's transaction, then returns to the actor's scope.
 * Only for work that by its nature reaches beyond one scope and whose start and end the actor was allowed to decide:
 * handing a person over to another township, joining two files of one person with everything that hangs on them.
 */
export async function withHouseRights<Result>(connection: Connection, work: () => Promise<Result>): Promise<Result> {
  const [before] = await connection.query<{ role: string }>(`select current_setting('role') as role`)
  await connection.execute('set local role none')
  const result = await work() // when it throws, the transaction is rolled back and the role with it
  await connection.execute(`set local role ${escapeIdentifier(before!.role)}`)
  return result
}
