import { sql } from 'drizzle-orm'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { defineCheck, lateEntry, type QualityCheck } from '@kangheng/kernel/quality/define-check.ts'
import { vaccination } from './records.ts'
import { vaccinations as v } from './tables.ts'

/** Days within which a dose is entered. LOCAL. */
const ENTERED_WITHIN = 3

const twiceADay = defineCheck(vaccination, {
  id: 'immunization.same-dose-twice',
  title: { zh: '同一天同一疫苗录入两次', en: 'The same vaccine twice on a day' },
  explanation: {
    zh: '重复录入会虚增接种剂次，也使后续程序出错',
    en: 'It counts a dose too many and misleads the schedule',
  },
  remedy: { zh: '核对接种登记，作废重复的一条', en: 'Compare with the register and void one' },
  severity: 'error',
  // Looked up once for all rows: asked row by row it takes five seconds over a county.
  faulty: () =>
    sql`(${v.person}, ${v.vaccine}, ${v.happenedOn}) in (select twin.person, twin.vaccine, twin.happened_on from immunization_vaccination twin
      where twin.voided_at is null group by 1, 2, 3 having count(*) > 1)`,
})

const beforeBirth = defineCheck(vaccination, {
  id: 'immunization.dose-before-birth',
  title: { zh: '接种日期早于出生', en: 'Dose before birth' },
  explanation: { zh: '出生或接种日期有一处录错', en: 'One of the two dates is wrong' },
  remedy: { zh: '核对出生日期和接种日期', en: 'Compare both dates' },
  severity: 'error',
  faulty: () =>
    sql`exists (select 1 from ${persons} where ${persons.county} = ${v.county} and ${persons.id} = ${v.person} and ${persons.birth} > ${v.happenedOn})`,
})

const expired = defineCheck(vaccination, {
  id: 'immunization.dose-after-expiry',
  title: { zh: '接种时疫苗已过有效期', en: 'Dose after the expiry day' },
  explanation: { zh: '过期疫苗或批号录错，都须追查', en: 'An expired vaccine, or the wrong lot: both are followed up' },
  remedy: { zh: '核对批号和有效期；确系过期的按规定报告', en: 'Compare lot and expiry; report it when it is true' },
  severity: 'error',
  faulty: () => sql`${v.expiresOn} < ${v.happenedOn}`,
})

/** What can be wrong with doses. */
export const quality: readonly QualityCheck[] = [
  twiceADay,
  beforeBirth,
  expired,
  lateEntry(vaccination, { days: ENTERED_WITHIN, where: sql`${v.visit} is not null` }),
]
