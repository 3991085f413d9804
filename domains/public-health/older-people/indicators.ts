import { eq, sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { aged65 } from '../../population/resident/index.ts'
import { assessment } from './records.ts'
import { examined, examinedRelation } from './relations.ts'
import { olderAssessments as a } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）老年人健康管理'
const people = { zh: '人', en: 'people' }
const each = { count: 'persons', onePlacePerPerson: true } as const

const examinedPeople = stock(examinedRelation, {
  id: 'older-people.examined-people',
  title: { zh: '年内体检的老年人', en: 'Older people examined in the year' },
  from: examined.validFrom,
  to: examined.validTo,
  ...each,
})
/** Usual residents from 65 with complete health management in the year. */
export const managedPeople = stock(examinedRelation, {
  id: 'older-people.managed-people',
  title: { zh: '年内接受健康管理的老年人', en: 'Older people with complete health management' },
  from: sql`greatest(${examined.validFrom}, ${examined.assessedOn})`,
  to: examined.recordTo,
  where: sql`${examined.complete} and ${examined.assessedOn} is not null`,
  ...each,
})
const assessed = (id: string, title: { zh: string; en: string }, where?: ReturnType<typeof eq>) =>
  flow(assessment, { id, title, when: a.happenedOn, count: 'persons', ...(where ? { where } : {}) })

const assessedPeople = assessed('older-people.assessed-people', { zh: '评估的老年人', en: 'Older people assessed' })
const dependentPeople = assessed(
  'older-people.dependent-people',
  { zh: '需要依赖的老年人', en: 'Older people found dependent' },
  sql`${a.selfCareGrade} <> 'independent'`,
)
const lowMood = assessed(
  'older-people.low-mood-people',
  { zh: '情感粗筛阳性的老年人', en: 'Older people with a positive mood screen' },
  eq(a.moodScreen, 'positive'),
)
const poorCognition = assessed(
  'older-people.poor-cognition-people',
  { zh: '认知粗筛阳性的老年人', en: 'Older people with a positive cognition screen' },
  eq(a.cognitionScreen, 'positive'),
)

const perPerson = { zh: '评估登记，每人每期计一次', en: 'assessments, each person once a period' }

export const managementRate = ratio(managedPeople, aged65, {
  id: 'older-people.management-rate',
  title: { zh: '老年人健康管理率', en: 'Health management of older people' },
  unit: '%',
  headline: true,
  basis: {
    zh: '年初至期末建档、体检、自理评估、指导齐全且体检表完整的65岁及以上常住居民',
    en: 'usual residents from 65 with record, examination, self-care score, guidance and complete form in the year so far',
  },
  source: NORM,
  synonyms: ['老年人管理率', '65岁及以上老年人健康管理率', '老年人健康管理服务率'],
})
export const examinationRate = ratio(examinedPeople, aged65, {
  id: 'older-people.examination-rate',
  title: { zh: '老年人体检率', en: 'Older people examined' },
  unit: '%',
  basis: {
    zh: '年初至期末体检过的，不问表单是否完整；县级口径',
    en: 'examined in the year so far, complete or not; the county’s count',
  },
  source: '县级考核口径',
  synonyms: ['老年人年度体检率'],
})
export const managed = quantity(managedPeople, {
  id: 'older-people.managed',
  title: { zh: '接受健康管理的老年人数', en: 'Older people managed' },
  unit: people,
  better: 'higher',
  basis: { zh: '年初至期末', en: 'in the year so far' },
  source: NORM,
})
const assessments = quantity(assessedPeople, {
  id: 'older-people.assessed',
  title: { zh: '评估老年人数', en: 'Older people assessed' },
  unit: people,
  better: 'higher',
  basis: perPerson,
  source: NORM,
})
export const dependentShare = ratio(dependentPeople, assessedPeople, {
  id: 'older-people.dependent-share',
  title: { zh: '评估为轻度及以上依赖的比例', en: 'Share found dependent' },
  unit: '%',
  better: 'neither',
  basis: perPerson,
  source: `${NORM}，老年人生活自理能力评估表`,
})
const lowMoodShare = ratio(lowMood, assessedPeople, {
  id: 'older-people.low-mood-share',
  title: { zh: '情感粗筛阳性率', en: 'Positive mood screens' },
  unit: '%',
  better: 'neither',
  basis: perPerson,
  source: NORM,
})
const poorCognitionShare = ratio(poorCognition, assessedPeople, {
  id: 'older-people.poor-cognition-share',
  title: { zh: '认知粗筛阳性率', en: 'Positive cognition screens' },
  unit: '%',
  better: 'neither',
  basis: perPerson,
  source: NORM,
})

/** The indicators of older people, in the order of tables. */
export const indicators: readonly Indicator[] = [
  managementRate,
  examinationRate,
  managed,
  assessments,
  dependentShare,
  lowMoodShare,
  poorCognitionShare,
]
