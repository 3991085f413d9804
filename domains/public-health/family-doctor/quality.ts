import { sql } from 'drizzle-orm'
import { defineCheck, lateEntry, type QualityCheck } from '@kangheng/kernel/quality/define-check.ts'
import { contract, service } from './records.ts'
import { contracts as c, services as s } from './tables.ts'

/** Days within which a service is entered. LOCAL. */
const ENTERED_WITHIN = 15

const beforeContract: QualityCheck = defineCheck(service, {
  id: 'family-doctor.service-outside-contract',
  title: { zh: '服务日期不在协议期内', en: 'Service outside its contract' },
  explanation: { zh: '协议期外的服务不计入履约', en: 'Such a service does not count as fulfilment' },
  remedy: { zh: '核对服务日期和协议起止日期，改正录错的一项', en: 'Compare both dates and correct the wrong one' },
  severity: 'error',
  faulty: () =>
    sql`exists (select 1 from ${c} where ${c.county} = ${s.county} and ${c.id} = ${s.contract} and (${s.happenedOn} < ${c.startsOn} or ${s.happenedOn} >= ${c.endsOn}))`,
})

const endsBeforeStart: QualityCheck = defineCheck(contract, {
  id: 'family-doctor.contract-ends-before-start',
  title: { zh: '协议终止早于开始', en: 'Contract ends before it starts' },
  explanation: {
    zh: '这样的协议从不生效，签约人数因此偏低',
    en: 'It is never in force, and the signed residents are too few',
  },
  remedy: { zh: '核对纸质协议的起止日期', en: 'Compare with the paper' },
  severity: 'error',
  faulty: () => sql`${c.endsOn} < ${c.startsOn}`,
})

/** What can be wrong with contracts and services. */
export const quality: readonly QualityCheck[] = [
  beforeContract,
  endsBeforeStart,
  lateEntry(service, { days: ENTERED_WITHIN }),
]
