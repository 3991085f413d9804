import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { finished, outsideCohort, succeeded } from './codes.ts'
import { patient, suspect, visit } from './records.ts'
import { patients as p, suspects as s, visits as v } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）肺结核患者健康管理'
const COHORT = '中国结核病预防控制工作技术规范（2020年版）；WHO consolidated guidelines on tuberculosis'
const title = (zh: string, en: string) => ({ zh, en })
const people = title('人', 'people')
const basis = title('按接到通知日期，按患者居住地', 'by the day of the notice, by the patient’s residence')

const notified = (id: string, name: { zh: string; en: string }, where?: SQL) =>
  flow(patient, {
    id: `tuberculosis.${id}`,
    title: name,
    when: p.happenedOn,
    ...(where ? { where } : {}),
  })
const allNotified = notified('notified-patients', title('通知的患者', 'Patients notified'))
const managedPatients = notified(
  'managed-patients',
  title('已管理的患者', 'Patients managed'),
  sql`${p.firstVisitOn} is not null`,
)
const visitedInTime = notified(
  'first-visits-in-time',
  title('72小时内首访的患者', 'Visited within 72 hours'),
  eq(p.firstVisitInTime, true),
)

const ended = (id: string, name: { zh: string; en: string }, where: SQL) =>
  flow(patient, {
    id: `tuberculosis.${id}`,
    title: name,
    when: p.closedOn,
    where: and(inArray(p.outcome, [...finished]), where)!,
  })
const finishedPatients = ended(
  'finished-patients',
  title('完成治疗的患者', 'Patients who finished treatment'),
  sql`true`,
)
const regularPatients = ended(
  'regular-patients',
  title('规则服药的患者', 'Patients with regular medication'),
  eq(p.regular, true),
)

/** A cohort is looked at a year after the notice, when treatment is over. */
const cohort = (id: string, name: { zh: string; en: string }, where?: SQL) => {
  const inside = sql`(${p.outcome} is null or ${notInArray(p.outcome, [...outsideCohort])})`
  return flow(patient, {
    id: `tuberculosis.${id}`,
    title: name,
    when: sql`(${p.happenedOn} + interval '1 year')::date`,
    where: where ? and(inside, where)! : inside,
  })
}
const cohortPatients = cohort(
  'cohort-patients',
  title('上年同期通知的患者', 'Patients notified in the same period of the year before'),
)
const cohortSucceeded = cohort(
  'cohort-succeeded',
  title('治愈和完成疗程的患者', 'Patients cured or completed'),
  inArray(p.outcome, [...succeeded]),
)

const inTreatment = stock(patient, {
  id: 'tuberculosis.in-treatment-patients',
  title: title('在治患者', 'Patients in treatment'),
  from: p.happenedOn,
  to: p.closedOn,
})
const visits = flow(visit, { id: 'tuberculosis.visit-count', title: title('随访', 'Visits'), when: v.happenedOn })
const referred = flow(suspect, {
  id: 'tuberculosis.suspects-referred',
  title: title('转诊的可疑者', 'Suspects referred'),
  when: s.happenedOn,
})
const arrived = flow(suspect, {
  id: 'tuberculosis.suspects-arrived',
  title: title('1周内追踪到位的可疑者', 'Suspects followed within a week who arrived'),
  when: s.happenedOn,
  where: sql`${s.followedOn} <= ${s.dueOn} and ${s.arrivedOn} is not null`,
})

const common = { basis, source: NORM, unit: '%' }

/** The indicators of tuberculosis: the norm's 工作指标, and what the cohort came to. */
export const indicators = {
  notified: quantity(allNotified, {
    ...common,
    id: 'tuberculosis.notified',
    title: title('通知管理的肺结核患者数', 'Tuberculosis: patients notified'),
    unit: people,
  }),
  managementRate: ratio(managedPatients, allNotified, {
    ...common,
    id: 'tuberculosis.management-rate',
    title: title('肺结核患者管理率', 'Tuberculosis: management rate'),
    headline: true,
    synonyms: ['肺结核管理率'],
  }),
  firstVisitRate: ratio(visitedInTime, allNotified, {
    ...common,
    id: 'tuberculosis.first-visit-rate',
    title: title('肺结核患者72小时首访率', 'Tuberculosis: first visit within 72 hours'),
    synonyms: ['72小时首访率'],
  }),
  regularRate: ratio(regularPatients, finishedPatients, {
    ...common,
    id: 'tuberculosis.regular-rate',
    title: title('肺结核患者规则服药率', 'Tuberculosis: regular medication rate'),
    basis: title(
      '同期完成治疗的患者中，实际服药不少于应服药90%',
      'of patients who finished treatment in the period: at least 90% of the due doses',
    ),
    synonyms: ['规则服药率'],
  }),
  successRate: ratio(cohortSucceeded, cohortPatients, {
    ...common,
    id: 'tuberculosis.success-rate',
    title: title('肺结核患者治疗成功率', 'Tuberculosis: treatment success rate'),
    basis: title(
      '上年同期通知患者队列；变更诊断和转入耐药治疗的除外，未结案的按未成功',
      'cohort notified in the same period of the year before, without changed diagnoses and moves to treatment of resistance; open treatments are no success',
    ),
    source: COHORT,
    synonyms: ['肺结核治疗成功率', '成功治疗率'],
  }),
  followRate: ratio(arrived, referred, {
    ...common,
    id: 'tuberculosis.follow-rate',
    title: title('肺结核可疑者追踪到位率', 'Tuberculosis: suspects followed and arrived'),
    basis: title('按转诊日期，1周内追踪并已就诊', 'by the day of referral: followed within a week, and seen'),
    synonyms: ['追踪到位率', '转诊追踪到位率'],
  }),
  inTreatment: quantity(inTreatment, {
    ...common,
    id: 'tuberculosis.in-treatment',
    title: title('在治肺结核患者数', 'Tuberculosis: patients in treatment'),
    unit: people,
    basis: title('期末，按患者居住地', 'at the end of the period, by residence'),
  }),
  visits: quantity(visits, {
    ...common,
    id: 'tuberculosis.visits',
    title: title('肺结核患者随访人次', 'Tuberculosis: follow-ups'),
    unit: title('人次', 'visits'),
    better: 'higher',
    basis: title('按患者居住地', 'by the patient’s residence'),
  }),
  suspects: quantity(referred, {
    ...common,
    id: 'tuberculosis.suspects',
    title: title('转诊肺结核可疑者人数', 'Tuberculosis: suspects referred'),
    unit: title('人次', 'referrals'),
    better: 'higher',
    basis: title('按转诊日期', 'by the day of referral'),
  }),
} satisfies Record<string, Indicator>
