import type { RecordRow, Text } from '../api/types.ts'
import { SUSPICIOUS } from './clock.ts'
import { layAside, withoutPictures, withPictures } from './pictures.ts'
import type { SealedStore } from './sealed-store.ts'
import { isOurs, Unreachable, type Reply, type Transport } from './transport.ts'

/** Before the name of each entry that waits, in clear: how many there are can be told without the key. */
export const WAITING = 'outbox/'
const SETTLED = 'settled/'
/** What was sent or given up is shown for so long. */
const KEPT = 30 * 86_400_000
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 300_000

/** What somebody wants done, as a form submits it. */
export interface Intention {
  readonly action: string
  readonly title: Text
  /** The record the action is applied to, with what the writer saw of it; its id is a reference while the entry that makes it waits. */
  readonly row?: RecordRow | undefined
  readonly input: Readonly<Record<string, unknown>>
  readonly person: string | null
  readonly personName: string
}

/** Why an entry did not go through, in the server's words. */
export interface Fault {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly fields: Readonly<Record<string, string>>
  /** On a conflict: the record as it is now. */
  readonly current: RecordRow | null
  /** Found by the phone itself: its clock was off, or what the entry stands on was given up. */
  readonly own?: 'clock' | 'orphan'
}

/**
 * One action that the server has not answered yet.
 * `waiting` will be sent; `conflict` met a newer state; `refused` needs correction. Only the writer ends the last two.
 */
export interface Entry extends Intention {
  /** Names the entry for its whole life; later entries refer to what it makes as `request:<key>`. */
  readonly key: string
  /** Names one attempt of the writer's; a new one is taken only when the server has said that the last wrote nothing. */
  readonly requestId: string
  readonly order: number
  /** Entries of one lane are sent one after the other. */
  readonly lane: string
  readonly version?: number | undefined
  /** The device's clock when it was entered, and how far behind the server's it was known to be, in milliseconds. */
  readonly enteredAt: number
  readonly offset: number
  /** The writer has looked at the dates after the clock turned out to be off. */
  readonly datesChecked: boolean
  readonly state: 'waiting' | 'conflict' | 'refused'
  /** How often it was sent; from the first time on nobody knows whether it arrived until an answer came. */
  readonly tries: number
  readonly notBefore: number
  readonly fault?: Fault | undefined
}

/** What has been ended: sent, or given up by its writer. */
export interface Settled {
  readonly key: string
  readonly action: string
  readonly title: Text
  readonly person: string | null
  readonly personName: string
  readonly at: number
  readonly outcome: 'sent' | 'discarded'
  readonly reason?: string
  readonly record?: string
  readonly id?: string | null
  /** Whom the new record concerns. */
  readonly concerns?: string | null
  /** The record's version that the writer saw, and the one that the entry left. */
  readonly saw?: number | undefined
  readonly left?: number | null
}

/** How a round of sending ended. `signed-out`: nobody, or somebody else, is signed in. */
export type Round = 'done' | 'unreachable' | 'signed-out'

interface Setting {
  readonly store: SealedStore
  readonly transport: Transport
  /** Whose entries these are: they are sent under no other account. */
  readonly account: string
  now(): number
  newKey(): string
  /** How far the device's clock is known to be behind the server's, in milliseconds. */
  offset(): number
  noteServerTime(at: number): void
}

const reference = (key: string) => `request:${key}`
/** What somebody types is not taken for one. */
const isReference = (text: string) => /^request:[\w-]{8,64}$/.test(text)

interface AnswerBody {
  record: string
  id: string | null
  version?: number | null
  person?: string | null
}

/** What is sent of an entry once everything it refers to has been made. */
interface Ready {
  readonly id?: string | undefined
  readonly version?: number | undefined
  readonly input: Intention['input']
}

function faultOf({ status, body }: Reply): Fault {
  const said = body as {
    title?: string
    detail?: string
    field?: string
    errors?: { field: string; message: string }[]
    current?: RecordRow
  }
  const fields = Object.fromEntries((said.errors ?? []).map(({ field, message }) => [field, message]))
  if (said.field && !fields[said.field]) fields[said.field] = said.detail ?? said.title ?? ''
  return { status, title: said.title ?? '', detail: said.detail ?? '', fields, current: said.current ?? null }
}

/** Puts whom an earlier entry registered in the place of its reference. */
function resolve(value: unknown, made: ReadonlyMap<string, Settled>): unknown {
  if (typeof value === 'string') return isReference(value) ? made.get(value)?.concerns : value
  if (Array.isArray(value)) return value.map((each) => resolve(each, made))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each, made)]))
  return value
}

/** The references to other entries within an input. */
function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') return isReference(value) ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(referencesIn)
}

/** The entries that must have been answered before this one is sent. */
const neededBy = ({ input, row }: Entry): string[] => [...referencesIn(input), ...referencesIn(row?.id)]

/** Whether an entry that has been ended leaves nothing for those that refer to it. */
const leftNothing = ({ outcome }: Settled): boolean => outcome === 'discarded'

/** The version a record has now if nobody but this device has written it since its writer saw it. */
function versionNow(id: string, seen: number | undefined, made: Iterable<Settled>): number | undefined {
  const own = new Map([...made].filter((each) => each.id === id).map(({ saw, left }) => [saw, left]))
  let version = seen
  while (version !== undefined && (own.get(version) ?? version) > version) version = own.get(version)!
  return version
}

/**
 * What was entered and has not been answered by the server. Everything is written down before it is sent and before a caller is told, so that ending the
 * program at any moment loses nothing and does nothing twice. Entries of one person go in their order; other people's do not wait for them.
 */
export function openOutbox(setting: Setting) {
  const { store, transport } = setting

  async function entries(): Promise<Entry[]> {
    const found = await store.entries<Entry>(WAITING)
    return found.map(([, entry]) => entry).sort((one, other) => one.order - other.order)
  }

  async function settled(): Promise<Settled[]> {
    const found = await store.entries<Settled>(SETTLED)
    return found.map(([, each]) => each).sort((one, other) => other.at - one.at)
  }

  /** Writes an entry down, and its pictures beside it. */
  const put = (entry: Entry) => {
    const { input, pictures } = layAside(entry.key, entry.input)
    return store.write({ [WAITING + entry.key]: { ...entry, input }, ...pictures })
  }
  const remove = ({ key, input }: Entry) => ({ [WAITING + key]: undefined, ...withoutPictures(input) })
  type End = Pick<Settled, 'outcome' | 'reason' | 'record' | 'id' | 'concerns' | 'saw' | 'left'>
  const settle = (entry: Entry, end: End) => {
    const { key, action, title, person, personName } = entry
    const done: Settled = { key, action, title, person, personName, at: setting.now() + setting.offset(), ...end }
    return store.write({ ...remove(entry), [SETTLED + key]: done })
  }

  /**
   * Takes an intention in; from the moment this returns it will be sent, once. The same key again (a form that comes back after the program was ended) is the
   * same intention.
   */
  async function add(intention: Intention, key: string): Promise<Entry | Settled> {
    const known = (await store.get<Entry>(WAITING + key)) ?? (await store.get<Settled>(SETTLED + key))
    if (known) return known
    const before = await entries()
    const entry: Entry = {
      ...intention,
      key,
      requestId: key,
      order: Math.max(setting.now(), ...before.map((each) => each.order + 1)),
      lane: intention.person ?? intention.row?.id ?? reference(key),
      version: intention.row?.version,
      enteredAt: setting.now(),
      offset: setting.offset(),
      datesChecked: false,
      state: 'waiting',
      tries: 0,
      notBefore: 0,
    }
    await put(entry)
    return entry
  }

  const refuse = (entry: Entry, fault: Fault) =>
    put({ ...entry, state: fault.status === 409 ? 'conflict' : 'refused', fault })
  const ownFault = (own: 'clock' | 'orphan'): Fault => ({
    status: 0,
    title: '',
    detail: '',
    fields: {},
    current: null,
    own,
  })

  function pause(entry: Entry): number {
    return setting.now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(entry.tries, 10))
  }

  /** What an entry says to the server, now that everything it refers to is there. */
  async function ready(entry: Entry, made: ReadonlyMap<string, Settled>): Promise<Ready> {
    const input = await withPictures(store, resolve(entry.input, made) as Intention['input'])
    const { row, version } = entry
    if (!row) return { input }
    // Of a record made on this device its writer saw what was entered, and no version.
    if (isReference(row.id)) return { id: made.get(row.id)?.id ?? '', input }
    return { id: row.id, version: versionNow(row.id, version, made.values()), input }
  }

  /** Sends one entry. @returns how the round goes on. */
  async function sendOne(
    entry: Entry,
    { id, version, input }: Ready,
  ): Promise<'sent' | 'stopped' | Exclude<Round, 'done'>> {
    const attempt: Entry = { ...entry, tries: entry.tries + 1 }
    // Before it goes out: from here on it may have been written, and must be asked under the same request id.
    await put({ ...attempt, notBefore: pause(attempt) })
    let reply: Reply
    try {
      reply = await transport.post(`/api/actions/${entry.action}`, {
        requestId: entry.requestId,
        ...(id === undefined ? {} : { id, version }),
        input,
        deviceAt: new Date(entry.enteredAt + entry.offset).toISOString(),
      })
    } catch (error) {
      if (error instanceof Unreachable) return 'unreachable'
      throw error
    }
    if (!isOurs(reply)) return 'unreachable'
    const { status } = reply
    if (status < 300) {
      const answer = reply.body as Partial<AnswerBody>
      // Anybody can say 200; only the pipeline names the record.
      if (answer.record === undefined || answer.id === undefined) return 'unreachable'
      const { record, person, version: left } = answer
      await settle(entry, {
        outcome: 'sent',
        record,
        id: answer.id,
        concerns: person ?? null,
        // An action may answer with another record than the one it was applied to.
        ...(id === answer.id && version !== undefined ? { saw: version, left: left ?? null } : {}),
      })
      return 'sent'
    }
    if (status === 401) {
      await put(attempt)
      return 'signed-out'
    }
    if (status === 429 || status >= 500) return 'unreachable'
    await refuse(attempt, faultOf(reply))
    return 'stopped'
  }

  /** Asks who is signed in and what time it is there. */
  async function meet(): Promise<Round> {
    try {
      const reply = await transport.get('/api/session')
      if (!isOurs(reply) || reply.status >= 300) return 'unreachable'
      if (reply.serverAt !== null) setting.noteServerTime(reply.serverAt)
      const { account } = reply.body as { account?: { id: string } | null }
      if (account === undefined) return 'unreachable'
      return account?.id === setting.account ? 'done' : 'signed-out'
    } catch (error) {
      if (error instanceof Unreachable) return 'unreachable'
      throw error
    }
  }

  /** What has been ended, by its reference. */
  async function madeBefore(): Promise<Map<string, Settled>> {
    return new Map((await settled()).map((each) => [reference(each.key), each]))
  }

  /** Sends what waits, in order. @param now also what would pause before its next attempt. */
  async function send(now = false): Promise<Round> {
    const waiting = await entries()
    if (!waiting.some((entry) => entry.state === 'waiting')) return 'done'
    const met = await meet()
    if (met !== 'done') return met
    let made = await madeBefore()
    const held = new Set<string>()
    for (const entry of waiting) {
      if (entry.state !== 'waiting' || held.has(entry.lane) || (!now && entry.notBefore > setting.now())) {
        held.add(entry.lane)
        continue
      }
      if (!entry.datesChecked && entry.tries === 0 && Math.abs(setting.offset() - entry.offset) > SUSPICIOUS) {
        await refuse(entry, ownFault('clock'))
        held.add(entry.lane)
        continue
      }
      const needed = neededBy(entry).map((each) => made.get(each))
      if (needed.some((each) => each && leftNothing(each))) {
        await refuse(entry, ownFault('orphan'))
        held.add(entry.lane)
        continue
      }
      if (needed.includes(undefined)) {
        held.add(entry.lane)
        continue
      }
      const result = await sendOne(entry, await ready(entry, made))
      if (result === 'unreachable' || result === 'signed-out') return result
      if (result === 'stopped') held.add(entry.lane)
      else made = await madeBefore()
    }
    return 'done'
  }

  const get = async (key: string) => {
    const entry = await store.get<Entry>(WAITING + key)
    if (!entry) throw new Error(`No entry ${key}`)
    return entry
  }

  /** An entry may be changed or given up while the server is known not to have written it. */
  const isOpen = (entry: Entry) => entry.state !== 'waiting' || entry.tries === 0

  return {
    entries,
    settled,
    add,
    send,
    isOpen,
    find: (key: string) => store.get<Entry>(WAITING + key),

    /** Sends again what was refused or met a newer state: with corrected input, on the record as it is now. @throws while the last attempt is unanswered. */
    async sendAgain(key: string, change: { input?: Intention['input']; on?: RecordRow } = {}): Promise<void> {
      const entry = await get(key)
      if (!isOpen(entry)) throw new Error('The last attempt has not been answered')
      const row = change.on ?? entry.row
      await put({
        ...entry,
        input: change.input ?? entry.input,
        row,
        version: row?.version,
        requestId: setting.newKey(),
        state: 'waiting',
        // A clock that was off is known now: what is sent again carries the day its writer has confirmed.
        offset: setting.offset(),
        datesChecked: true,
        tries: 0,
        notBefore: 0,
        fault: undefined,
      })
    },

    /** Gives an entry up, for a reason that stays on the device. @throws while the last attempt is unanswered. */
    async discard(key: string, reason: string): Promise<void> {
      const entry = await get(key)
      if (!isOpen(entry)) throw new Error('The last attempt has not been answered')
      await settle(entry, { outcome: 'discarded', reason })
    },

    /** Takes an entry back into the form it came from, as if it had not been submitted. @throws while the last attempt is unanswered. */
    async withdraw(key: string): Promise<void> {
      const entry = await get(key)
      if (!isOpen(entry)) throw new Error('The last attempt has not been answered')
      await store.write(remove(entry))
    },

    /** Forgets what was settled long ago and nothing refers to any more. */
    async tidy(): Promise<void> {
      const needed = new Set((await entries()).flatMap(neededBy))
      const old = (await settled()).filter((each) => each.at < setting.now() - KEPT && !needed.has(reference(each.key)))
      if (old.length > 0) await store.write(Object.fromEntries(old.map(({ key }) => [SETTLED + key, undefined])))
    },
  }
}

/** The outbox of a device. */
export type Outbox = ReturnType<typeof openOutbox>
