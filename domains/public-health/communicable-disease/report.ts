import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { diseaseControl as section } from '../../sections.ts'
import * as i from './indicators.ts'
import * as work from './investigation/indicators.ts'

/** The year: how many fell ill, class by class, and of what. */
const casesOfYear = defineParagraph({
  id: 'communicable-disease.cases-year',
  section,
  documents: ['summary'],
  figures: {
    total: i.totalCases,
    incidence: i.totalIncidence,
    a: i.casesA,
    ab: i.casesAB,
    rateB: i.incidenceB,
    c: i.casesC,
    rateC: i.incidenceC,
    deaths: i.deaths,
    mortality: i.mortality,
    fatality: i.fatality,
    casesB: i.casesB,
    tuberculosis: i.diseaseCases.tuberculosis,
    hepatitis: i.diseaseCases['viral-hepatitis'],
    brucellosis: i.diseaseCases.brucellosis,
  },
  say: (f) =>
    zh`全年报告法定传染病${f.total}，发病率${f.incidence}，${f.incidence.sameTimeLastYear}；死亡${f.deaths}，死亡率${f.mortality}，病死率${f.fatality}。甲类传染病${f.a}，甲乙类合计${f.ab}，${f.ab.sameTimeLastYear}；乙类${f.casesB}，发病率${f.rateB}，${f.rateB.sameTimeLastYear}；丙类传染病${f.c}，发病率${f.rateC}，${f.rateC.sameTimeLastYear}。肺结核${f.tuberculosis}，${f.tuberculosis.sameTimeLastYear}；病毒性肝炎${f.hepatitis}，${f.hepatitis.sameTimeLastYear}；布鲁氏菌病${f.brucellosis}，${f.brucellosis.sameTimeLastYear}。`,
})

const warningOfYear = defineParagraph({
  id: 'communicable-disease.warning-year',
  section,
  documents: ['summary'],
  figures: {
    timeliness: i.timeliness,
    complete: i.completeness,
    review: i.reviewTimeliness,
    signals: i.signals,
    inTime: i.verifiedInTime,
    minutes: i.verificationTime,
    investigated: i.investigatedShare,
    events: i.events,
  },
  say: (f) =>
    zh`传染病报告及时率${f.timeliness}，${f.timeliness.sameTimeLastYear}，完整率${f.complete}，审核及时率${f.review}。早期预警发出信号${f.signals}，2小时内核实率${f.inTime}，平均核实用时${f.minutes}，现场调查率${f.investigated}，确认突发公共卫生事件${f.events}。`,
})

/** The month. */
const casesOfMonth = defineParagraph({
  id: 'communicable-disease.cases-month',
  section,
  documents: ['bulletin'],
  figures: {
    total: i.totalCases,
    incidence: i.totalIncidence,
    ab: i.casesAB,
    c: i.casesC,
    timeliness: i.timeliness,
    signals: i.signals,
    inTime: i.verifiedInTime,
    events: i.events,
  },
  say: (f) =>
    zh`本期报告法定传染病${f.total}，${f.total.sameTimeLastYear}，${f.total.previousPeriod}，其中甲乙类${f.ab}，${f.ab.sameTimeLastYear}，丙类${f.c}，${f.c.sameTimeLastYear}；报告发病率${f.incidence}，${f.incidence.sameTimeLastYear}。报告及时率${f.timeliness}。预警信号${f.signals}，2小时内核实率${f.inTime}，确认事件${f.events}。`,
})

const outbreaksOfYear = defineParagraph({
  id: 'communicable-disease.outbreaks-year',
  section,
  documents: ['summary'],
  figures: {
    rate: work.investigationRate,
    inTime: work.investigationTimeliness,
    contacts: work.contactCount,
    control: work.contactControl,
    secondary: work.secondaryAttack,
    clusters: work.clusterCount,
    cases: work.clusterCases,
    closed: work.clusterClosing,
  },
  say: (f) =>
    zh`传染病个案调查率${f.rate}，24小时调查率${f.inTime}，${f.inTime.sameTimeLastYear}；登记密切接触者${f.contacts}，管控率${f.control}，续发率${f.secondary}。处置聚集性疫情${f.clusters}、病例${f.cases}，结案率${f.closed}。`,
})

export const paragraphs = [casesOfYear, warningOfYear, outbreaksOfYear, casesOfMonth]
