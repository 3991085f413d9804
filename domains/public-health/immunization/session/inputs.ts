import { z } from 'zod'
import { field, timeOfDay } from '@kangheng/kernel/record/field.ts'

/** Inputs that the actions of sessions share. */
export const session = field(z.uuid(), {
  title: { zh: '接种门诊', en: 'Session' },
  refersTo: 'record:immunization.session',
})
export const slot = timeOfDay('时段', 'Slot')
