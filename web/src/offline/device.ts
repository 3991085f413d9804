import { get } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import type { Account } from '../api/types.ts'
import type { Draft } from '../forms/draft.ts'
import { isLocal, localAnswer } from './answers.ts'
import { fetchTransport } from './fetch-transport.ts'
import { rememberDevice, type KnownDevice } from './known-devices.ts'
import { openOutbox, WAITING, type Entry, type Fault, type Outbox, type Settled } from './outbox.ts'
import { readPack, syncPack, type Synced } from './pack.ts'
import { createSafe, eraseCopy, PINS, recover, safeState, unlock, type Unlocking } from './safe.ts'
import { sealedStore, type SealedStore } from './sealed-store.ts'
import { deviceState, openDevice, setDeviceState, setOpenDevice, type Submission, type Submitted } from './state.ts'
import { openIndexedStore, type DeviceStore } from './store.ts'
import { makeVillage, today, withEntries, type Village } from './village.ts'

export { PINS }

const DRAFT = 'draft/'
/** Fields of actions that say when something happened. */
const DAYS = ['happenedOn', 'on']
/** In clear: which device this is. It names nobody. */
const DEVICE = 'device'
const CLOCK = 'clock'
const MINUTE = 60_000
/** Nobody has touched the device for so long: it locks itself. */
const IDLE = 10 * MINUTE
const ROUND = 30_000
const FRESH = 5 * MINUTE

interface Open {
  readonly account: string
  readonly store: SealedStore
  readonly outbox: Outbox
  village: Village | undefined
  /** The village with what waits; worked out again when either changes. */
  shown: Village | undefined
  readonly drafts: Map<string, Draft>
  offset: number
  syncedAt: number
  readonly stop: () => void
}

let open: Open | undefined

const storeOf = (account: string): Promise<DeviceStore> => openIndexedStore(`kangheng-${account}`)
const correctedNow = () => Date.now() + (open?.offset ?? 0)

/** Whether the browser lets pages encrypt: it does on https and on this very machine, not on plain http. */
export const canSeal = () => globalThis.isSecureContext && typeof crypto.subtle === 'object'

async function refresh(): Promise<void> {
  if (!open) return
  const entries = await open.outbox.entries()
  const { village } = open
  open.shown = village && withEntries(village, entries, await open.outbox.settled())
  const count = (state: Entry['state']) => entries.filter((entry) => entry.state === state).length
  setDeviceState({
    waiting: count('waiting'),
    conflicts: count('conflict'),
    refused: count('refused'),
    syncedAt: village?.head.at ?? null,
    complete: village?.head.complete ?? false,
    clockOff: open.offset,
    changes: deviceState().changes + 1,
  })
}

async function readVillage(): Promise<void> {
  if (!open) return
  const pack = await readPack(open.store)
  open.village = pack && makeVillage(pack.head, pack.parts)
  await refresh()
}

/** Of several open pages only one sends, and one syncs, at a time. */
const alone = <Result>(what: 'send' | 'sync', work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(`kangheng-${what}`, work) as Promise<Result>

function noteServerTime(at: number): void {
  if (!open || !Number.isFinite(at)) return
  const offset = at - Date.now()
  // The date of an answer has whole seconds.
  if (Math.abs(offset - open.offset) < 2000) return
  open.offset = offset
  void open.store.write({ [CLOCK]: offset })
}

/** Asks the server who is signed in, and notes whether it can be reached. */
async function meet(): Promise<void> {
  const present = open
  if (!present) return
  try {
    const { status, body, serverAt } = await fetchTransport.get('/api/session')
    if (serverAt !== null) noteServerTime(serverAt)
    const { account } = (body ?? {}) as { account?: { id: string } | null }
    if (status !== 200 || account === undefined) setDeviceState({ connection: 'offline' })
    else if (account?.id === present.account) setDeviceState({ connection: 'online' })
    else if (account) lock()
    else setDeviceState({ connection: 'signed-out' })
  } catch {
    setDeviceState({ connection: 'offline' })
  }
}

/** Sends what waits. @param now also what would pause before its next attempt. */
export async function sendNow(now = true): Promise<void> {
  const present = open
  if (!present) return
  const before = deviceState().connection
  const round = await alone('send', () => present.outbox.send(now))
  if (round === 'unreachable') setDeviceState({ connection: 'offline' })
  if (round === 'signed-out') setDeviceState({ connection: 'signed-out' })
  await refresh()
  if (before !== deviceState().connection) void queries.invalidateQueries()
}

/** Fetches what has changed in the village. */
export async function syncNow(): Promise<Synced | undefined> {
  const present = open
  if (!present || deviceState().busy) return undefined
  setDeviceState({ busy: true })
  try {
    const clock = { now: correctedNow, noteServerTime }
    const synced = await alone('sync', () => syncPack(present.store, fetchTransport, clock))
    if (synced.outcome === 'complete') present.syncedAt = Date.now()
    if (synced.outcome === 'unreachable') setDeviceState({ connection: 'offline' })
    if (synced.outcome === 'signed-out') setDeviceState({ connection: 'signed-out' })
    await readVillage()
    return synced
  } finally {
    setDeviceState({ busy: false })
  }
}

/** One round of the exchange: who is there, what waits goes out, what has changed comes in. */
export async function exchange(): Promise<void> {
  const before = deviceState().connection
  await meet()
  if (deviceState().connection === 'online') {
    const waiting = deviceState().waiting
    await sendNow(before !== 'online')
    const sent = deviceState().waiting < waiting
    if (open && (sent || Date.now() - open.syncedAt > FRESH)) await syncNow()
  }
  if (before !== deviceState().connection) void queries.invalidateQueries()
}

/** Watches over an open device: exchanges now and then, locks when nobody is there. */
function watch(): () => void {
  let touched = Date.now()
  const touch = () => (touched = Date.now())
  const look = () => {
    if (Date.now() - touched > IDLE) lock()
  }
  const online = () => void exchange()
  const offline = () => setDeviceState({ connection: 'offline' })
  const idle = setInterval(look, ROUND)
  const round = setInterval(() => void exchange(), ROUND)
  // Capture: the lock is looked at before a page that comes back from the pocket can be touched.
  for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, touch, { capture: true })
  document.addEventListener('visibilitychange', look)
  addEventListener('online', online)
  addEventListener('offline', offline)
  return () => {
    clearInterval(idle)
    clearInterval(round)
    for (const event of ['pointerdown', 'keydown'] as const) removeEventListener(event, touch, { capture: true })
    document.removeEventListener('visibilitychange', look)
    removeEventListener('online', online)
    removeEventListener('offline', offline)
  }
}

function nameOf(person: string | null): string {
  return (person && open?.shown?.persons.get(person)?.name) || ''
}

/**
 * Days that may be left out mean the day of the entry. The server would take the day on which the entry arrives, which may be a week later.
 */
function dated({ action, input }: Submission): Submission['input'] {
  const village = open?.shown
  const declared = village?.house.domains.flatMap((domain) => domain.actions).find((each) => each.id === action)
  if (!village) return input
  const day = today(village, correctedNow())
  const left = DAYS.filter((name) => declared?.input.properties?.[name] && !input[name])
  return { ...input, ...Object.fromEntries(left.map((name) => [name, day])) }
}

async function submit(submission: Submission, key: string): Promise<Submitted> {
  const { outbox } = open!
  const { row, input } = submission
  const { person: entered, name } = input as { person?: string; name?: string }
  const person = row ? row.person : (entered ?? null)
  const personName = row?.personName ?? (nameOf(person) || name || '')
  await outbox.add({ ...submission, input: dated(submission), person, personName }, key)
  if (deviceState().connection === 'online') await sendNow()
  else await refresh()
  return endOf(key)
}

/** A fault of an entry as a form knows it. */
function problemOf({ status, title, detail, fields, current }: Fault): Problem {
  return new Problem(status, title, detail, { ...fields }, current)
}

/** What became of a form's entry: a refusal goes back to the form, which has everything that was typed. */
async function endOf(key: string): Promise<Submitted> {
  const { outbox } = open!
  const entry = await outbox.find(key)
  if (!entry) {
    const settled = (await outbox.settled()).find((each) => each.key === key)
    return { kind: 'sent', record: settled?.record ?? null, id: settled?.id ?? null }
  }
  const { fault } = entry
  if (entry.state === 'waiting' || !fault || fault.own) return { kind: 'waiting' }
  await outbox.withdraw(key)
  await refresh()
  throw problemOf(fault)
}

async function begin(known: KnownDevice, key: CryptoKey): Promise<void> {
  const store = sealedStore(await storeOf(known.account), key)
  const drafts = await store.entries<Draft>(DRAFT)
  const offset = (await store.get<number>(CLOCK)) ?? 0
  const outbox = openOutbox({
    store,
    transport: fetchTransport,
    account: known.account,
    now: () => Date.now(),
    newKey: newRequestId,
    offset: () => open?.offset ?? offset,
    noteServerTime,
  })
  open = {
    account: known.account,
    store,
    outbox,
    village: undefined,
    shown: undefined,
    drafts: new Map(drafts.map(([name, draft]) => [name.slice(DRAFT.length), draft])),
    offset,
    syncedAt: 0,
    stop: watch(),
  }
  rememberDevice(known)
  await outbox.tidy()
  await readVillage()
  setOpenDevice({
    answer: (path, query) => open?.shown && localAnswer(open.shown, path, query, correctedNow()),
    knows: isLocal,
    submit,
    readDraft: (name) => open?.drafts.get(name) ?? null,
    writeDraft(name, draft) {
      if (!open) return
      if (draft) open.drafts.set(name, draft)
      else open.drafts.delete(name)
      void open.store.write({ [DRAFT + name]: draft ?? undefined })
    },
  })
  setDeviceState({
    phase: 'open',
    account: known.account,
    connection: navigator.onLine ? 'online' : 'offline',
  })
  askAgain()
}

/** What was read before the device was opened or locked was read for a reader in another position. */
function askAgain(): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  void queries.resetQueries({ queryKey: ['session'] })
}

/** Forgets the key and everything read: without the PIN the device says nothing any more. */
export function lock(): void {
  if (!open) return
  open.stop()
  open = undefined
  setOpenDevice(undefined)
  askAgain()
}

const recoveryKey = async (device: string) => (await get<{ key: string }>('/api/village/recovery-key', { device })).key

/** Sets up work without a connection on this device; what an earlier set-up left unsent is taken over. */
export async function setUp(account: Account, pin: string): Promise<void> {
  const store = await storeOf(account.id)
  const device = ((await store.get(DEVICE)) as string | undefined) ?? newRequestId()
  const secret = await recoveryKey(device)
  await store.write({ [DEVICE]: device })
  const found = await safeState(store)
  const key = found === 'none' ? await createSafe(store, pin, secret) : await recover(store, secret, pin)
  // Without this a browser may clear what lies here when the phone is full. It may say no; then it stays as it was.
  await navigator.storage?.persist?.()
  await begin({ account: account.id, name: account.name, place: account.divisionName, device }, key)
  await syncNow()
  void queries.invalidateQueries()
}

/** Tries a PIN. */
export async function enterPin(
  known: KnownDevice,
  pin: string,
): Promise<Exclude<Unlocking, { kind: 'open' }> | { kind: 'open' }> {
  const result = await unlock(await storeOf(known.account), pin)
  if (result.kind !== 'open') return result
  await begin(known, result.key)
  void exchange()
  return { kind: 'open' }
}

/** Whether a PIN still opens somebody's copy, and how much waits there unsent: its names can be counted without the key. */
export async function standing(account: string): Promise<{ state: 'none' | 'locked' | 'erased'; waiting: number }> {
  const store = await storeOf(account)
  return { state: await safeState(store), waiting: (await store.entries(WAITING)).length }
}

/** Erases the village's copy from this device; what waits stays until its writer signs in again. */
export async function eraseFromDevice(): Promise<void> {
  if (!open) return
  const { account } = open
  const store = await storeOf(account)
  await eraseCopy(store)
  lock()
}

/** Everything in the outbox, and what was ended lately. */
export async function outboxContent(): Promise<{ entries: Entry[]; settled: Settled[] }> {
  if (!open) return { entries: [], settled: [] }
  return { entries: await open.outbox.entries(), settled: await open.outbox.settled() }
}

/** Sends an entry again that came back, and says what became of it. @throws Problem when it was refused again. */
export async function sendAgain(key: string, change: Parameters<Outbox['sendAgain']>[1]): Promise<Submitted> {
  const { outbox } = open!
  await outbox.sendAgain(key, change)
  if (deviceState().connection === 'online') await sendNow()
  else await refresh()
  const entry = await outbox.find(key)
  if (entry?.fault && !entry.fault.own) throw problemOf(entry.fault)
  return entry ? { kind: 'waiting' } : { kind: 'sent', record: null, id: null }
}

/** Gives an entry up. */
export async function discard(key: string, reason: string): Promise<void> {
  await open?.outbox.discard(key, reason)
  await refresh()
}

/** Whether an entry may be changed or given up now. */
export const mayChange = (entry: Entry): boolean => open?.outbox.isOpen(entry) ?? false

/** The village as it is shown: the copy with what waits. */
export const shownVillage = (): Village | undefined => (openDevice() ? open?.shown : undefined)

/** The device's clock, put right. */
export const deviceNow = correctedNow
