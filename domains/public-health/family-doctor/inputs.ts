import { z } from 'zod'
import { field } from '@kangheng/kernel/record/field.ts'
import { CONTRACT_YEARS } from './contract.ts'

/** Inputs that several actions share. */
export const personInput = field(z.uuid(), { title: { zh: '居民', en: 'Resident' }, refersTo: 'person' })
export const teamInput = field(z.uuid(), {
  title: { zh: '签约团队', en: 'Team' },
  refersTo: 'record:family-doctor.team',
})
export const doctorInput = field(z.uuid(), {
  title: { zh: '签约医生', en: 'Doctor' },
  refersTo: 'record:family-doctor.member',
})
export const packageInput = field(z.uuid(), {
  title: { zh: '服务包', en: 'Package' },
  refersTo: 'record:family-doctor.package',
})
export const yearsInput = field(z.int().min(CONTRACT_YEARS.least).max(CONTRACT_YEARS.most).default(1), {
  title: { zh: '签约年限', en: 'Term' },
  unit: { zh: '年', en: 'years' },
})
/** A day of the past or today; today when left out. */
export const dayInput = (zh: string, en: string) => field(z.iso.date().optional(), { title: { zh, en } })
export const noteInput = field(z.string().trim().max(500).optional(), {
  title: { zh: '说明', en: 'Note' },
  multiline: true,
})
