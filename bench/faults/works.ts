import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { COUNTY, type Answer, type Case } from './installation.ts'
import { inventedResident, REGISTER } from '../../scripts/invented-resident.ts'

/** A piece of work that is broken off, and repeated by the same requests until all of it is confirmed. */
export interface Work {
  readonly name: string
  /** Does it; notes each request that was confirmed. Ends early when nobody answers. @returns whether all of it is done */
  run(given: Case, confirm: (request: string) => void): Promise<boolean>
  /** When to strike: called again and again while the work runs. */
  midway(connection: Connection, confirmed: number): Promise<boolean>
  /** What is half done, in words; nothing when all is well. */
  halfDone(connection: Connection): Promise<string[]>
  /** The end of it all, without what differs from run to run (ids, moments). */
  state(connection: Connection): Promise<string>
}

/** Longer than this no import of the bench takes. */
const LONGEST = 90_000

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const isDone = (answer: Answer | undefined) => answer?.status === 200

const one = async (connection: Connection, statement: string): Promise<number> =>
  Number((await connection.query<{ n: number }>(statement, [COUNTY]))[0]!.n)

const PEOPLE = `select md5(coalesce(string_agg(concat_ws('|', name, division, birth, document_key), ',' order by document_key), '')) as state from person where county = $1`
export const peopleState = async (connection: Connection) =>
  (await connection.query<{ state: string }>(PEOPLE, [COUNTY]))[0]!.state

/** A register of residents over HTTP: uploaded, applied, finished by whoever takes it up again. */
export function importWork(register: Uint8Array, rows: number): Work {
  type Job = { id: string; state: string; counts: Record<string, number> }
  return {
    name: 'import',
    async run(given, confirm) {
      const section = given.client('section')
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(register)]), 'register.xlsx')
      let job = (await section.ask('POST', '/api/imports/residents', form))?.body as Job | undefined
      let applied = false
      const until = performance.now() + LONGEST
      while (job?.id) {
        if (performance.now() > until) throw new Error(`The import stands still: ${JSON.stringify(job)}`)
        if (job.state === 'done') return true
        if (job.state === 'failed') throw new Error(`The import failed: ${JSON.stringify(job)}`)
        if (job.state === 'preview' && !applied) {
          const answer = await section.ask('POST', `/api/imports/${job.id}/apply`)
          applied = isDone(answer)
          if (applied) confirm(`import ${job.id}`)
        }
        await wait(50)
        job = (await section.ask('GET', `/api/imports/${job.id}`))?.body as Job | undefined
      }
      return false
    },
    midway: async (connection) =>
      (await one(connection, 'select count(*) as n from person where county = $1')) >= rows / 4,
    async halfDone(connection) {
      const [people, told, homeless] = [
        await one(connection, 'select count(*) as n from person where county = $1'),
        await one(
          connection,
          `select coalesce(sum(done), 0) as n from import_job where county = $1 and state in ('applying', 'done')`,
        ),
        await one(
          connection,
          `select count(*) as n from person p where county = $1 and not exists (select 1 from residence_episode e where e.county = $1 and e.person = p.id)`,
        ),
      ]
      return [
        ...(homeless > 0 ? [`${homeless} people without a residence`] : []),
        ...(told < people ? [`${people} people, of whom the job knows ${told}`] : []),
      ]
    },
    state: peopleState,
  }
}

const FIRST = `(select to_char(now() at time zone 'Asia/Shanghai' - interval '1 year', 'YYYY') || '-01')`

/** The closing of a county's first month, by one request id. */
export const closeWork = (month: string): Work => ({
  name: 'close',
  async run(given, confirm) {
    const answer = await given
      .client('section')
      .ask('POST', `/api/periods/${month}/close`, { requestId: `close-${month}` })
    if (!isDone(answer)) return false
    confirm(`close-${month}`)
    return true
  },
  async midway() {
    await wait(250)
    return true
  },
  async halfDone(connection) {
    const [closed, frozen, marked, told] = [
      await one(connection, 'select count(*) as n from closed_period where county = $1'),
      await one(connection, `select count(*) as n from figure where county = $1 and status = 'closed'`),
      await one(connection, 'select count(*) as n from figure_period where county = $1 and closed_on is not null'),
      await one(connection, `select count(*) as n from journal where county = $1 and action = 'figures.close'`),
    ]
    const whole = closed === 0 ? frozen + marked + told === 0 : frozen > 0 && marked > 0 && told === closed
    return whole
      ? []
      : [`${closed} months closed, ${frozen} figures and ${marked} periods frozen, ${told} journal entries`]
  },
  async state(connection) {
    const [row] = await connection.query<{ state: string }>(
      `select md5(string_agg(concat_ws('|', indicator, period, place, value, status), ',' order by indicator, period, place)) as state
         from figure where county = $1 and period = ${FIRST}`,
      [COUNTY],
    )
    return row!.state
  },
})

export const VISITS = 30

/** Different residents that the outbox can have. */
export const OUTBOX_ENTRIES = 6000

/** The n-th entry of the outbox: a resident who is registered. */
export function outboxEntry(number: number): { requestId: string; input: object } {
  const who = {
    name: '外出居民',
    birthYear: 1960 + (number % 30),
    sequence: 800 + Math.floor(number / 30),
    on: '2020-01-01',
  }
  return { requestId: `outbox-${String(number).padStart(4, '0')}`, input: inventedResident(who) }
}

/** Where entries of the outbox go. */
export const OUTBOX = `/api/actions/${REGISTER}`

/** The outbox of a village doctor: actions one after another, each under its request id, sent again until each is confirmed. */
export const syncWork: Work = {
  name: 'sync',
  async run(given, confirm) {
    const doctor = given.client('doctor')
    for (let each = 0; each < VISITS; each += 1) {
      const entry = outboxEntry(each)
      const answer = await doctor.ask('POST', OUTBOX, entry)
      if (answer?.status === 422) throw new Error(JSON.stringify(answer.body))
      if (!isDone(answer)) return false
      confirm(entry.requestId)
    }
    return true
  },
  midway: async (_connection, confirmed) => confirmed >= VISITS / 3,
  async halfDone(connection) {
    const [people, told] = [
      await one(connection, 'select count(*) as n from person where county = $1'),
      await one(connection, `select count(*) as n from journal where county = $1 and request_id like 'outbox-%'`),
    ]
    return people === told ? [] : [`${people} people by ${told} journal entries`]
  },
  state: peopleState,
}
