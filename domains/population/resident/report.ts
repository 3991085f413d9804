import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { population as section } from '../../sections.ts'
import * as i from './indicators.ts'

/** The year: how many live here, how many were born, died, came and went. */
const populationOfYear = defineParagraph({
  id: 'resident.population-year',
  section,
  documents: ['summary'],
  figures: {
    usual: i.usualPopulation,
    registered: i.registeredPopulation,
    births: i.births,
    birthRate: i.birthRate,
    deaths: i.deaths,
    deathRate: i.deathRate,
    growth: i.naturalGrowth,
    arrivals: i.arrivals,
    departures: i.departures,
  },
  say: (f) =>
    zh`年末常住人口${f.usual}，${f.usual.change}；户籍人口${f.registered}，${f.registered.change}。全年登记出生${f.births}，${f.births.sameTimeLastYear}，出生率${f.birthRate}；登记死亡${f.deaths}，${f.deaths.sameTimeLastYear}，死亡率${f.deathRate}；人口自然增长率${f.growth}，${f.growth.change}。从县外迁入${f.arrivals}，迁往县外${f.departures}。`,
})

/** The ages that services are planned by. */
const agesOfYear = defineParagraph({
  id: 'resident.ages-year',
  section,
  documents: ['summary'],
  figures: {
    older: i.older65,
    share: i.share65,
    oldest: i.older80,
    children: i.children0to6,
    women: i.womenOfAge,
    dependency: i.dependencyRatio,
  },
  say: (f) =>
    zh`65岁及以上常住老年人${f.older}，占常住人口的${f.share}，${f.share.change}，其中80岁及以上${f.oldest}；0—6岁儿童${f.children}，${f.children.change}；15—49岁妇女${f.women}。总抚养比${f.dependency}，${f.dependency.change}。`,
})

/** Births: the ratio is told with the warning that few births carry. */
const birthsOfYear = defineParagraph({
  id: 'resident.births-year',
  section,
  documents: ['summary'],
  figures: { institutional: i.institutionalBirths, ratio: i.sexRatioAtBirth },
  say: (f) =>
    zh`居民在医疗机构内分娩的占${f.institutional}，${f.institutional.change}。出生人口性别比${f.ratio}（以女婴为100）；县域出生人数少，单年比值波动较大，须合并多年并结合置信区间判断。`,
})

/** The month. */
const populationOfMonth = defineParagraph({
  id: 'resident.population-month',
  section,
  documents: ['bulletin'],
  figures: {
    usual: i.usualPopulation,
    births: i.births,
    deaths: i.deaths,
    arrivals: i.arrivals,
    departures: i.departures,
    moves: i.movesWithin,
  },
  say: (f) =>
    zh`期末常住人口${f.usual}，${f.usual.previousPeriod}。登记出生${f.births}，${f.births.sameTimeLastYear}；登记死亡${f.deaths}，${f.deaths.sameTimeLastYear}；县外迁入${f.arrivals}，迁往县外${f.departures}，县内迁移${f.moves}。`,
})

/** What the population register says in bulletin and summary. */
export const paragraphs = [populationOfYear, agesOfYear, birthsOfYear, populationOfMonth]
