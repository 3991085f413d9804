import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../scripts/postgres-instance.ts'
import { requirePeer } from './install.ts'

const ADMIN = 'bench-admin-token'
const READER = 'bench-township-token'
const WITHOUT_ISOLATES = fileURLToPath(new URL('./without-isolates.js', import.meta.url))

/** Somebody who asks Directus over HTTP. */
export interface Asker {
  /** @throws Error when the answer is not a success. */
  ask<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>
}

/** A Directus of its own on a database. */
export interface Directus {
  readonly version: string
  readonly administrator: Asker
  /** Sees and creates rows of one township only. */
  readonly township: Asker
  stop(): Promise<void>
}

interface Field {
  readonly field: string
  readonly type: string
  readonly schema?: object
  readonly meta?: object
}

const text = (field: string, more: Partial<Field> = {}): Field => ({ field, type: 'string', ...more })
const id: Field = {
  ...{ field: 'id', type: 'uuid' },
  ...{ schema: { is_primary_key: true, is_nullable: false }, meta: { special: ['uuid'] } },
}
const indexed = { schema: { is_indexed: true, is_nullable: false } }

/** What is compared: follow-ups as a list has them, with the name of the person, residents as a register has them. What Directus can check of a resident it checks: what is required, the form of the number, that no number comes twice. */
const COLLECTIONS: Readonly<Record<string, readonly Field[]>> = {
  person: [id, text('name'), text('division', indexed)],
  visit: [
    id,
    { field: 'person', type: 'uuid', schema: { is_indexed: true }, meta: { special: ['m2o'] } },
    text('division', indexed),
    { field: 'happened_on', type: 'date', ...indexed },
    { field: 'systolic', type: 'integer' },
    { field: 'diastolic', type: 'integer' },
  ],
  resident: [
    id,
    text('name', { schema: { is_nullable: false }, meta: { required: true } }),
    text('sex'),
    { field: 'birth', type: 'date' },
    text('document', {
      schema: { is_unique: true, is_nullable: false },
      meta: { required: true, validation: { document: { _regex: '^[0-9]{17}[0-9X]$' } } },
    }),
    text('division', indexed),
    text('head'),
    text('living_group'),
    text('phone'),
  ],
}

function askerOf(address: string, token: string): Asker {
  return {
    async ask(method, path, body) {
      const form = body instanceof FormData
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(form ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      })
      const said = await answer.text()
      if (!answer.ok) throw new Error(`Directus ${method} ${path} → ${answer.status} ${said.slice(0, 500)}`)
      return (said ? (JSON.parse(said) as { data: unknown }).data : undefined) as never
    },
  }
}

/** Collections, and a role that sees one township: rows whose division begins so, the one form that its permissions have for texts. */
async function furnish(administrator: Asker, township: string): Promise<void> {
  for (const [collection, fields] of Object.entries(COLLECTIONS))
    await administrator.ask('POST', '/collections', { collection, schema: {}, meta: {}, fields })
  await administrator.ask('POST', '/relations', {
    ...{ collection: 'visit', field: 'person', related_collection: 'person' },
    ...{ schema: { on_delete: 'NO ACTION' }, meta: {} },
  })
  const policy = await administrator.ask<{ id: string }>('POST', '/policies', { name: 'township' })
  const role = await administrator.ask<{ id: string }>('POST', '/roles', { name: 'township' })
  await administrator.ask('POST', '/access', { role: role.id, policy: policy.id })
  const within = { division: { _starts_with: township } }
  for (const collection of Object.keys(COLLECTIONS)) {
    const common = { policy: policy.id, collection, fields: ['*'] }
    await administrator.ask('POST', '/permissions', { ...common, action: 'read', permissions: within })
    await administrator.ask('POST', '/permissions', { ...common, action: 'create', validation: within })
  }
  await administrator.ask('POST', '/users', { email: 'township@example.com', role: role.id, token: READER })
}

const isReady = (address: string) =>
  fetch(`${address}/server/ping`).then(
    (answer) => answer.ok,
    () => false,
  )

/** Starts Directus on an empty database, with what it keeps in a folder of its own; log and telemetry are off. */
export async function startDirectus(url: string, township: string): Promise<Directus> {
  const home = mkdtempSync(join(tmpdir(), 'kangheng-directus-'))
  for (const folder of ['extensions', 'uploads']) mkdirSync(join(home, folder))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const environment = {
    ...{ PATH: process.env['PATH'], HOME: home, NODE_ENV: 'production', PUBLIC_URL: address },
    ...{ DB_CLIENT: 'pg', DB_CONNECTION_STRING: url, SECRET: 'bench-secret-of-thirty-two-letters' },
    ...{ ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'bench-password', ADMIN_TOKEN: ADMIN },
    ...{ HOST: '127.0.0.1', PORT: String(port), TELEMETRY: 'false', LOG_LEVEL: 'error', MAX_PAYLOAD_SIZE: '64mb' },
    ...{ EXTENSIONS_PATH: join(home, 'extensions'), STORAGE_LOCAL_ROOT: join(home, 'uploads') },
  }
  const program = requirePeer.resolve('@directus/api/cli/run.js')
  const run = (word: string): ChildProcess =>
    spawn(process.execPath, ['--import', WITHOUT_ISOLATES, program, word], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const prepared = run('bootstrap')
  const code = await new Promise((resolve) => prepared.once('exit', resolve))
  if (code !== 0) throw new Error(`Directus could not be prepared: ${String(code)}`)
  const server = run('start')
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGKILL')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const until = performance.now() + 60_000
    while (!(await isReady(address))) {
      if (server.exitCode !== null || performance.now() > until) throw new Error('Directus did not start')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const administrator = askerOf(address, ADMIN)
    await furnish(administrator, township)
    const { version } = requirePeer('directus/package.json') as { version: string }
    return { version, administrator, township: askerOf(address, READER), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
