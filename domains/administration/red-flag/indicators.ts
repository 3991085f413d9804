import { eq, sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { standing } from './records.ts'
import { standings as s } from './tables.ts'

const SOURCE = '县级流动红旗评比办法（LOCAL）'
const published = { when: s.publishedOn }

export const flags = quantity(
  flow(standing, {
    ...published,
    id: 'red-flag.flags-awarded',
    title: { zh: '授予的流动红旗', en: 'Flags awarded' },
    where: eq(s.mark, 'flag'),
  }),
  {
    id: 'red-flag.flags',
    title: { zh: '流动红旗', en: 'Red flags awarded' },
    unit: { zh: '面', en: 'flags' },
    better: 'higher',
    basis: { zh: '按公布日期', en: 'by the day of publication' },
    source: SOURCE,
  },
)
export const meanScore = ratio(
  flow(standing, {
    ...published,
    id: 'red-flag.points',
    title: { zh: '讲评得分合计', en: 'Points' },
    count: { sum: s.score },
  }),
  flow(standing, { ...published, id: 'red-flag.standings', title: { zh: '讲评次数', en: 'Standings' } }),
  {
    id: 'red-flag.mean-score',
    title: { zh: '季度讲评平均得分', en: 'Mean score of the reviews' },
    unit: { zh: '分', en: 'points' },
    basis: { zh: '本期公布的讲评得分平均', en: 'mean of the scores published in the period' },
    source: SOURCE,
  },
)
const lagging = quantity(
  flow(standing, {
    ...published,
    id: 'red-flag.lagging-times',
    title: { zh: '列入落后', en: 'Times lagging' },
    where: sql`${s.mark} = 'lagging'`,
  }),
  {
    id: 'red-flag.lagging',
    title: { zh: '季度讲评列入落后次数', en: 'Times lagging in a review' },
    unit: { zh: '次', en: 'times' },
    better: 'lower',
    basis: { zh: '按公布日期', en: 'by the day of publication' },
    source: SOURCE,
  },
)

export const indicators: readonly Indicator[] = [flags, meanScore, lagging]
