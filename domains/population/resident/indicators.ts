import { meanStock, minus, plus, quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import * as population from './population.ts'
import * as vital from './vital-measures.ts'

const people = { zh: '人', en: 'people' }
const usual = { zh: '常住人口口径', en: 'usual residents' }
const registered = { zh: '户籍人口口径', en: 'registered residents' }
const meanBasis = { zh: '年平均常住人口口径', en: 'mean usual residents of the period' }
const CENSUS = '国家统计局《人口变动情况抽样调查制度》：常住人口按半年以上居住计'
const RATES = '国家统计局《中国统计年鉴》主要统计指标解释：人口'

export const usualPopulation = quantity(population.usualResidents, {
  id: 'resident.usual-population',
  title: { zh: '常住人口', en: 'Usual population' },
  unit: people,
  basis: usual,
  source: CENSUS,
  headline: true,
  synonyms: ['常住人口数', '辖区居民'],
})
export const registeredPopulation = quantity(population.registeredResidents, {
  id: 'resident.registered-population',
  title: { zh: '户籍人口', en: 'Registered population' },
  unit: people,
  basis: registered,
  source: '公安机关户籍登记',
  synonyms: ['户籍人口数', '总人口'],
})
export const births = quantity(vital.liveBirths, {
  id: 'resident.births',
  title: { zh: '出生人数', en: 'Births' },
  unit: people,
  basis: { zh: '居民出生登记，活产', en: 'live births registered for residents' },
  source: RATES,
  synonyms: ['出生人口', '出生'],
})
export const deaths = quantity(vital.registeredDeaths, {
  id: 'resident.deaths',
  title: { zh: '死亡人数', en: 'Deaths' },
  unit: people,
  basis: { zh: '居民死亡登记', en: 'deaths registered for residents' },
  source: RATES,
  synonyms: ['死亡人口', '死亡'],
})
export const arrivals = quantity(vital.arrived, {
  id: 'resident.arrivals',
  title: { zh: '县外迁入人数', en: 'Arrivals from outside' },
  unit: people,
  basis: { zh: '县外迁入登记', en: 'arrivals from outside the county' },
  source: RATES,
  synonyms: ['迁入人数', '流入人口'],
})
export const departures = quantity(vital.departed, {
  id: 'resident.departures',
  title: { zh: '迁出县外人数', en: 'Departures from the county' },
  unit: people,
  basis: { zh: '迁出县外登记', en: 'departures from the county' },
  source: RATES,
  synonyms: ['迁出人数', '流出人口'],
})
export const movesWithin = quantity(vital.movedAway, {
  id: 'resident.moves',
  title: { zh: '县内迁移人数', en: 'Moves within the county' },
  unit: people,
  basis: { zh: '按迁出地统计', en: 'by the place left' },
  source: RATES,
})

/** Mean of the usual residents at the beginning and the end of the period. */
export const meanPopulation = meanStock(population.usualResidents, population.usualBegun, population.usualEnded)

export const birthRate = ratio(vital.liveBirths, meanPopulation, {
  id: 'resident.birth-rate',
  title: { zh: '出生率', en: 'Birth rate' },
  unit: '‰',
  better: 'neither',
  basis: meanBasis,
  source: RATES,
  synonyms: ['人口出生率'],
})
export const deathRate = ratio(vital.registeredDeaths, meanPopulation, {
  id: 'resident.death-rate',
  title: { zh: '死亡率', en: 'Death rate' },
  unit: '‰',
  better: 'neither',
  basis: meanBasis,
  source: RATES,
  synonyms: ['人口死亡率'],
})
export const naturalGrowth = ratio(minus(vital.liveBirths, vital.registeredDeaths), meanPopulation, {
  id: 'resident.natural-growth',
  title: { zh: '人口自然增长率', en: 'Natural growth rate' },
  unit: '‰',
  better: 'neither',
  basis: meanBasis,
  source: RATES,
  headline: true,
  synonyms: ['自然增长率'],
})
/** Boys per 100 girls. On small counts it says little: see `sexRatioInterval`, which every page shows beside it. */
export const sexRatioAtBirth: Indicator = {
  ...ratio(vital.boysBorn, vital.girlsBorn, {
    id: 'resident.sex-ratio-at-birth',
    title: { zh: '出生人口性别比（女婴=100）', en: 'Sex ratio at birth (girls = 100)' },
    unit: '',
    better: 'neither',
    basis: { zh: '居民出生登记，活产', en: 'live births registered for residents' },
    source: RATES,
    synonyms: ['出生性别比'],
  }),
  scale: 100,
}
export const institutionalBirths = ratio(vital.bornInInstitutions, vital.liveBirths, {
  id: 'resident.institutional-births',
  title: { zh: '住院分娩率', en: 'Births in institutions' },
  unit: '%',
  basis: { zh: '居民出生登记，活产', en: 'live births registered for residents' },
  source: '国家基本公共卫生服务规范（第三版）孕产妇健康管理',
})
export const children0to6 = quantity(population.aged0to6, {
  id: 'resident.children-0-6',
  title: { zh: '0—6岁儿童数', en: 'Children aged 0–6' },
  unit: people,
  basis: usual,
  source: '国家基本公共卫生服务规范（第三版）0—6岁儿童健康管理',
  synonyms: ['0-6岁儿童', '0～6岁儿童'],
})
export const older65 = quantity(population.aged65, {
  id: 'resident.older-65',
  title: { zh: '65岁及以上人口', en: 'Aged 65 and over' },
  unit: people,
  basis: usual,
  source: '国家基本公共卫生服务规范（第三版）老年人健康管理',
  synonyms: ['65岁以上老年人', '65岁及以上老年人'],
})
export const share65 = ratio(population.aged65, population.usualResidents, {
  id: 'resident.share-65',
  title: { zh: '65岁及以上人口比重', en: 'Share aged 65 and over' },
  unit: '%',
  better: 'neither',
  basis: usual,
  source: RATES,
  synonyms: ['老龄化率', '老年人口比重'],
})
const older60 = quantity(population.aged60, {
  id: 'resident.older-60',
  title: { zh: '60岁及以上人口', en: 'Aged 60 and over' },
  unit: people,
  basis: usual,
  source: RATES,
})
export const older80 = quantity(population.aged80, {
  id: 'resident.older-80',
  title: { zh: '80岁及以上人口', en: 'Aged 80 and over' },
  unit: people,
  basis: usual,
  source: RATES,
})
/** Children and older people per 100 of working age. */
export const dependencyRatio = ratio(plus(population.aged0to14, population.aged65), population.aged15to64, {
  id: 'resident.dependency-ratio',
  title: { zh: '总抚养比', en: 'Dependency ratio' },
  unit: '%',
  better: 'neither',
  basis: usual,
  source: RATES,
})
export const womenOfAge = quantity(population.women15to49, {
  id: 'resident.women-15-49-count',
  title: { zh: '15—49岁妇女数', en: 'Women aged 15–49' },
  unit: people,
  basis: usual,
  source: '国家基本公共卫生服务规范（第三版）孕产妇健康管理：服务人群测算，仅用汇总数',
  synonyms: ['育龄妇女'],
})
/** Men per 100 women. */
const sexRatio: Indicator = {
  ...ratio(population.usualMen, population.usualWomen, {
    id: 'resident.sex-ratio',
    title: { zh: '总人口性别比（女性=100）', en: 'Sex ratio of the population (women = 100)' },
    unit: '',
    better: 'neither',
    basis: usual,
    source: RATES,
  }),
  scale: 100,
}

/** All indicators of the population, in the order of tables. */
export const indicators: readonly Indicator[] = [
  usualPopulation,
  registeredPopulation,
  births,
  deaths,
  arrivals,
  departures,
  movesWithin,
  birthRate,
  deathRate,
  naturalGrowth,
  sexRatioAtBirth,
  institutionalBirths,
  children0to6,
  older60,
  older65,
  older80,
  share65,
  dependencyRatio,
  womenOfAge,
  sexRatio,
]
