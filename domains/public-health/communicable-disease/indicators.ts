import { type Indicator, meanStock, quantity, ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { usualBegun, usualEnded, usualResidents } from '../../population/resident/index.ts'
import * as m from './measures.ts'

const people = { zh: '例', en: 'cases' }
const counted = {
  zh: '临床诊断和确诊病例，按审核日期和现住址',
  en: 'clinical and confirmed cases, by day of review and present address',
}
const rateBasis = {
  zh: '临床诊断和确诊病例，按审核日期和现住址；年平均常住人口',
  en: 'clinical and confirmed cases, by day of review and present address; mean usual residents',
}
const NORM = '传染病信息报告管理规范（2015年版）；中国卫生健康统计年鉴主要指标解释'
const CIDARS = '国家传染病自动预警信息系统工作规范'

/** Mean of the usual residents at the beginning and the end of the period. */
const meanPopulation = meanStock(usualResidents, usualBegun, usualEnded)

const incidence = (id: string, zh: string, en: string, measure: Parameters<typeof ratio>[0], headline = false) =>
  ratio(measure, meanPopulation, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    unit: '/10万',
    better: 'lower',
    basis: rateBasis,
    source: NORM,
    headline,
  })
const count = (id: string, zh: string, en: string, measure: Parameters<typeof quantity>[0]) =>
  quantity(measure, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    unit: people,
    better: 'lower',
    basis: counted,
    source: NORM,
  })
const share = (
  id: string,
  zh: string,
  en: string,
  part: Parameters<typeof ratio>[0],
  whole: Parameters<typeof ratio>[1],
  source = NORM,
) =>
  ratio(part, whole, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    unit: '%',
    basis: { zh: '按审核日期或信号日期', en: 'by day of review or of the signal' },
    source,
  })

export const totalCases = count('total-cases', '法定传染病报告发病数', 'Cases of notifiable diseases', m.allCases)
export const casesAB = count('class-ab-cases', '甲乙类传染病发病数', 'Cases, classes A and B', m.classAB)
export const casesA = count('class-a-cases', '甲类传染病发病数', 'Cases, class A', m.classA)
export const casesB = count('class-b-cases', '乙类传染病发病数', 'Cases, class B', m.classB)
export const casesC = count('class-c-cases', '丙类传染病发病数', 'Cases, class C', m.classC)
export const totalIncidence = incidence(
  'incidence',
  '法定传染病报告发病率',
  'Incidence of notifiable diseases',
  m.allCases,
)
export const incidenceAB = incidence(
  'incidence-ab',
  '甲乙类传染病发病率',
  'Incidence, classes A and B',
  m.classAB,
  true,
)
export const incidenceA = incidence('incidence-a', '甲类传染病发病率', 'Incidence, class A', m.classA)
export const incidenceB = incidence('incidence-b', '乙类传染病发病率', 'Incidence, class B', m.classB)
export const incidenceC = incidence('incidence-c', '丙类传染病发病率', 'Incidence, class C', m.classC)
export const diseaseCases = Object.fromEntries(
  m.ownFigures.map((id) => {
    const measure = m.casesOf[id]
    const { zh, en } = measure.title
    return [id, count(`${id}-cases`, zh.replace('病例', '发病数'), en, measure)]
  }),
) as Record<(typeof m.ownFigures)[number], Indicator>

const deathBasis = { zh: '已审核病例，按死亡日期', en: 'reviewed cases, by day of death' }
const deathCount = (id: string, zh: string, en: string, measure: Parameters<typeof quantity>[0]) =>
  quantity(measure, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    unit: { zh: '人', en: 'people' },
    better: 'lower',
    basis: deathBasis,
    source: NORM,
  })
export const deaths = deathCount('deaths-count', '法定传染病死亡数', 'Deaths from notifiable diseases', m.deaths)
export const deathsAB = deathCount('deaths-ab-count', '甲乙类传染病死亡数', 'Deaths, classes A and B', m.deathsAB)
export const deathsC = deathCount('deaths-c-count', '丙类传染病死亡数', 'Deaths, class C', m.deathsC)
export const mortality = ratio(m.deaths, meanPopulation, {
  id: 'communicable-disease.mortality',
  title: { zh: '法定传染病报告死亡率', en: 'Mortality of notifiable diseases' },
  unit: '/10万',
  better: 'lower',
  basis: { zh: '已审核病例，按死亡日期；年平均常住人口', en: 'reviewed cases, by day of death; mean usual residents' },
  source: NORM,
})
export const fatality = ratio(m.deaths, m.allCases, {
  id: 'communicable-disease.fatality',
  title: { zh: '法定传染病病死率', en: 'Case fatality' },
  unit: '%',
  better: 'lower',
  basis: { zh: '同期死亡数与发病数之比', en: 'deaths to cases of the same period' },
  source: NORM,
})
export const timeliness = share(
  'report-timeliness',
  '传染病报告及时率',
  'Cards reported in time',
  m.cardsInTime,
  m.cards,
)
export const completeness = share('completeness', '传染病报告完整率', 'Complete cards', m.cardsComplete, m.cards)
export const reviewTimeliness = share(
  'review-timeliness',
  '传染病审核及时率',
  'Cards reviewed in time',
  m.cardsReviewedInTime,
  m.cards,
)

export const signals = quantity(m.allSignals, {
  id: 'communicable-disease.signals-raised',
  title: { zh: '预警信号数', en: 'Signals' },
  unit: { zh: '个', en: 'signals' },
  basis: { zh: '按信号日期', en: 'by day raised' },
  source: CIDARS,
})
export const events = quantity(m.events, {
  id: 'communicable-disease.events-declared',
  title: { zh: '确认突发事件数', en: 'Events' },
  unit: { zh: '起', en: 'events' },
  better: 'lower',
  basis: { zh: '由信号确认，按信号日期', en: 'from signals, by day raised' },
  source: CIDARS,
})
export const verifiedInTime = share(
  'signals-in-time',
  '预警信号2小时核实率',
  'Signals verified within two hours',
  m.signalsVerifiedInTime,
  m.allSignals,
  CIDARS,
)
export const investigatedShare = share(
  'signals-investigated-share',
  '预警信号现场调查率',
  'Signals investigated',
  m.signalsInvestigated,
  m.allSignals,
  CIDARS,
)
export const verificationTime = ratio(m.verificationTime, m.signalsVerified, {
  id: 'communicable-disease.verification-time',
  title: { zh: '预警信号平均核实用时', en: 'Mean time to verification' },
  unit: { zh: '分钟', en: 'minutes' },
  decimals: 1,
  better: 'lower',
  basis: { zh: '已核实信号', en: 'signals verified' },
  source: CIDARS,
})

export const indicators: readonly Indicator[] = [
  totalCases,
  casesAB,
  casesA,
  casesB,
  casesC,
  totalIncidence,
  incidenceAB,
  incidenceA,
  incidenceB,
  incidenceC,
  ...Object.values(diseaseCases),
  deaths,
  deathsAB,
  deathsC,
  mortality,
  fatality,
  timeliness,
  completeness,
  reviewTimeliness,
  signals,
  events,
  verifiedInTime,
  investigatedShare,
  verificationTime,
]
