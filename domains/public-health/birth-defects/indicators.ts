import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { derived, quantity, ratio, type Indicator, type StratumValues } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { perinates, womenDelivered } from '../maternal-health/index.ts'
import { watched, type WatchedDefect } from './defects.ts'
import { countInterval } from './poisson.ts'
import { card, folicAcid, prenatalScreening } from './records.ts'
import { cards as c, folicAcid as f, prenatalScreenings as s } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const SURVEILLANCE = '全国妇幼卫生监测实施方案，出生缺陷医院监测; 妇幼健康统计调查制度'
const basis = title(
  '按出生日期，孕满28周至产后7天内发现，分母为围产儿数；县级数小，应看例数、区间和多年合计',
  'by day of birth, found from 28 weeks to the seventh day, of perinates; few cases: see count, interval and several years',
)

const found = (id: string, name: { zh: string; en: string }, where?: SQL) =>
  flow(card, { id: `birth-defects.${id}`, title: name, when: c.happenedOn, ...(where ? { where } : {}) })
const counted = eq(c.counted, true)
const all = found('reported', title('出生缺陷报卡', 'Cards'))
const inSurveillance = found('counted', title('监测期内出生缺陷', 'Defects of the surveillance'), counted)
const prenatal = found('prenatal', title('产前诊断的出生缺陷', 'Found before birth'), eq(c.foundAt, 'prenatal'))
const inTime = found('in-time', title('按期报卡', 'Reported in time'), sql`${c.reportedOn} <= ${c.reportDueOn}`)
const reviewed = found('reviewed', title('已审核的卡', 'Cards reviewed'), eq(c.state, 'reviewed'))

export const cases = quantity(inSurveillance, {
  id: 'birth-defects.cases',
  title: title('出生缺陷例数', 'Birth defects'),
  unit: title('例', 'cases'),
  better: 'lower',
  basis,
  source: SURVEILLANCE,
  synonyms: ['出生缺陷'],
})
export const rate = ratio(inSurveillance, perinates, {
  id: 'birth-defects.rate',
  title: title('出生缺陷发生率', 'Birth defect rate'),
  unit: '/万',
  better: 'lower',
  basis,
  source: SURVEILLANCE,
  synonyms: ['出生缺陷率', '围产儿出生缺陷发生率'],
})

/** A year at risk is a sum of twelve months' ends to the engine; of the perinates of twelve months it gives a twelfth. */
const MONTHS = 12
const bound = (side: 'low' | 'high', zh: string, en: string) =>
  derived(inSurveillance, [{ events: inSurveillance, population: perinates }], {
    id: `birth-defects.rate-${side}`,
    title: title(`出生缺陷发生率95%区间${zh}`, `Birth defect rate: ${en}`),
    unit: '/万',
    basis: title(
      '泊松分布精确区间（Garwood）；村级不计算',
      'exact interval of a Poisson count (Garwood); not for villages',
    ),
    source: 'F. Garwood, Biometrika 28 (1936) 437–442',
    leastYears: 0,
    formula: ([stratum]: readonly StratumValues[]) =>
      stratum && stratum.years > 0
        ? (countInterval(stratum.events)[side] / (stratum.years * MONTHS)) * 10_000
        : undefined,
  })
export const rateLow = bound('low', '下限', 'lower limit')
export const rateHigh = bound('high', '上限', 'upper limit')

/** Rates of the watched defects, whose order is the ranking. */
export const watchedRates = Object.fromEntries(
  Object.entries(watched).map(([id, { title: name, of }]) => {
    const anyOf = sql`${c.defects} ?| array[${sql.raw(of.map((each) => `'${each}'`).join(','))}]`
    const measure = found(`of-${id}`, name, and(counted, anyOf)!)
    const indicator = ratio(measure, perinates, {
      id: `birth-defects.rate-${id}`,
      title: title(`${name.zh}发生率`, `${name.en}: rate`),
      unit: '/万',
      better: 'neither',
      basis,
      source: SURVEILLANCE,
    })
    return [id, indicator]
  }),
) as Record<WatchedDefect, Indicator>

const prenatalShare = ratio(prenatal, all, {
  id: 'birth-defects.prenatal-share',
  title: title('出生缺陷产前诊断比例', 'Defects found before birth'),
  unit: '%',
  better: 'neither',
  basis: title('按出生日期，全部报卡', 'by day of birth; all cards'),
  source: SURVEILLANCE,
})
export const timelyRate = ratio(inTime, all, {
  id: 'birth-defects.timely-rate',
  title: title('出生缺陷按期报卡率', 'Cards reported in time'),
  unit: '%',
  basis: title('按出生日期，诊断（产前的为出生）后7天内', 'by day of birth; within seven days of diagnosis or birth'),
  source: `${SURVEILLANCE}（期限为县级参数）`,
})
const reviewRate = ratio(reviewed, all, {
  id: 'birth-defects.review-rate',
  title: title('出生缺陷卡审核率', 'Cards reviewed'),
  unit: '%',
  basis: title('按出生日期，全部报卡', 'by day of birth; all cards'),
  source: SURVEILLANCE,
})

const FOLIC_ACID = '增补叶酸预防神经管缺陷项目管理方案'
export const bottles = quantity(
  flow(folicAcid, {
    id: 'birth-defects.bottles-issued',
    title: title('发放叶酸', 'Folic acid issued'),
    when: f.happenedOn,
    count: { sum: f.bottles },
  }),
  {
    id: 'birth-defects.bottles',
    title: title('叶酸发放瓶数', 'Folic acid: bottles'),
    unit: title('瓶', 'bottles'),
    better: 'higher',
    basis: title('按发放日期', 'by day of issue'),
    source: FOLIC_ACID,
  },
)
const asked = (id: string, name: { zh: string; en: string }, where: SQL) =>
  flow(folicAcid, { id: `birth-defects.${id}`, title: name, when: f.happenedOn, where })
export const takingRate = ratio(
  asked('taken-regularly', title('规范服用叶酸', 'Folic acid taken regularly'), eq(f.taking, 'regular')),
  asked('taking-asked', title('随访服用情况', 'Asked whether it is taken'), isNotNull(f.taking)),
  {
    id: 'birth-defects.taking-rate',
    title: title('叶酸规范服用率', 'Folic acid taken regularly'),
    unit: '%',
    basis: title('按发放日期，占已随访的', 'by day of issue; of those asked'),
    source: FOLIC_ACID,
    synonyms: ['叶酸服用依从率'],
  },
)

const PRENATAL = '产前诊断技术管理办法; 妇幼健康统计调查制度'
const tested = (id: string, name: { zh: string; en: string }, where?: SQL) =>
  flow(prenatalScreening, {
    id: `birth-defects.${id}`,
    title: name,
    when: s.testedOn,
    ...(where ? { where } : {}),
  })
export const screeningRate = ratio(
  flow(prenatalScreening, {
    id: 'birth-defects.women-screened',
    title: title('产前筛查的孕妇', 'Women screened'),
    when: s.testedOn,
    where: isNotNull(s.result),
    count: 'persons',
  }),
  womenDelivered,
  {
    id: 'birth-defects.screening-rate',
    title: title('产前筛查率', 'Prenatal screening rate'),
    unit: '%',
    basis: title('按筛查日期，孕妇自愿，分母为同期产妇数', 'by day of the test, of free will; of women delivered'),
    source: PRENATAL,
    synonyms: ['孕妇产前筛查率'],
  },
)
export const diagnosisRate = ratio(
  tested('diagnosed', title('产前诊断', 'Diagnosed'), isNotNull(s.diagnosedOn)),
  tested('at-risk', title('筛查高风险和临界', 'High or borderline risk'), sql`${s.result} in ('critical', 'high')`),
  {
    id: 'birth-defects.diagnosis-rate',
    title: title('产前筛查高风险诊断率', 'High risk: diagnosed'),
    unit: '%',
    basis: title('按筛查日期，高风险和临界风险的', 'by day of the test; high and borderline risk'),
    source: PRENATAL,
  },
)

/** The indicators of birth defects, in the order of tables. */
export const indicators: readonly Indicator[] = [
  ...[rate, rateLow, rateHigh, cases, ...Object.values(watchedRates), prenatalShare, timelyRate, reviewRate],
  ...[bottles, takingRate, screeningRate, diagnosisRate],
]
