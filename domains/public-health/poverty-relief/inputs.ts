import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'

export const personInput = field(z.uuid(), { title: { zh: '居民', en: 'Resident' }, refersTo: 'person' })
export const householdInput = field(z.uuid(), {
  title: { zh: '帮扶户', en: 'Household' },
  refersTo: 'record:poverty-relief.household',
})
/** A day of the past or today; today when left out. */
export const dayInput = (zh: string, en: string) => field(z.iso.date().optional(), { title: { zh, en } })
export const noteInput = field(z.string().trim().max(500).optional(), {
  title: { zh: '说明', en: 'Note' },
  multiline: true,
})
/** An amount in yuan with at most two decimals. */
export const yuanInput = (zh: string, en: string) =>
  field(z.number().min(0).max(10_000_000).multipleOf(0.01).default(0), {
    title: { zh, en },
    unit: { zh: '元', en: 'yuan' },
  })
