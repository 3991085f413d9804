import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'

/** Inputs that the actions of sessions share. */
export const timeOfDay = (zh: string, en: string) =>
  field(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), {
    title: { zh, en },
    help: { zh: '24小时制，例如 08:30', en: 'By the 24-hour clock, for example 08:30' },
  })
export const session = field(z.uuid(), {
  title: { zh: '接种门诊', en: 'Session' },
  refersTo: 'record:immunization.session',
})
export const slot = timeOfDay('时段', 'Slot')
