import { addMinutes, minutesBetween, momentOf } from '@kangheng/kernel/period/moment.ts'

/** The opening hours of a session, times `HH:MM`. */
export interface OpeningHours {
  readonly opensAt: string
  readonly closesAt: string
  readonly slotMinutes: number
}

const ANY_DAY = '2000-01-01'

/** Beginnings of the slots of a session; a slot that would end after closing time is none. */
export function slotsOf({ opensAt, closesAt, slotMinutes }: OpeningHours): string[] {
  const [from, to] = [momentOf(ANY_DAY, opensAt), momentOf(ANY_DAY, closesAt)]
  const count = Math.floor(minutesBetween(from, to) / slotMinutes)
  return Array.from({ length: Math.max(0, count) }, (_, index) => addMinutes(from, index * slotMinutes).slice(11))
}

/** The slots of a session with the places left in each; `taken` are the slots of those who come. */
export function placesLeft(
  hours: OpeningHours & { readonly slotCapacity: number },
  taken: readonly string[],
): { slot: string; left: number }[] {
  return slotsOf(hours).map((slot) => ({
    slot,
    left: hours.slotCapacity - taken.filter((each) => each === slot).length,
  }))
}
