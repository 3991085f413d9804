import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** Days within which a report is confirmed or sent back, and a key task is told of again. LOCAL. */
export const CONFIRM_WITHIN = 7
export const TELL_WITHIN = 31

/** What the rules need to know of a matter. */
export interface MatterTerm {
  readonly dueOn: IsoDate
  /** Day of the report that stands. */
  readonly finishedOn: IsoDate | null
  readonly withdrawnOn: IsoDate | null
}

/** A matter is overdue from the day after it was due until it is reported done or withdrawn. */
export function isOverdue({ dueOn, finishedOn, withdrawnOn }: MatterTerm, on: IsoDate): boolean {
  return on > dueOn && !(finishedOn !== null && finishedOn <= on) && !(withdrawnOn !== null && withdrawnOn <= on)
}

/** Done in time is what was reported by its day; how long the confirmation took is not held against the owner. */
export function doneInTime({ dueOn, finishedOn }: MatterTerm): boolean {
  return finishedOn !== null && finishedOn <= dueOn
}
