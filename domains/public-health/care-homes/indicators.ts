import { ne, sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { home, round, stay } from './records.ts'
import { planned, plannedRelation, seen, seenRelation } from './relations.ts'
import { homes as h, rounds as r, stays as s } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const GUIDE = '医养结合机构服务指南（试行），国卫办老龄发〔2019〕24号'
const OPINION = '关于深入推进医养结合发展的若干意见，国卫老龄发〔2019〕60号'
const people = title('人', 'people')
const each = { count: 'persons', onePlacePerPerson: true } as const
const byHome = title('按养老机构所在地，期末', 'by the place of the home, at the period’s end')

const open = stock(home, {
  id: 'care-homes.open',
  title: title('养老机构', 'Homes'),
  from: h.happenedOn,
  to: h.closedOn,
})
const linked = stock(home, {
  id: 'care-homes.linked',
  title: title('开展医养结合的养老机构', 'Homes to which medical care comes'),
  from: sql`greatest(${h.happenedOn}, ${h.linkedFrom})`,
  to: sql`least(${h.closedOn}, ${h.linkedUntil} + 1)`,
  where: ne(h.link, 'none'),
})
const living = stock(stay, {
  id: 'care-homes.living',
  title: title('入住老人', 'People living in homes'),
  from: s.happenedOn,
  to: s.endedOn,
  ...each,
})
const withPlan = stock(plannedRelation, {
  id: 'care-homes.with-plan',
  title: title('有照护计划的入住老人', 'People in homes with a plan'),
  from: planned.validFrom,
  to: planned.validTo,
  ...each,
})
const seenInTime = stock(seenRelation, {
  id: 'care-homes.seen-in-time',
  title: title('按期巡诊的入住老人', 'People in homes seen in time'),
  from: seen.validFrom,
  to: seen.validTo,
  ...each,
})
const made = flow(round, { id: 'care-homes.rounds-made', title: title('巡诊', 'Rounds'), when: r.happenedOn })
const referred = flow(round, {
  id: 'care-homes.referred',
  title: title('养老机构转诊', 'Referred from homes'),
  when: r.happenedOn,
  where: sql`${r.referredTo} is not null`,
})

export const homeCount = quantity(open, {
  id: 'care-homes.homes',
  title: title('养老机构数', 'Homes for older people'),
  unit: title('家', 'homes'),
  basis: byHome,
  source: OPINION,
})
export const linkRate = ratio(linked, open, {
  id: 'care-homes.link-rate',
  title: title('养老机构医养结合率', 'Homes with medical care'),
  unit: '%',
  basis: title('有效签约、内设医疗机构或两证齐全的／在办的', 'by agreement, own room or licence / open'),
  source: OPINION,
  synonyms: ['医养签约率', '养老机构医养签约合作率'],
})
export const residents = quantity(living, {
  id: 'care-homes.residents',
  title: title('养老机构入住老人数', 'People living in homes'),
  unit: people,
  basis: byHome,
  source: GUIDE,
})
export const planRate = ratio(withPlan, living, {
  id: 'care-homes.plan-rate',
  title: title('入住老人照护计划覆盖率', 'People in homes with a plan'),
  unit: '%',
  basis: title('期末计划有效的在住老人／在住老人', 'with a valid plan / living there'),
  source: `${GUIDE}；计划有效期为县级口径`,
})
export const roundRate = ratio(seenInTime, living, {
  id: 'care-homes.round-rate',
  title: title('入住老人按期巡诊率', 'People in homes seen in time'),
  unit: '%',
  basis: title('期末仍在巡诊间隔内的在住老人／在住老人', 'seen within the interval / living there'),
  source: `${GUIDE}；巡诊间隔为县级口径`,
})
export const roundCount = quantity(made, {
  id: 'care-homes.rounds',
  title: title('养老机构巡诊人次', 'Rounds in homes'),
  unit: title('人次', 'visits'),
  better: 'higher',
  basis: title('按养老机构所在地', 'by the place of the home'),
  source: GUIDE,
})
const referrals = quantity(referred, {
  id: 'care-homes.referrals',
  title: title('养老机构转诊人次', 'Referrals from homes'),
  unit: title('人次', 'referrals'),
  basis: title('按养老机构所在地', 'by the place of the home'),
  source: GUIDE,
})

/** The indicators of health-and-care homes, in the order of tables. */
export const indicators: readonly Indicator[] = [
  homeCount,
  linkRate,
  residents,
  planRate,
  roundRate,
  roundCount,
  referrals,
]
