import { and, eq, gte, inArray, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { liveBirths } from '../../population/resident/index.ts'
import { newborn, reviewedDeath, specialCase } from './records.ts'
import * as rows from './relations.ts'
import { newborns as n, reviewedDeaths as x, specialCases as s } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）孕产妇健康管理'
const RETURN = '妇幼健康统计调查制度，孕产妇保健和健康情况年报表'
const RISK = '孕产妇妊娠风险评估与管理工作规范，国卫妇幼发〔2017〕35号'
const DEATHS = '妇幼健康统计调查制度，5岁以下儿童死亡和孕产妇死亡'
/** Completed weeks from which the perinatal period counts. Source: 妇幼健康统计调查制度. */
const PERINATAL_WEEKS = 28
const title = (zh: string, en: string) => ({ zh, en })
const people = title('人', 'women')

/** Women who gave birth in the period and satisfy the condition. */
const delivered = (id: string, name: Text, where?: SQL) =>
  flow(rows.deliveredRelation, {
    id: `maternal-health.${id}`,
    title: name,
    when: rows.delivered.deliveredOn,
    ...(where ? { where } : {}),
  })
const r = rows.delivered
const inInstitution = inArray(r.place, ['hospital', 'township'])
export const allDelivered = delivered('women-delivered', title('产妇', 'Women delivered'))
const early = delivered('booked-early', title('早孕建册的产妇', 'Women booked early'), eq(r.early, true))
const fiveVisits = delivered(
  'five-visits',
  title('产前检查5次及以上的产妇', 'Women with five visits'),
  gte(r.visits, 5),
)
const systematic = delivered(
  'managed-systematically',
  title('系统管理的产妇', 'Women managed systematically'),
  and(eq(r.early, true), gte(r.visits, 5), inInstitution, eq(r.postpartumOfReturn, true))!,
)
const visitedInTime = delivered(
  'visited-in-time',
  title('出院后一周内访视的产妇', 'Women visited within a week of discharge'),
  eq(r.postpartumTimely, true),
)
const visitedOfReturn = delivered(
  'visited-within-28-days',
  title('产后28天内访视的产妇', 'Women visited within 28 days'),
  eq(r.postpartumOfReturn, true),
)
const checked = delivered(
  'checked-at-42-days',
  title('产后42天检查的产妇', 'Women examined at 42 days'),
  sql`${r.checkedOn} is not null`,
)
const caesareans = delivered('caesareans', title('剖宫产', 'Caesareans'), eq(r.mode, 'caesarean'))
const highRisk = delivered(
  'of-high-risk',
  title('高危产妇（橙、红、紫）', 'Women of high risk (orange, red, purple)'),
  sql`${r.highestColour} in ('orange', 'red') or ${r.everInfectious}`,
)

const born = (id: string, name: Text, where: SQL) =>
  flow(newborn, { id: `maternal-health.${id}`, title: name, when: n.happenedOn, where })
const bornAlive = born('born-alive', title('分娩记录中的活产', 'Live births of recorded deliveries'), eq(n.alive, true))
const bornInInstitution = born(
  'born-in-institution',
  title('住院分娩活产', 'Live births in institutions'),
  and(eq(n.alive, true), inArray(n.place, ['hospital', 'township']))!,
)
const weighed = born('weighed', title('称重活产', 'Live births weighed'), sql`${n.alive} and ${n.weight} is not null`)
const light = born('light', title('低出生体重儿', 'Light newborns'), sql`${n.alive} and ${n.weight} < 2500`)
/** Perinates of the hospital-based surveillance: born in institutions from 28 weeks on, alive or not. */
export const perinates = born(
  'perinates',
  title('住院分娩的围产儿', 'Perinates born in institutions'),
  and(gte(n.weeks, PERINATAL_WEEKS), inArray(n.place, ['hospital', 'township']))!,
)
const preterm = born('preterm', title('早产儿', 'Preterm newborns'), sql`${n.alive} and ${n.weeks} < 37`)

const inCare = stock(rows.inCareRelation, {
  id: 'maternal-health.pregnant-in-care',
  title: title('在管孕妇', 'Pregnant women in care'),
  from: rows.inCare.validFrom,
  to: rows.inCare.validTo,
})
const inCareOfHighRisk = stock(rows.inCareRelation, {
  id: 'maternal-health.pregnant-of-high-risk',
  title: title('在管高危孕妇', 'Pregnant women of high risk in care'),
  from: rows.inCare.validFrom,
  to: rows.inCare.validTo,
  where: sql`${rows.inCare.colour} in ('orange', 'red') or ${rows.inCare.infectious}`,
})
const casesDue = flow(specialCase, {
  id: 'maternal-health.cases-to-report',
  title: title('应报告的高危专案', 'Special cases to be reported'),
  when: s.reportDueOn,
})
const casesInTime = flow(specialCase, {
  id: 'maternal-health.cases-reported-in-time',
  title: title('按期报告的高危专案', 'Special cases reported in time'),
  when: s.reportDueOn,
  where: sql`${s.reportedOn} <= ${s.reportDueOn}`,
})
const casesFound = flow(specialCase, {
  id: 'maternal-health.cases-found',
  title: title('新发现高危孕产妇', 'Special cases found'),
  when: s.happenedOn,
})
const casesManaged = flow(specialCase, {
  id: 'maternal-health.cases-managed',
  title: title('已随访的高危专案', 'Special cases followed up'),
  when: s.happenedOn,
  where: sql`${s.lastFollowedOn} is not null`,
})

const mothersDied = flow(reviewedDeath, {
  id: 'maternal-health.mothers-died',
  title: title('孕产妇死亡', 'Maternal deaths'),
  when: x.happenedOn,
  where: and(eq(x.kind, 'maternal'), eq(x.incidental, false))!,
})
const died = (id: string, name: Text, where?: SQL) =>
  flow(rows.childDeathRelation, {
    id: `maternal-health.${id}`,
    title: name,
    when: rows.childDeaths.diedOn,
    ...(where ? { where } : {}),
  })
const newbornsDied = died('newborns-died', title('新生儿死亡', 'Neonatal deaths'), sql`${rows.childDeaths.days} < 28`)
const infantsDied = died('infants-died', title('婴儿死亡', 'Infant deaths'), sql`${rows.childDeaths.infant}`)
const childrenDied = died('children-died', title('5岁以下儿童死亡', 'Deaths under five'))
const reviewed = flow(reviewedDeath, {
  id: 'maternal-health.deaths-reviewed',
  title: title('已评审的死亡', 'Deaths reviewed'),
  when: x.happenedOn,
  where: eq(x.state, 'reviewed'),
})
const toReview = flow(reviewedDeath, {
  id: 'maternal-health.deaths-reported',
  title: title('报告的孕产妇和5岁以下儿童死亡', 'Deaths of mothers and young children reported'),
  when: x.happenedOn,
})

const byBirth = title('按分娩日期，分母为同期活产数', 'by day of birth; of the live births of the same days')
const ofDeliveries = title('按分娩日期，登记的分娩', 'by day of birth; recorded deliveries')
const ofPregnancies = title('常住居民中在管的孕妇', 'usual residents in care')
const pooled = title('县级数小，应看例数和多年合计', 'few cases: look at the count and at several years together')

export const earlyBookingRate = ratio(early, liveBirths, {
  id: 'maternal-health.early-booking-rate',
  title: title('早孕建册率', 'Early booking rate'),
  unit: '%',
  headline: true,
  basis: title(
    '孕13周前建册并第一次检查的产妇，按分娩日期，分母为同期活产数',
    'booked and first examined before 13 weeks, by day of birth, of live births',
  ),
  source: NORM,
  synonyms: ['早孕建册率', '孕早期建册率', '早孕建卡率'],
})
export const postpartumVisitRate = ratio(visitedInTime, liveBirths, {
  id: 'maternal-health.postpartum-visit-rate',
  title: title('产后访视率', 'Postpartum visit rate'),
  unit: '%',
  basis: title(
    '出院后一周内访视的产妇，按分娩日期，分母为同期活产数',
    'visited within a week of discharge, by day of birth, of live births',
  ),
  source: NORM,
})
export const postpartumVisitRateOfReturn = ratio(visitedOfReturn, liveBirths, {
  id: 'maternal-health.postpartum-visit-rate-28-days',
  title: title('产后访视率（28天内）', 'Postpartum visit rate (28 days)'),
  unit: '%',
  basis: byBirth,
  source: RETURN,
})
export const systematicRate = ratio(systematic, liveBirths, {
  id: 'maternal-health.systematic-rate',
  title: title('孕产妇系统管理率', 'Systematic management of pregnancies'),
  unit: '%',
  headline: true,
  basis: title(
    '早孕建册、产检5次及以上、住院分娩、产后28天内访视，四项齐全',
    'booked early, five visits, delivered in an institution, visited within 28 days',
  ),
  source: RETURN,
  synonyms: ['孕产妇系统管理率', '产妇系统管理率'],
})
const fiveVisitsRate = ratio(fiveVisits, allDelivered, {
  id: 'maternal-health.five-visits-rate',
  title: title('产前检查5次及以上的比例', 'Women with five antenatal visits'),
  unit: '%',
  basis: ofDeliveries,
  source: RETURN,
})
const checkRate = ratio(checked, allDelivered, {
  id: 'maternal-health.check-rate',
  title: title('产后42天检查率', '42-day check rate'),
  unit: '%',
  basis: ofDeliveries,
  source: NORM,
})
export const hospitalDeliveryRate = ratio(bornInInstitution, bornAlive, {
  id: 'maternal-health.hospital-delivery-rate',
  title: title('住院分娩率', 'Hospital delivery rate'),
  unit: '%',
  headline: true,
  basis: title('登记的分娩中的活产', 'live births of recorded deliveries'),
  source: RETURN,
  synonyms: ['孕产妇住院分娩率'],
})
export const caesareanRate = ratio(caesareans, allDelivered, {
  id: 'maternal-health.caesarean-rate',
  title: title('剖宫产率', 'Caesarean rate'),
  unit: '%',
  better: 'neither',
  basis: ofDeliveries,
  source: RETURN,
})
const lightRate = ratio(light, weighed, {
  id: 'maternal-health.low-birth-weight-rate',
  title: title('低出生体重发生率', 'Low birth weight'),
  unit: '%',
  better: 'lower',
  basis: title('称重的活产，低于2500克', 'live births weighed; below 2,500 g'),
  source: RETURN,
})
const pretermRate = ratio(preterm, bornAlive, {
  id: 'maternal-health.preterm-rate',
  title: title('早产发生率', 'Preterm births'),
  unit: '%',
  better: 'lower',
  basis: title('登记的分娩中的活产，不满37周', 'live births of recorded deliveries; before 37 weeks'),
  source: RETURN,
})
export const highRiskShare = ratio(highRisk, allDelivered, {
  id: 'maternal-health.high-risk-share',
  title: title('高危产妇比例', 'Women of high risk'),
  unit: '%',
  better: 'neither',
  basis: title('孕期曾评为橙色、红色或紫色的产妇', 'assessed orange, red or purple at least once'),
  source: RISK,
})
export const caseManagementRate = ratio(casesManaged, casesFound, {
  id: 'maternal-health.case-management-rate',
  title: title('高危孕产妇专案管理率', 'Special cases managed'),
  unit: '%',
  basis: title('期内发现的橙、红、紫色孕产妇中已随访的', 'found in the period and followed up since'),
  source: RISK,
  synonyms: ['高危孕产妇管理率'],
})
const caseReportRate = ratio(casesInTime, casesDue, {
  id: 'maternal-health.case-report-rate',
  title: title('高危孕产妇按期报告率', 'Special cases reported in time'),
  unit: '%',
  basis: title('红色24小时、橙色和紫色3天内', 'red within a day, orange and purple within three'),
  source: RISK,
})
const pregnant = quantity(inCare, {
  id: 'maternal-health.in-care',
  title: title('在管孕妇数', 'Pregnant women in care'),
  unit: people,
  basis: ofPregnancies,
  source: NORM,
})
const pregnantOfHighRisk = quantity(inCareOfHighRisk, {
  id: 'maternal-health.high-risk-in-care',
  title: title('在管高危孕妇数', 'Pregnant women of high risk in care'),
  unit: people,
  basis: ofPregnancies,
  source: RISK,
})
export const women = quantity(allDelivered, {
  id: 'maternal-health.deliveries',
  title: title('产妇数', 'Women delivered'),
  unit: people,
  basis: ofDeliveries,
  source: RETURN,
})
export const maternalDeaths = quantity(mothersDied, {
  id: 'maternal-health.maternal-deaths',
  title: title('孕产妇死亡例数', 'Maternal deaths'),
  unit: title('例', 'deaths'),
  better: 'lower',
  basis: title('妊娠期至妊娠结束后42天内，意外除外', 'in pregnancy and up to 42 days after its end, injuries aside'),
  source: DEATHS,
})
export const maternalMortality = ratio(mothersDied, liveBirths, {
  id: 'maternal-health.maternal-mortality',
  title: title('孕产妇死亡率', 'Maternal mortality'),
  unit: '/10万',
  better: 'lower',
  basis: pooled,
  source: DEATHS,
})
const mortality = (id: string, name: Text, numerator: typeof newbornsDied) =>
  ratio(numerator, liveBirths, {
    id: `maternal-health.${id}`,
    title: name,
    unit: '‰',
    better: 'lower',
    basis: title('登记的死亡，分母为同期活产数', 'registered deaths; of the live births of the same days'),
    source: DEATHS,
  })
export const neonatalMortality = mortality(
  'neonatal-mortality',
  title('新生儿死亡率', 'Neonatal mortality'),
  newbornsDied,
)
export const infantMortality = mortality('infant-mortality', title('婴儿死亡率', 'Infant mortality'), infantsDied)
export const underFiveMortality = mortality(
  'under-five-mortality',
  title('5岁以下儿童死亡率', 'Mortality under five'),
  childrenDied,
)
const reviewRate = ratio(reviewed, toReview, {
  id: 'maternal-health.death-review-rate',
  title: title('死亡评审率', 'Deaths reviewed'),
  unit: '%',
  basis: title(
    '按死亡日期，报告的孕产妇和5岁以下儿童死亡',
    'by day of death; reported deaths of mothers and young children',
  ),
  source: '孕产妇死亡评审规范',
})

/** The indicators of maternal health, in the order of tables. */
export const indicators: readonly Indicator[] = [
  earlyBookingRate,
  systematicRate,
  fiveVisitsRate,
  postpartumVisitRate,
  postpartumVisitRateOfReturn,
  checkRate,
  hospitalDeliveryRate,
  caesareanRate,
  lightRate,
  pretermRate,
  highRiskShare,
  caseManagementRate,
  caseReportRate,
  pregnant,
  pregnantOfHighRisk,
  women,
  maternalDeaths,
  maternalMortality,
  neonatalMortality,
  infantMortality,
  underFiveMortality,
  reviewRate,
]
