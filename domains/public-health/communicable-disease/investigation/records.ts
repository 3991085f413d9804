import { defineRecord, type FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { diseaseTitles } from '../titles.ts'
import * as codes from './codes.ts'
import * as tables from './tables.ts'

const text = (zh: string, en: string): Text => ({ zh, en })
const days = text('天', 'days')
const refer = (zh: string, en: string, record: string): FieldDefinition => ({
  title: text(zh, en),
  refersTo: `record:communicable-disease.${record}`,
})
const disease = { title: text('病名', 'Disease'), values: diseaseTitles }

export const caseInvestigation = defineRecord({
  id: 'communicable-disease.investigation',
  title: text('个案调查', 'Case investigation'),
  description: text(
    '一例传染病的流行病学个案调查：暴露、行程、活动场所、接种史，可能感染和传染的日期',
    'What a case was exposed to, where it went, its vaccinations, and when it was infected and infectious',
  ),
  table: tables.caseInvestigations,
  states: { done: text('已调查', 'Done') },
  happenedOn: text('调查日期', 'Investigated on'),
  fields: {
    case: refer('报告卡', 'Report card', 'case'),
    disease,
    questionnaire: { title: text('调查表', 'Questionnaire'), values: codes.questionnaires },
    investigatedAt: { title: text('调查时间', 'Investigated at') },
    dueAt: { title: text('调查时限', 'To be done by') },
    inTime: { title: text('24小时内调查', 'Within 24 hours') },
    onsetOn: { title: text('发病日期', 'Onset') },
    isolatedOn: { title: text('隔离日期', 'Isolated on') },
    admittedOn: { title: text('入院日期', 'Admitted on') },
    severity: { title: text('病情', 'Severity'), values: codes.severities },
    exposedFrom: { title: text('可能感染自', 'Infected from') },
    exposedUntil: { title: text('可能感染至', 'Infected until') },
    infectiousFrom: { title: text('传染期自', 'Infectious from') },
    infectiousUntil: { title: text('传染期至', 'Infectious until') },
    infectedWhere: { title: text('感染来源', 'Origin'), values: codes.origins },
    exposure: { title: text('暴露史', 'Exposure') },
    travel: { title: text('外出旅行史', 'Travel') },
    places: { title: text('活动场所', 'Places visited') },
    vaccinated: { title: text('相关疫苗', 'Vaccine'), values: codes.vaccinationStates },
    doses: { title: text('接种剂次', 'Doses') },
    lastDoseOn: { title: text('末次接种日期', 'Last dose') },
    similarIllness: { title: text('周围类似病例', 'Similar illness around') },
    food: { title: text('可疑食物和就餐地点', 'Food and where it was eaten') },
    water: { title: text('饮用水来源', 'Drinking water') },
    animals: { title: text('动物接触史', 'Animals') },
    bites: { title: text('虫媒叮咬史', 'Bites') },
    laboratory: { title: text('实验室检测', 'Laboratory') },
    measures: { title: text('已采取措施', 'Measures taken') },
  },
  filters: ['disease', 'infectedWhere'],
  list: ['person', 'division', 'disease', 'infectedWhere', 'onsetOn', 'happenedOn', 'inTime', 'institution'],
})

export const caseContact = defineRecord({
  id: 'communicable-disease.contact',
  title: text('密切接触者', 'Contact'),
  description: text(
    '一名密切接触者的医学观察：末次接触后满最长潜伏期解除',
    'A contact under medical observation until the longest incubation after the last contact',
  ),
  table: tables.caseContacts,
  states: {
    observing: text('医学观察中', 'Observed'),
    symptomatic: text('出现症状，待排查', 'With symptoms'),
    case: text('转为病例', 'Became a case'),
    released: text('已解除', 'Released'),
    lost: text('失访', 'Lost'),
  },
  happenedOn: text('登记日期', 'Registered on'),
  fields: {
    case: refer('接触的病例', 'Case', 'case'),
    disease,
    name: { title: text('姓名', 'Name'), masked: 'name' },
    phone: { title: text('联系电话', 'Telephone'), masked: 'phone' },
    relation: { title: text('接触方式', 'Kind of contact'), values: codes.relations },
    site: { title: text('观察方式', 'Observed'), values: codes.observationSites },
    lastContactOn: { title: text('末次接触日期', 'Last contact') },
    observeUntil: { title: text('观察截止日期', 'Observed until') },
    firstObservedOn: { title: text('首次观察日期', 'First observation') },
    lastObservedOn: { title: text('最近观察日期', 'Last observation') },
    observedDays: { title: text('已观察天数', 'Days observed'), unit: days },
    symptomsOn: { title: text('出现症状日期', 'Symptoms since') },
    symptoms: { title: text('症状', 'Symptoms') },
    becameCase: refer('转为的报告卡', 'Card of the contact', 'case'),
    endedOn: { title: text('观察结束日期', 'Ended on') },
    note: { title: text('备注', 'Note') },
  },
  filters: ['disease', 'relation'],
  list: ['name', 'division', 'disease', 'relation', 'lastContactOn', 'observeUntil', 'lastObservedOn', 'state'],
  board: ['communicable-disease.observation'],
})

export const contactObservation = defineRecord({
  id: 'communicable-disease.observation',
  title: text('医学观察记录', 'Observation'),
  description: text('一名密切接触者一天的体温和症状', 'Temperature and symptoms of a contact on one day'),
  table: tables.contactObservations,
  states: { recorded: text('已记录', 'Recorded') },
  happenedOn: text('观察日期', 'Observed on'),
  fields: {
    contact: refer('密切接触者', 'Contact', 'contact'),
    temperature: { title: text('体温', 'Temperature'), unit: text('℃', '°C') },
    symptomatic: { title: text('有症状', 'With symptoms') },
    symptoms: { title: text('症状', 'Symptoms') },
  },
  list: ['contact', 'happenedOn', 'temperature', 'symptomatic', 'symptoms', 'institution'],
})

export const transmissionLink = defineRecord({
  id: 'communicable-disease.link',
  title: text('传播关系', 'Transmission'),
  description: text('谁传染给了谁，依据是什么', 'Who infected whom, and how it is known'),
  table: tables.transmissionLinks,
  states: { established: text('已认定', 'Established') },
  happenedOn: text('认定日期', 'Established on'),
  fields: {
    infector: refer('传染源病例', 'Infected by', 'case'),
    infectee: refer('被传染病例', 'Infected', 'case'),
    disease,
    basis: { title: text('认定依据', 'Basis'), values: codes.linkBases },
    exposedOn: { title: text('暴露日期', 'Exposed on') },
    interval: { title: text('发病间隔', 'Serial interval'), unit: days },
  },
  filters: ['disease'],
  list: ['disease', 'infector', 'infectee', 'interval', 'basis', 'happenedOn'],
})

export const cluster = defineRecord({
  id: 'communicable-disease.cluster',
  title: text('聚集性疫情', 'Cluster'),
  description: text(
    '按地点、学校或活动归在一起的病例：病例定义、流行曲线、罹患率、传播链和结案',
    'Cases that belong together by place, school or event: definition, curve, attack rate, chain, conclusion',
  ),
  table: tables.clusters,
  states: { open: text('处置中', 'Open'), closed: text('已结案', 'Closed') },
  happenedOn: text('立案日期', 'Opened on'),
  fields: {
    title: { title: text('名称', 'Title') },
    disease,
    kind: { title: text('类型', 'Kind'), values: codes.clusterKinds },
    site: { title: text('学校、单位或活动', 'School, workplace or event') },
    definition: { title: text('病例定义', 'Case definition') },
    fromOn: { title: text('发病日期自', 'Onset from') },
    untilOn: { title: text('发病日期至', 'Onset until') },
    exposed: { title: text('暴露人数', 'Exposed'), unit: text('人', 'people') },
    signal: refer('预警信号', 'Signal', 'signal'),
    cases: { title: text('病例数', 'Cases'), unit: text('例', 'cases') },
    firstOnsetOn: { title: text('首例发病', 'First onset') },
    lastOnsetOn: { title: text('末例发病', 'Last onset') },
    quietUntil: { title: text('无新病例须至', 'Quiet until') },
    attackRate: { title: text('罹患率', 'Attack rate'), unit: text('%', '%') },
    source: { title: text('传染来源', 'Source') },
    route: { title: text('传播途径', 'Route'), values: codes.routes },
    conclusion: { title: text('调查结论', 'Conclusion') },
    measures: { title: text('控制措施', 'Measures') },
    closedOn: { title: text('结案日期', 'Closed on') },
  },
  filters: ['disease', 'kind'],
  list: ['title', 'disease', 'kind', 'division', 'cases', 'firstOnsetOn', 'lastOnsetOn', 'quietUntil', 'state'],
})

export const clusterCase = defineRecord({
  id: 'communicable-disease.cluster-case',
  title: text('聚集性疫情病例', 'Case of a cluster'),
  description: text('归入一起聚集性疫情的一例病例', 'A case that belongs to a cluster'),
  table: tables.clusterCases,
  states: { included: text('已归入', 'Included') },
  happenedOn: text('发病日期', 'Onset'),
  fields: {
    cluster: refer('聚集性疫情', 'Cluster', 'cluster'),
    case: refer('报告卡', 'Report card', 'case'),
  },
  list: ['cluster', 'person', 'division', 'happenedOn', 'case'],
})
