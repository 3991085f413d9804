import type { Connection, Database } from './connection.ts'

/** A transaction that goes on seeing the database as it was when it was opened, and writes nothing. It holds a connection until it is closed. */
export interface View {
  readonly connection: Connection
  close(): Promise<void>
}

/** Opens a view. PostgreSQL only: the embedded database has one connection. @throws when the database is away; a view of a database that went away fails at its next statement. */
export async function openView(database: Database): Promise<View> {
  const opened = Promise.withResolvers<Connection>()
  const closing = Promise.withResolvers<undefined>()
  const ended = database.transaction(async (connection) => {
    // What is seen is decided by the first statement, not by the beginning.
    await connection.query('select')
    opened.resolve(connection)
    await closing.promise
  }, 'set transaction isolation level repeatable read read only')
  ended.catch(opened.reject)
  const connection = await opened.promise
  return {
    connection,
    async close() {
      closing.resolve(undefined)
      await ended.catch(() => {})
    },
  }
}
