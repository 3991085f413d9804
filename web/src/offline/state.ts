import { useSyncExternalStore } from 'react'
import type { Draft } from '../forms/draft.ts'
import type { RecordRow, Text } from '../api/types.ts'

/** Whether the server can be reached; `signed-out`: it can, but somebody has to sign in before it gives or takes anything. */
export type Connection = 'online' | 'offline' | 'signed-out'

/** How the work without a connection stands; small, so that every page can look at it. */
export interface DeviceState {
  readonly phase: 'closed' | 'open'
  /** Whose copy is open. */
  readonly account: string | null
  readonly connection: Connection
  readonly waiting: number
  readonly conflicts: number
  readonly refused: number
  /** The server's moment of the copy, ISO; null before the first sync. */
  readonly syncedAt: string | null
  readonly complete: boolean
  readonly busy: boolean
  /** The device's clock differs from the server's by so many milliseconds. */
  readonly clockOff: number
  /** Grows whenever what lies on the device has changed. */
  readonly changes: number
}

/** What a form hands in. */
export interface Submission {
  readonly action: string
  readonly title: Text
  readonly row?: RecordRow | undefined
  readonly input: Readonly<Record<string, unknown>>
}

/** What became of it. */
export type Submitted =
  | { readonly kind: 'sent'; readonly record: string | null; readonly id: string | null }
  /** It lies in the outbox and will be sent. */
  | { readonly kind: 'waiting' }

/** What an open device does for the pages. */
export interface OpenDevice {
  /** Whether the copy may hold the answer to this address. */
  knows(path: string): boolean
  /** The server's answer from the copy; undefined when the copy does not hold it. */
  answer(path: string, query: Readonly<Record<string, string>>): unknown
  /** Takes a form's content in and tries to send it at once. @throws Problem when the server refused it: nothing was written. */
  submit(submission: Submission, key: string): Promise<Submitted>
  readDraft(key: string): Draft | null
  writeDraft(key: string, draft: Draft | null): void
}

const closed: DeviceState = {
  phase: 'closed',
  account: null,
  connection: 'online',
  waiting: 0,
  conflicts: 0,
  refused: 0,
  syncedAt: null,
  complete: false,
  busy: false,
  clockOff: 0,
  changes: 0,
}

let state = closed
let device: OpenDevice | undefined
const listeners = new Set<() => void>()

/** Changes the state and tells who looks at it. */
export function setDeviceState(change: Partial<DeviceState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

/** Opens the device to the pages, or closes it. */
export function setOpenDevice(next: OpenDevice | undefined): void {
  device = next
  if (!next) setDeviceState({ ...closed, changes: state.changes + 1 })
}

/** The device, while it is unlocked. */
export const openDevice = (): OpenDevice | undefined => device

/** How things stand now, outside components. */
export const deviceState = (): DeviceState => state

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How the work without a connection stands. */
export function useDeviceState(): DeviceState {
  return useSyncExternalStore(subscribe, () => state)
}
