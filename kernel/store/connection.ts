/**
 * What every tier of storage can do. Values come back in the same shapes from both engines:
 * date `YYYY-MM-DD`, timestamptz ISO 8601 text in UTC, numeric text, bigint number, jsonb parsed, bytea Uint8Array.
 */
export interface Connection {
  readonly engine: 'pglite' | 'postgres'
  /** Runs one statement and returns its rows as objects. Under a `name` PostgreSQL keeps its plan for the next time on this connection. */
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[], name?: string): Promise<Row[]>
  /** Runs one statement and returns its rows as arrays in column order. */
  queryArrays(text: string, params?: readonly unknown[]): Promise<unknown[][]>
  /** Runs several statements without parameters. */
  execute(script: string): Promise<void>
  /** Loads rows in PostgreSQL's COPY format; returns the number of rows. In the binary format each chunk is a whole file (see copy-binary.ts). */
  copyIn(
    table: string,
    columns: readonly string[],
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    format?: CopyFormat,
  ): Promise<number>
}

/** How rows for COPY are written. */
export type CopyFormat = 'text' | 'binary'

/** A database: connections outside and inside transactions. */
export interface Database extends Connection {
  /**
   * Runs the work in one transaction; rolls back when it throws. Inside, only the given connection may be used.
   * `prologue` (statements without parameters) goes with BEGIN in one message.
   */
  transaction<Result>(work: (connection: Connection) => Promise<Result>, prologue?: string): Promise<Result>
  close(): Promise<void>
}
