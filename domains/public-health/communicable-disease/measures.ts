import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { findDisease } from './notifiable/list.ts'
import { diseaseSignal, notifiableCase } from './records.ts'
import { diseaseSignals as s, notifiableCases as c } from './tables.ts'

/** A case counts on the day of the county’s review, at the present address. Source: domain notes § 3.4. */
const reviewed = and(eq(c.state, 'reviewed'), eq(c.counted, true))!
const cases = (id: string, zh: string, en: string, where?: SQL) =>
  flow(notifiableCase, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    when: c.reviewedOn,
    where: where ? and(reviewed, where)! : reviewed,
  })

export const allCases = cases('cases', '法定传染病病例', 'Cases of notifiable diseases')
export const classAB = cases('cases-ab', '甲乙类病例', 'Cases of classes A and B', inArray(c.diseaseClass, ['A', 'B']))
export const classA = cases('cases-a', '甲类病例', 'Cases of class A', eq(c.diseaseClass, 'A'))
export const classB = cases('cases-b', '乙类病例', 'Cases of class B', eq(c.diseaseClass, 'B'))
export const classC = cases('cases-c', '丙类病例', 'Cases of class C', eq(c.diseaseClass, 'C'))

/** The diseases that have figures of their own; all others are in their class. */
export const ownFigures = [
  'tuberculosis',
  'viral-hepatitis',
  'brucellosis',
  'measles',
  'hand-foot-mouth',
  'influenza',
  'infectious-diarrhoea',
] as const
export const casesOf = Object.fromEntries(
  ownFigures.map((id) => {
    const { zh, en } = findDisease(id)!.title
    return [id, cases(`cases-${id}`, `${zh}病例`, `Cases of ${en}`, eq(c.disease, id))]
  }),
) as Record<(typeof ownFigures)[number], ReturnType<typeof flow>>

/** Deaths count in the month in which the patient died. */
const deathsOf = (id: string, zh: string, en: string, where?: SQL) =>
  flow(notifiableCase, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    when: c.diedOn,
    where: and(reviewed, isNotNull(c.diedOn), where)!,
  })
export const deaths = deathsOf('deaths', '法定传染病死亡', 'Deaths from notifiable diseases')
export const deathsAB = deathsOf(
  'deaths-ab',
  '甲乙类传染病死亡',
  'Deaths, classes A and B',
  inArray(c.diseaseClass, ['A', 'B']),
)
export const deathsC = deathsOf('deaths-c', '丙类传染病死亡', 'Deaths, class C', eq(c.diseaseClass, 'C'))

const reported = (id: string, zh: string, en: string, where?: SQL) =>
  flow(notifiableCase, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    when: c.reviewedOn,
    where: where ? and(eq(c.state, 'reviewed'), where)! : eq(c.state, 'reviewed'),
  })
export const cards = reported('cards', '报告卡', 'Report cards')
export const cardsInTime = reported(
  'cards-in-time',
  '及时报告的报告卡',
  'Cards reported in time',
  eq(c.reportedInTime, true),
)
export const cardsComplete = reported('cards-complete', '填写完整的报告卡', 'Complete cards', eq(c.complete, true))
export const cardsReviewedInTime = reported(
  'cards-reviewed-in-time',
  '及时审核的报告卡',
  'Cards reviewed in time',
  eq(c.reviewedInTime, true),
)

const signals = (id: string, zh: string, en: string, where?: SQL) =>
  flow(diseaseSignal, {
    id: `communicable-disease.${id}`,
    title: { zh, en },
    when: s.happenedOn,
    ...(where ? { where } : {}),
  })
export const allSignals = signals('signals', '预警信号', 'Signals')
export const signalsVerified = signals('signals-verified', '已核实信号', 'Signals verified', isNotNull(s.verifiedAt))
export const signalsVerifiedInTime = signals(
  'signals-verified-in-time',
  '2小时内核实信号',
  'Signals verified within two hours',
  eq(s.verifiedInTime, true),
)
export const signalsInvestigated = signals(
  'signals-investigated',
  '现场调查信号',
  'Signals investigated',
  isNotNull(s.investigatedAt),
)
export const events = signals('events', '确认事件', 'Events', eq(s.state, 'event'))
export const verificationTime = flow(diseaseSignal, {
  id: 'communicable-disease.verification-minutes',
  title: { zh: '核实用时合计', en: 'Minutes to verification' },
  when: s.happenedOn,
  where: isNotNull(s.verifyMinutes),
  count: { sum: sql`${s.verifyMinutes}` },
})
