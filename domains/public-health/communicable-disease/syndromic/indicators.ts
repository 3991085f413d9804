import { and, eq } from 'drizzle-orm'
import { quantity, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { syndromes, type Syndrome } from '../syndromes.ts'
import { syndromeCount } from './records.ts'
import { syndromeCounts as c } from './tables.ts'

const SOURCE = '本县症状监测方案'

/** What was counted of each syndrome. */
const counts = (Object.keys(syndromes) as Syndrome[]).map((syndrome) => {
  const { zh, en } = syndromes[syndrome]
  return quantity(
    flow(syndromeCount, {
      id: `syndromic.${syndrome}-counted`,
      title: { zh, en },
      when: c.happenedOn,
      where: eq(c.syndrome, syndrome),
      count: { sum: c.count },
    }),
    {
      id: `syndromic.${syndrome}`,
      title: { zh: `${zh}${syndrome === 'pharmacy-sales' ? '件数' : '人次'}`, en },
      unit: syndrome === 'pharmacy-sales' ? '件' : '人次',
      better: 'neither',
      basis: { zh: '监测点日报，按监测点所在地', en: 'daily reports, by place of the clinic, pharmacy or school' },
      source: SOURCE,
    },
  )
})

const alarms = quantity(
  flow(syndromeCount, {
    id: 'syndromic.days-above',
    title: { zh: '超出预期的监测日', en: 'Days above the limit' },
    when: c.happenedOn,
    where: and(eq(c.alarm, 'above')),
  }),
  {
    id: 'syndromic.alarms',
    title: { zh: '症状监测超出预期日数', en: 'Days of syndromes above the limit' },
    unit: '个',
    better: 'neither',
    basis: { zh: '监测点日报，EARS C2', en: 'daily reports, EARS C2' },
    source: 'Hutwagner et al. (2003)',
  },
)

export const indicators: readonly Indicator[] = [...counts, alarms]
