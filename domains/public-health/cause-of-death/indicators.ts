import {
  derived,
  minus,
  plus,
  ratio,
  type Indicator,
  type Quantity,
  type Stratum,
  type StratumValues,
} from '@kangheng/kernel/indicator/indicator.ts'
import type { Measure } from '@kangheng/kernel/indicator/measure.ts'
import {
  ageBandStarts,
  deathsByAge,
  deathsOfSex,
  meanPopulation,
  populationByAge,
  registeredDeaths,
} from '../../population/resident/index.ts'
import { causeGroups } from './groups.ts'
import { lifeTable, lifeTableWithout, livedByDying } from './life-table.ts'
import * as m from './measures.ts'
import { prematureMortality, standardisedRate } from './rates.ts'
import { standardPopulation } from './standard-population.ts'

const title = (zh: string, en: string) => ({ zh, en })
const SURVEILLANCE = '全国疾病监测系统死因监测工作规范; 国卫规划发〔2013〕57号'
const YEARBOOK = '中国卫生健康统计年鉴，居民病伤死亡原因'
const CHIANG = 'C. L. Chiang, The Life Table and Its Applications (1984)'
const byDeath = title('按死亡日期', 'by day of death')
const YEARS = title('岁', 'years')
/** Years at risk below which a life table or a standardised rate says nothing. Source: D. Eayres, E. Williams, J Epidemiol Community Health 58 (2004) 243–249: 5,000 person-years. */
const LEAST_YEARS = 5000

export const timely = ratio(m.inTime, m.all, {
  id: 'cause-of-death.timely-rate',
  title: title('死因报告及时率', 'Certificates reported in time'),
  unit: '%',
  basis: title('按死亡日期，死亡后7天内网络报告', 'by day of death; online within seven days'),
  source: SURVEILLANCE,
})
export const certifiedRate = ratio(m.all, registeredDeaths, {
  id: 'cause-of-death.certified-rate',
  title: title('死亡报告率', 'Registered deaths with a certificate'),
  unit: '%',
  basis: title('全员人口登记的死亡中有死亡医学证明书的', 'of the deaths that the register of residents holds'),
  source: SURVEILLANCE,
})
export const unreported = ratio(minus(registeredDeaths, m.all), registeredDeaths, {
  id: 'cause-of-death.unreported-rate',
  title: title('死亡漏报率', 'Deaths not reported'),
  unit: '%',
  better: 'lower',
  basis: title('与全员人口死亡登记核对', 'checked with the register of residents'),
  source: SURVEILLANCE,
})
export const vagueRate = ratio(m.vague, m.codedAll, {
  id: 'cause-of-death.vague-rate',
  title: title('死因编码不准确比例', 'Vague causes of death'),
  unit: '%',
  better: 'lower',
  basis: title(
    '诊断不明、临终状态、部位不明、意图不明，占已编码的',
    'ill-defined, terminal, unknown site or intent; of those coded',
  ),
  source: `${SURVEILLANCE}; 不高于5%`,
})
const illDefinedRate = ratio(m.illDefined, m.codedAll, {
  id: 'cause-of-death.ill-defined-rate',
  title: title('死因不明比例', 'Ill-defined causes of death'),
  unit: '%',
  better: 'lower',
  basis: title('R00—R99，占已编码的', 'R00–R99; of those coded'),
  source: SURVEILLANCE,
})
const reviewRate = ratio(m.reviewed, m.all, {
  id: 'cause-of-death.review-rate',
  title: title('死亡证明书审核率', 'Certificates reviewed'),
  unit: '%',
  basis: byDeath,
  source: SURVEILLANCE,
})
export const crudeMortality = ratio(m.all, meanPopulation, {
  id: 'cause-of-death.crude-mortality',
  title: title('粗死亡率（死因监测）', 'Crude mortality (certificates)'),
  unit: '‰',
  better: 'neither',
  basis: title('有死亡医学证明书的死亡，年平均常住人口', 'deaths with a certificate; mean usual residents'),
  source: `${SURVEILLANCE}; 低于6‰应开展漏报调查`,
})

/** Mortality of the leading groups of causes, whose order is the ranking of causes. */
export const groupMortality = Object.fromEntries(
  m.leadingGroups.map((group) => {
    const { zh, en } = causeGroups[group].title
    const indicator = ratio(m.ofGroup[group], meanPopulation, {
      id: `cause-of-death.mortality-${group}`,
      title: title(`${zh}死亡率`, `Mortality of ${en.toLowerCase()}`),
      unit: '/10万',
      better: 'neither',
      basis: title('根本死因，年平均常住人口', 'underlying cause; mean usual residents'),
      source: YEARBOOK,
    })
    return [group, indicator]
  }),
) as Record<(typeof m.leadingGroups)[number], Indicator>

type BySex = { readonly male: readonly Measure[]; readonly female: readonly Measure[] }
type Sex = keyof BySex
const both: readonly Sex[] = ['male', 'female']
const at = (measures: BySex, sexes: readonly Sex[], index: number): Quantity =>
  plus(...sexes.map((sex) => measures[sex][index]!))

/** The age groups of a life table. */
const groupsOf = (sexes: readonly Sex[], part?: readonly Measure[]): Stratum[] =>
  ageBandStarts.map((_, index) => ({
    events: at(deathsByAge, sexes, index),
    population: at(populationByAge, sexes, index),
    ...(part ? { part: part[index]! } : {}),
  }))

const tableGroups = (strata: readonly StratumValues[]) =>
  strata.map(({ events, years, part }, index) => {
    const from = ageBandStarts[index]!
    const next = ageBandStarts[index + 1]
    const width = next === undefined ? undefined : next - from
    return { width, deaths: events, years, ofCause: part, livedByDying: livedByDying(from, width) }
  })

const allDeaths = (sexes: readonly Sex[]) => plus(...sexes.map((sex) => deathsOfSex[sex]))
const expectancy = (id: string, name: { zh: string; en: string }, sexes: readonly Sex[]) =>
  derived(allDeaths(sexes), groupsOf(sexes), {
    id: `cause-of-death.${id}`,
    title: name,
    unit: YEARS,
    better: 'higher',
    basis: title(
      '简略寿命表，登记的死亡和各月末常住人口；不足5000人年不计算',
      'abridged life table of registered deaths and month-end residents; none below 5,000 person-years',
    ),
    source: CHIANG,
    leastYears: LEAST_YEARS,
    formula: (strata) => lifeTable(tableGroups(strata))?.[0]!.expectation,
  })
export const lifeExpectancy = expectancy('life-expectancy', title('人均期望寿命', 'Life expectancy at birth'), both)
export const lifeExpectancyMen = expectancy('life-expectancy-men', title('男性期望寿命', 'Life expectancy of men'), [
  'male',
])
export const lifeExpectancyWomen = expectancy(
  'life-expectancy-women',
  title('女性期望寿命', 'Life expectancy of women'),
  ['female'],
)

export const yearsLostToCirculatory = derived(
  plus(m.ofGroup['heart-disease'], m.ofGroup['cerebrovascular-disease']),
  groupsOf(both, m.circulatoryByAge),
  {
    id: 'cause-of-death.years-gained-without-circulatory',
    title: title('去心脑血管病死因增加的期望寿命', 'Years gained without cardio- and cerebrovascular deaths'),
    unit: YEARS,
    better: 'lower',
    basis: title('去死因寿命表与全死因寿命表之差', 'cause-eliminated less whole life table'),
    source: CHIANG,
    leastYears: LEAST_YEARS,
    formula(strata) {
      const groups = tableGroups(strata)
      const [whole, without] = [lifeTable(groups), lifeTableWithout(groups)]
      return whole && without ? without[0]!.expectation - whole[0]!.expectation : undefined
    },
  },
)

const standard = standardPopulation.at(-1)!
/** The standard has one group below five. */
const underFiveTogether = ([infants, children, ...older]: readonly StratumValues[]) => [
  { events: infants!.events + children!.events, years: infants!.years + children!.years },
  ...older,
]
/** How a rate is standardised: which strata (`ageBandStarts`) give a value, and which. */
export const standardised = {
  leastYears: LEAST_YEARS,
  formula: (strata: readonly StratumValues[]) => standardisedRate(underFiveTogether(strata), standard.value),
}
export const standardisedMortality = derived(allDeaths(both), groupsOf(both), {
  id: 'cause-of-death.standardised-mortality',
  title: title('标化死亡率', 'Age-standardised mortality'),
  unit: '/10万',
  decimals: 1,
  better: 'lower',
  basis: title('直接法，世界标准人口（WHO 2000—2025）', 'direct method, WHO world standard 2000–2025'),
  source: standard.source,
  ...standardised,
})

const [FROM_30, UNTIL_70] = [ageBandStarts.indexOf(30), ageBandStarts.indexOf(70)]
export const premature = derived(
  m.chronicFrom30,
  ageBandStarts.slice(FROM_30, UNTIL_70).map((_, index) => ({
    events: m.chronicByAge[FROM_30 + index]!,
    population: at(populationByAge, both, FROM_30 + index),
  })),
  {
    id: 'cause-of-death.premature-chronic-mortality',
    title: title('重大慢性病过早死亡率', 'Premature mortality of major chronic diseases'),
    unit: '%',
    better: 'lower',
    basis: title(
      '30—69岁，心脑血管病、癌症、慢性呼吸系统疾病、糖尿病',
      'ages 30–69: cardio- and cerebrovascular, cancer, chronic respiratory, diabetes',
    ),
    source: '健康中国行动（2019—2030年）; WHO, SDG 3.4.1',
    leastYears: LEAST_YEARS,
    formula: prematureMortality,
  },
)

/** The indicators of causes of death, in the order of tables. */
export const indicators: readonly Indicator[] = [
  ...[timely, certifiedRate, unreported, vagueRate, illDefinedRate, reviewRate, crudeMortality],
  ...Object.values(groupMortality),
  ...[lifeExpectancy, lifeExpectancyMen, lifeExpectancyWomen, yearsLostToCirculatory],
  ...[standardisedMortality, premature],
]
