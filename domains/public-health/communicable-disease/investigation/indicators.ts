import { eq, isNotNull, sql } from 'drizzle-orm'
import { type Indicator, quantity, ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { caseContact, cluster } from './records.ts'
import { toInvestigate, toInvestigateRelation } from './relations.ts'
import { caseContacts as k, clusters as s } from './tables.ts'

const NORM = '传染病信息报告管理规范（2015年版）；各病种监测方案'
const title = (zh: string, en: string) => ({ zh, en })

const toDo = flow(toInvestigateRelation, {
  id: 'communicable-disease.to-investigate',
  title: title('应开展个案调查的病例', 'Cases to be investigated'),
  when: toInvestigate.reviewedOn,
})
const investigated = flow(toInvestigateRelation, {
  id: 'communicable-disease.investigated',
  title: title('已开展个案调查的病例', 'Cases investigated'),
  when: toInvestigate.reviewedOn,
  where: isNotNull(toInvestigate.investigatedOn),
})
const investigatedInTime = flow(toInvestigateRelation, {
  id: 'communicable-disease.investigated-in-time',
  title: title('24小时内调查的病例', 'Cases investigated within 24 hours'),
  when: toInvestigate.reviewedOn,
  where: eq(toInvestigate.inTime, true),
})
const contacts = flow(caseContact, {
  id: 'communicable-disease.contacts',
  title: title('登记的密切接触者', 'Contacts registered'),
  when: k.happenedOn,
})
const contactsObserved = flow(caseContact, {
  id: 'communicable-disease.contacts-observed',
  title: title('登记次日前纳入医学观察的密切接触者', 'Contacts observed by the day after'),
  when: k.happenedOn,
  where: sql`${k.firstObservedOn} <= ${k.happenedOn} + 1`,
})
const contactCases = flow(caseContact, {
  id: 'communicable-disease.contact-cases',
  title: title('转为病例的密切接触者', 'Contacts that became cases'),
  when: k.happenedOn,
  where: eq(k.state, 'case'),
})
const clustersOpened = flow(cluster, {
  id: 'communicable-disease.clusters',
  title: title('聚集性疫情', 'Clusters'),
  when: s.happenedOn,
})
const clustersClosed = flow(cluster, {
  id: 'communicable-disease.clusters-closed',
  title: title('已结案的聚集性疫情', 'Clusters closed'),
  when: s.happenedOn,
  where: eq(s.state, 'closed'),
})
const clusteredCases = flow(cluster, {
  id: 'communicable-disease.clustered-cases',
  title: title('聚集性疫情病例', 'Cases of clusters'),
  when: s.happenedOn,
  count: { sum: s.cases },
})

const byReview = title(
  '法定个案调查病种的已审核病例，按审核日期和现住址',
  'reviewed cases of diseases to be investigated',
)
const byContact = title('按登记日期和观察地点', 'by day of registration and place of observation')
const byCluster = title('按立案日期和地点', 'by day opened and place')
type Measure = Parameters<typeof ratio>[0]
const share = (id: string, zh: string, en: string, part: Measure, whole: Measure, basis = byReview) =>
  ratio(part, whole, { id: `communicable-disease.${id}`, title: title(zh, en), unit: '%', basis, source: NORM })

export const investigationRate = share('investigation-rate', '个案调查率', 'Cases investigated', investigated, toDo)
export const investigationTimeliness = share(
  'investigation-24h-rate',
  '24小时个案调查率',
  'Cases investigated within 24 hours',
  investigatedInTime,
  toDo,
)
export const contactControl = share(
  'contact-control-rate',
  '密切接触者管控率',
  'Contacts under observation',
  contactsObserved,
  contacts,
  byContact,
)
export const secondaryAttack = ratio(contactCases, contacts, {
  id: 'communicable-disease.secondary-attack-rate',
  title: title('密切接触者续发率', 'Secondary attack rate'),
  unit: '%',
  better: 'lower',
  basis: byContact,
  source: NORM,
})
export const contactCount = quantity(contacts, {
  id: 'communicable-disease.contact-count',
  title: title('密切接触者人数', 'Contacts'),
  unit: title('人', 'people'),
  basis: byContact,
  source: NORM,
})
export const clusterCount = quantity(clustersOpened, {
  id: 'communicable-disease.cluster-count',
  title: title('聚集性疫情起数', 'Clusters'),
  unit: title('起', 'clusters'),
  better: 'lower',
  basis: byCluster,
  source: NORM,
})
export const clusterCases = quantity(clusteredCases, {
  id: 'communicable-disease.cluster-cases',
  title: title('聚集性疫情病例数', 'Cases of clusters'),
  unit: title('例', 'cases'),
  better: 'lower',
  basis: byCluster,
  source: NORM,
})
export const clusterClosing = share(
  'cluster-closing-rate',
  '聚集性疫情结案率',
  'Clusters closed',
  clustersClosed,
  clustersOpened,
  byCluster,
)

export const investigationIndicators: readonly Indicator[] = [
  investigationRate,
  investigationTimeliness,
  contactControl,
  secondaryAttack,
  contactCount,
  clusterCount,
  clusterCases,
  clusterClosing,
]
