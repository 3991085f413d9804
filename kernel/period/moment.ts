import { addDays, type IsoDate } from './date.ts'

/** A minute in China, `YYYY-MM-DD HH:MM`; compares in time order as a string. The clocks of reporting run in hours around the clock, so days are not enough. */
export type Moment = string

const MINUTES_A_DAY = 24 * 60
const CHINA = 'Asia/Shanghai'

/** A minute of a day; `time` is `HH:MM`. */
export const momentOf = (day: IsoDate, time: string): Moment => `${day} ${time}`

/** The day of a moment. */
export const dayOfMoment = (moment: Moment): IsoDate => moment.slice(0, 10)

function minutesInto(moment: Moment): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
}

/** The moment so many minutes later (or, negative, earlier). */
export function addMinutes(moment: Moment, minutes: number): Moment {
  const total = minutesInto(moment) + minutes
  const rest = ((total % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
  const day = addDays(dayOfMoment(moment), Math.floor(total / MINUTES_A_DAY))
  return momentOf(day, `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`)
}

/** The moment so many hours later; nights, weekends and holidays count. */
export const addHours = (moment: Moment, hours: number): Moment => addMinutes(moment, hours * 60)

/** Minutes from one moment to another. */
export function minutesBetween(from: Moment, to: Moment): number {
  const days = (Date.parse(dayOfMoment(to)) - Date.parse(dayOfMoment(from))) / 86_400_000
  return days * MINUTES_A_DAY + minutesInto(to) - minutesInto(from)
}

/** Now: the business date with the time of day in China, so that a county with a fixed date has a clock as well. */
export function presentMoment(today: IsoDate, now: Date = new Date()): Moment {
  const time = now.toLocaleTimeString('en-GB', { timeZone: CHINA, hour: '2-digit', minute: '2-digit' })
  return momentOf(today, time)
}
