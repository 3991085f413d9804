import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Computation } from '@kangheng/kernel/indicator/engine.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Vault } from '@kangheng/kernel/person/vault.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'

/** Everything an installation's work stands on, for the server and the command line alike. `county` is empty until it has been set up. */
export interface Setting {
  readonly database: Database
  readonly house: House
  readonly vault: Vault
  readonly county: string
  /** People and records are synthetic. */
  readonly demo: boolean
  /** A demo county whose making was interrupted: nothing in it can be relied on. */
  readonly demoUnfinished: boolean
  /** A demo county whose year of management is still to be played. */
  readonly demoUnplayed: boolean
  /** One account per role of a demo county. */
  readonly demoAccounts: readonly { username: string; password: string }[]
  /** The business date: today in China, or the fixed date of a demo county. */
  today(): IsoDate
  /** Declared indicators and those defined at run time. */
  indicators(): Promise<readonly Indicator[]>
  /** What figures are computed for. */
  computation(): Promise<Computation>
  /** Reads the county's settings again. */
  reload(): Promise<void>
  close(): Promise<void>
}

/** How the server is run. */
export interface ServerOptions {
  /** Cookies travel over HTTPS only, and browsers are told to stay there. */
  readonly https: boolean
  /** Behind a reverse proxy the client's address comes in a header. */
  readonly behindProxy: boolean
  /** Requests one session may make in a minute. */
  readonly requestsPerMinute: number
  /** Attempts to sign in from one address in a minute. */
  readonly signInsPerMinute: number
  /** The built web application; none while it was not built. */
  readonly webRoot: string | null
  /** The broker that loggers of the cold chain report to; none is listened to while it is null. */
  readonly coldChainBroker: string | null
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** What holds unless the operator says otherwise. */
export const defaultOptions: ServerOptions = {
  https: false,
  behindProxy: false,
  requestsPerMinute: 6000,
  signInsPerMinute: 60,
  webRoot: null,
  coldChainBroker: null,
  logLevel: 'info',
}
