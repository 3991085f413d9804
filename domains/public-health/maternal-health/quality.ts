import { sql } from 'drizzle-orm'
import { defineCheck, lateEntry, type QualityCheck } from '@kangheng/kernel/quality/define-check.ts'
import { birth } from '../../population/resident/index.ts'
import { delivery, newborn } from './records.ts'
import { deliveries as d, newborns as n } from './tables.ts'

const b = birth.table

/** Days within which a birth is on the register, and a delivery is entered. LOCAL. */
const REGISTERED_WITHIN = 60
const ENTERED_WITHIN = 7

const notRegistered = defineCheck(newborn, {
  id: 'maternal-health.birth-not-registered',
  title: { zh: '住院分娩的活产儿未登记出生', en: 'Newborn without a registered birth' },
  explanation: {
    zh: '分娩记录和出生登记对不上，出生人数漏计',
    en: 'The delivery and the register of births do not agree: a birth is not counted',
  },
  remedy: { zh: '核对《出生医学证明》，补登记出生', en: 'Look at the certificate and register the birth' },
  severity: 'warning',
  faulty: (today) =>
    sql`(${n.alive} and ${n.child} is null and ${n.happenedOn} < ${today}::date - ${REGISTERED_WITHIN}::int
      and not exists (select 1 from ${b} where ${b.county} = ${n.county} and ${b.voidedAt} is null and ${b.mother} = ${n.person}
        and ${b.happenedOn} between ${n.happenedOn} - 1 and ${n.happenedOn} + 1))`,
})

const registeredTwice = defineCheck(birth, {
  id: 'maternal-health.birth-registered-twice',
  title: { zh: '登记的出生多于分娩的活产', en: 'More births registered than born' },
  explanation: {
    zh: '医院和乡镇各登记一次，同一个孩子会重复计数',
    en: 'When hospital and township both register it, one child counts twice',
  },
  remedy: {
    zh: '按《出生医学证明》编号核对，作废重复的一条',
    en: 'Compare the certificates and void the second entry',
  },
  severity: 'error',
  faulty: () =>
    sql`(${b.mother} is not null and (select count(*) from resident_birth twin where twin.county = ${b.county} and twin.voided_at is null
        and twin.mother = ${b.mother} and twin.happened_on between ${b.happenedOn} - 1 and ${b.happenedOn} + 1)
      > (select max(${d.liveBirths}) from ${d} where ${d.county} = ${b.county} and ${d.voidedAt} is null and ${d.person} = ${b.mother}
        and ${d.happenedOn} between ${b.happenedOn} - 1 and ${b.happenedOn} + 1))`,
})

/** What can be wrong with deliveries and newborns, also beside the register of births. */
export const quality: readonly QualityCheck[] = [
  notRegistered,
  registeredTwice,
  lateEntry(delivery, { days: ENTERED_WITHIN }),
]
