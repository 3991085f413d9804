import pg from 'pg'

/**
 * The addresses that one address names: several hosts stand between commas, as in libpq (`postgres://user@one:5432,other:5432/kangheng`). A driver of one host
 * gets one each; `target_session_attrs`, by which libpq asks for the host that takes writes, is what several hosts always mean here.
 */
export function addressesOf(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*,[^/?]*)(.*)$/.exec(url)
  if (!parts) return [url]
  const [, before, hosts, after] = parts
  const rest = after!.replace(/([?&])target_session_attrs=[^&]*(&|$)/, (_, start: string, end: string) =>
    end ? start : '',
  )
  return hosts!.split(',').map((host) => `${before}${host}${rest}`)
}

/** Seconds a host that does not answer is waited for. */
const PATIENCE = 5

/** Settings of a pool that keeps to the host which takes writes, and goes to the next when it is gone. */
export interface Follower {
  readonly settings: pg.PoolConfig
  /** Gets a connection from the pool of these settings. @throws what the last host said, when none takes writes */
  take(pool: pg.Pool): Promise<pg.PoolClient>
}

/** Follows the primary among several hosts: a standby is asked whether it still is one, so that a promotion is found by the next who asks. */
export function followPrimary(addresses: readonly string[]): Follower {
  let at = 0
  class Client extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: addresses[at] })
    }
  }
  const verify = (client: pg.ClientBase, done: (error?: Error) => void) => {
    client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby').then(
      ({ rows }) => done(rows[0]!.standby ? new Error('The connection leads to a standby') : undefined),
      (error: unknown) => done(error as Error),
    )
  }
  return {
    settings: { Client, verify, connectionTimeoutMillis: PATIENCE * 1000 } as pg.PoolConfig,
    async take(pool) {
      for (let attempt = 1; ; attempt += 1) {
        const tried = at
        try {
          return await pool.connect()
        } catch (error) {
          if (at === tried) at = (at + 1) % addresses.length
          if (attempt === addresses.length) throw error
        }
      }
    },
  }
}
