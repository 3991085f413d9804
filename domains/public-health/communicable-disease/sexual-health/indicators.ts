import { eq, inArray, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { counselling, intervention } from './records.ts'
import { counsellingVisits as c, interventions as i } from './tables.ts'

const SOURCE = '艾滋病自愿咨询检测工作实施方案（试行）；艾滋病防治条例'
const title = (zh: string, en: string) => ({ zh, en })
const basis = title('按提供服务的机构', 'by the institution that gave the service')

const visits = (id: string, zh: string, en: string, where?: SQL) =>
  flow(counselling, {
    id: `sexual-health.${id}`,
    title: title(zh, en),
    when: c.happenedOn,
    place: 'institution',
    ...(where ? { where } : {}),
  })
const all = visits('visits', '咨询人次', 'Visits')
const tested = visits('visits-tested', '检测人次', 'Tested', eq(c.tested, true))
const told = visits('visits-told', '告知结果人次', 'Told the result', eq(c.resultTold, true))
const reactive = visits(
  'visits-reactive',
  '初筛有反应及阳性',
  'Reactive or positive',
  inArray(c.result, ['reactive', 'confirmed']),
)

export const counselled = quantity(all, {
  id: 'sexual-health.counselled',
  title: title('艾滋病咨询人次', 'Counselled about HIV'),
  unit: '人次',
  better: 'higher',
  basis,
  source: SOURCE,
})
export const testedCount = quantity(tested, {
  id: 'sexual-health.tested',
  title: title('艾滋病免费检测人次', 'Tested for HIV free of charge'),
  unit: '人次',
  better: 'higher',
  basis,
  source: SOURCE,
})
const rate = (id: string, zh: string, en: string, part: ReturnType<typeof visits>, of: ReturnType<typeof visits>) =>
  ratio(part, of, { id: `sexual-health.${id}`, title: title(zh, en), unit: '%', decimals: 2, basis, source: SOURCE })
export const testingRate = rate('testing-rate', '咨询者检测率', 'Tested of those counselled', tested, all)
export const toldRate = rate('told-rate', '检测结果告知率', 'Told the result', told, tested)
export const reactiveRate = rate('reactive-rate', '初筛阳性率', 'Reactive of those tested', reactive, tested)

export const reached = quantity(
  flow(intervention, {
    id: 'sexual-health.reached-people',
    title: title('干预人次', 'Reached'),
    when: i.happenedOn,
    count: { sum: i.reached },
  }),
  {
    id: 'sexual-health.reached',
    title: title('高危行为干预人次', 'Reached by outreach'),
    unit: '人次',
    better: 'higher',
    basis: title('按干预地点', 'by place of the work'),
    source: SOURCE,
  },
)

export const indicators: readonly Indicator[] = [counselled, testedCount, testingRate, toldRate, reactiveRate, reached]
