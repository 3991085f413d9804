import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { dayOfMoment, momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'

/** When a subscription is sent. */
export interface Schedule {
  readonly rhythm: 'weekly' | 'monthly'
  /** 1 to 7 from Monday, or 1 to 28 of the month. */
  readonly onDay: number
  readonly hour: number
}

const weekday = (day: IsoDate) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

function fallsOn({ rhythm, onDay }: Schedule, day: IsoDate): boolean {
  return rhythm === 'weekly' ? weekday(day) === onDay : Number(day.slice(8, 10)) === onDay
}

/** The latest moment at or before `now` at which it was due, both in China. There always is one within 31 days. */
export function lastDue(schedule: Schedule, now: Moment): Moment {
  const time = `${String(schedule.hour).padStart(2, '0')}:00`
  for (let day = dayOfMoment(now); ; day = addDays(day, -1)) {
    const due = momentOf(day, time)
    if (fallsOn(schedule, day) && due <= now) return due
  }
}
