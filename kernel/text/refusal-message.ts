import { Refusal, type RefusalKind } from './refusal.ts'
import type { Text } from './text.ts'

/** A fault as it passes from one thread to another, where objects lose their class. */
export type FaultMessage = {
  refusal?: { kind: RefusalKind; text: Text; field: string | undefined; detail: unknown } | undefined
  message: string
}

/** Packs what was thrown for another thread. */
export function packFault(error: unknown): FaultMessage {
  const refusal =
    error instanceof Refusal
      ? { kind: error.kind, text: error.text, field: error.field, detail: error.detail }
      : undefined
  return { refusal, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** The same refusal again, or a plain error with the other thread's words. */
export function unpackFault({ refusal, message }: FaultMessage): Error {
  if (!refusal) return new Error(message)
  const { kind, text, field, detail } = refusal
  return new Refusal(kind, text, { ...(field === undefined ? {} : { field }), detail })
}
