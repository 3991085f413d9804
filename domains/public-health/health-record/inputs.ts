import { z } from 'zod'
import { choice, field, keysOf } from '@kangheng/kernel/record/field.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

export { choice }
/** Several coded values; an empty list says none. */
export const choices = <Table extends Readonly<Record<string, Text>>>(codes: Table, title: Text) =>
  field(z.array(z.enum(keysOf(codes))), { title, values: codes })
export const person = field(z.uuid(), { title: { zh: '居民', en: 'Resident' }, refersTo: 'person' })
/** A day of the past or today; today when left out. */
export const day = (zh: string, en: string) => field(z.iso.date().optional(), { title: { zh, en } })
export const short = (zh: string, en: string, longest = 60) =>
  field(z.string().trim().max(longest).optional(), { title: { zh, en } })
export const long = (zh: string, en: string) =>
  field(z.string().trim().max(1000).optional(), { title: { zh, en }, multiline: true })
export const yesNo = (zh: string, en: string) => field(z.boolean().default(false), { title: { zh, en } })
/** A measured value within what is possible; outside of it the entry is a slip. */
export const measured = (zh: string, en: string, least: number, most: number, unit: string) =>
  field(z.number().min(least).max(most).optional(), { title: { zh, en }, unit: { zh: unit, en: unit } })
/** A whole number within what is possible. */
export const counted = (zh: string, en: string, least: number, most: number, unit: string) =>
  field(z.int().min(least).max(most).optional(), { title: { zh, en }, unit: { zh: unit, en: unit } })
