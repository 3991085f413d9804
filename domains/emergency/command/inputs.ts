import { z } from 'zod'
import { momentOf, presentMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'

const title = (zh: string, en: string, unit?: readonly [string, string]) => ({
  title: { zh, en },
  ...(unit ? { unit: { zh: unit[0], en: unit[1] } } : {}),
})

/** A line of text that must be given. */
export const line = (zh: string, en: string, longest = 80) =>
  field(z.string().trim().min(2).max(longest), title(zh, en))
/** Text in several lines that must be given. */
export const paragraph = (zh: string, en: string) =>
  field(z.string().trim().min(2).max(4000), { ...title(zh, en), multiline: true })
/** Text in several lines that may be left out. */
export const note = (zh: string, en: string) =>
  field(z.string().trim().max(4000).optional(), { ...title(zh, en), multiline: true })
/** A whole number from zero. */
export const whole = (zh: string, en: string, unit?: readonly [string, string]) =>
  field(z.int().min(0).max(1_000_000), title(zh, en, unit))
/** A quantity above zero with at most one decimal. */
export const amount = (zh: string, en: string) =>
  field(z.number().positive().max(10_000_000).multipleOf(0.1), title(zh, en))
export const day = (zh: string, en: string) => field(z.iso.date(), title(zh, en))
export const place = field(z.string(), { ...title('地点', 'Place'), refersTo: 'division' })
export const telephone = field(
  z
    .string()
    .trim()
    .regex(/^[\d+() -]{5,20}$/),
  title('联系电话', 'Telephone'),
)
/** The event that a row belongs to. */
export const event = field(z.uuid(), { ...title('事件', 'Event'), refersTo: 'record:emergency.event' })

/** The moment of a day and a time, which must not lie in the future. */
export function pastMoment(on: IsoDate, time: string, today: IsoDate): Moment {
  const moment = momentOf(on, time)
  if (moment > presentMoment(today)) return refuse('discoveredOn', { zh: '不能晚于现在', en: 'Not later than now' })
  return moment
}
