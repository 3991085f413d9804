import { z } from 'zod'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** Inputs that several actions share. */
export const person = field(z.uuid(), { title: { zh: '受种者', en: 'Person' }, refersTo: 'person' })
export { choice }
/** A day of the past or today; today when left out. */
export const day = (zh: string, en: string) => field(z.iso.date().optional(), { title: { zh, en } })
export const short = (zh: string, en: string) => field(z.string().trim().min(1).max(60), { title: { zh, en } })
export const long = (zh: string, en: string) =>
  field(z.string().trim().min(2).max(500), { title: { zh, en }, multiline: true })
/** A statement that must be made. */
export const confirmed = (title: Text, help: Text) => field(z.boolean(), { title, help })
export const count = (zh: string, en: string) =>
  field(z.int().min(1).max(1_000_000), { title: { zh, en }, unit: { zh: '剂', en: 'doses' } })
