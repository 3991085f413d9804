const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A clock that was off by more than this since an entry was made may have put a wrong date into it. */
export const SUSPICIOUS = 6 * HOUR

/** China's civil day at a moment. */
const dayOf = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10)

/** How many days lie between two moments' days in China. */
function daysBetween(from: number, to: number): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY)
}

/**
 * The business date now, on a device that last heard from the server at `heardAt`: the server's day then, and the days since by the device's corrected clock.
 * A demo county's day does not move.
 */
export function todayOf(said: string, heardAt: number, now: number, demo: boolean): string {
  const passed = demo ? 0 : Math.max(0, daysBetween(heardAt, now))
  return new Date(Date.parse(said) + passed * DAY).toISOString().slice(0, 10)
}
