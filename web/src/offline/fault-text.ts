import type { Fault } from './outbox.ts'

/** Why an entry came back, in a sentence. */
export function faultText(fault: Fault, t: { faultClock: string; faultOrphan: string }): string {
  if (fault.own === 'clock') return t.faultClock
  if (fault.own === 'orphan') return t.faultOrphan
  return fault.detail || fault.title
}
