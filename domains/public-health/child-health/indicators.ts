import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { aged0to6, liveBirths, populationOf } from '../../population/resident/index.ts'
import { checkUp, concern } from './records.ts'
import * as rows from './relations.ts'
import { checkUps as u, concerns } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）0～6岁儿童健康管理'
const RETURN = '妇幼健康统计调查制度，7岁以下儿童保健和健康管理情况年报表'
const STANDARD = `${RETURN}；评价按 WS/T 423—2022`
const people = { zh: '人', en: 'children' }
const title = (zh: string, en: string) => ({ zh, en })
const each = { count: 'persons', onePlacePerPerson: true } as const

const aged0to2 = populationOf({
  id: 'child-health.aged-0-2',
  title: title('3岁以下常住儿童', 'Children under three'),
  ageTo: 2,
})

const managedChildren = stock(rows.servedRelation, {
  id: 'child-health.managed-children',
  title: title('年内接受健康管理的0—6岁儿童', 'Children aged 0–6 served in the year'),
  from: rows.served.validFrom,
  to: rows.served.validTo,
  ...each,
})
const eyesExamined = stock(rows.servedRelation, {
  id: 'child-health.eyes-examined',
  title: title('年内检查视力的儿童', 'Children whose vision was tested in the year'),
  from: rows.served.validFrom,
  to: rows.served.validTo,
  where: sql`${rows.served.eyes}`,
  ...each,
})
const aged4to6 = populationOf({
  id: 'child-health.aged-4-6',
  title: title('4—6岁常住儿童', 'Children aged 4–6'),
  ageFrom: 4,
  ageTo: 6,
})
const systematicChildren = stock(rows.systematicRelation, {
  id: 'child-health.systematic-children',
  title: title('3岁以下系统管理儿童', 'Children under three managed systematically'),
  from: rows.systematic.validFrom,
  to: rows.systematic.validTo,
  ...each,
})

const visited = (id: string, name: Text, where?: SQL) =>
  flow(rows.visitedNewbornRelation, { id, title: name, when: rows.visitedNewborns.bornOn, ...(where ? { where } : {}) })
const visitedInTime = visited(
  'child-health.newborns-visited-in-time',
  title('出院后按期访视的新生儿', 'Newborns visited in time after discharge'),
  sql`${rows.visitedNewborns.timely}`,
)
const visitedNewborns = visited(
  'child-health.newborns-visited',
  title('出生28天内访视的新生儿', 'Newborns visited within 28 days'),
)

const grown = (id: string, name: Text, where: SQL) =>
  stock(rows.lastGrowthRelation, {
    id: `child-health.${id}`,
    title: name,
    from: rows.lastGrowth.validFrom,
    to: rows.lastGrowth.validTo,
    where,
  })
const { weightGrade, heightGrade, buildGrade } = rows.lastGrowth
const weighed = grown('weighed', title('评价体重的儿童', 'Children weighed'), sql`${weightGrade} is not null`)
const heightMeasured = grown(
  'height-measured',
  title('评价身高的儿童', 'Children measured'),
  sql`${heightGrade} is not null`,
)
const buildJudged = grown(
  'build-judged',
  title('评价体型的儿童', 'Children whose build was judged'),
  sql`${buildGrade} is not null`,
)
const underweight = grown('underweight', title('低体重儿童', 'Underweight children'), sql`${weightGrade} <> 'normal'`)
const stunted = grown('stunted', title('生长迟缓儿童', 'Stunted children'), sql`${heightGrade} <> 'normal'`)
const wasted = grown(
  'wasted',
  title('消瘦儿童', 'Wasted children'),
  sql`${buildGrade} in ('wasted', 'severely-wasted')`,
)
const overweight = grown('overweight', title('超重儿童', 'Overweight children'), sql`${buildGrade} = 'overweight'`)
const obese = grown('obese', title('肥胖儿童', 'Obese children'), sql`${buildGrade} in ('obese', 'severely-obese')`)

/** Children with a check-up in the period that satisfies the condition, each once. */
const examined = (id: string, name: Text, where: SQL) =>
  flow(checkUp, { id: `child-health.${id}`, title: name, when: u.happenedOn, count: 'persons', where })
const underFive = sql`${u.ageMonths} < 60`
const tested = examined(
  'haemoglobin-tested',
  title('检测血红蛋白的5岁以下儿童', 'Children under five tested for anaemia'),
  and(underFive, isNotNull(u.haemoglobin))!,
)
const anaemic = examined(
  'anaemic',
  title('贫血的5岁以下儿童', 'Anaemic children under five'),
  and(underFive, sql`${u.anaemia} <> 'none'`)!,
)
const underSixMonths = and(sql`${u.ageMonths} < 6`, isNotNull(u.feeding))!
const asked = examined(
  'feeding-asked',
  title('调查喂养的6个月内婴儿', 'Infants under six months asked about'),
  underSixMonths,
)
const breastFed = examined(
  'breast-fed',
  title('母乳喂养的6个月内婴儿', 'Breast-fed infants under six months'),
  and(underSixMonths, sql`${u.feeding} in ('exclusive', 'mixed')`)!,
)
const onlyBreastFed = examined(
  'only-breast-fed',
  title('纯母乳喂养的6个月内婴儿', 'Exclusively breast-fed infants under six months'),
  and(underSixMonths, eq(u.feeding, 'exclusive'))!,
)
const developmentScreened = examined(
  'development-screened',
  title('筛查发育预警征象的儿童', 'Children screened for warning signs'),
  isNotNull(u.warningSigns),
)
const developmentSuspected = examined(
  'development-suspected',
  title('有发育预警征象的儿童', 'Children with warning signs'),
  sql`${u.warningSigns} <> '[]'::jsonb`,
)

const checkUpCount = flow(checkUp, {
  id: 'child-health.check-up-count',
  title: title('儿童健康检查', 'Child check-ups'),
  when: u.happenedOn,
})
const concernsDue = flow(concern, {
  id: 'child-health.concerns-due',
  title: title('应随访的异常儿童', 'Children with findings due for follow-up'),
  when: concerns.firstDueOn,
})
const concernsFollowed = flow(concern, {
  id: 'child-health.concerns-followed',
  title: title('按期随访的异常儿童', 'Children with findings followed up in time'),
  when: concerns.firstDueOn,
  where: sql`${concerns.firstFollowedOn} <= ${concerns.firstDueOn}`,
})

const residents = title('常住儿童，年初至期末', 'usual residents, in the year so far')
const lastOfYear = title(
  '5岁以下常住儿童一年内的末次体格检查',
  'last measurement within a year of residents under five',
)
const perChild = title('期内检查，每人计一次', 'check-ups of the period, each child once')

export const newbornVisitRate = ratio(visitedInTime, liveBirths, {
  id: 'child-health.newborn-visit-rate',
  title: title('新生儿访视率', 'Newborn visit rate'),
  unit: '%',
  headline: true,
  basis: title(
    '按出生日期，出院后一周内（高危儿3天内）访视的',
    'by day of birth; visited within a week of discharge, three days for high risk',
  ),
  source: NORM,
  synonyms: ['新生儿家庭访视率'],
})
export const newbornVisitRateOfReturn = ratio(visitedNewborns, liveBirths, {
  id: 'child-health.newborn-visit-rate-28-days',
  title: title('新生儿访视率（28天内）', 'Newborn visit rate (28 days)'),
  unit: '%',
  basis: title('按出生日期，出生28天内访视1次及以上的', 'by day of birth; visited at least once within 28 days'),
  source: RETURN,
})
export const managementRate = ratio(managedChildren, aged0to6, {
  id: 'child-health.management-rate',
  title: title('0—6岁儿童健康管理率', 'Health management of children aged 0–6'),
  unit: '%',
  headline: true,
  basis: residents,
  source: NORM,
  synonyms: ['儿童健康管理率', '0～6岁儿童健康管理率', '7岁以下儿童健康管理率'],
})
export const systematicRate = ratio(systematicChildren, aged0to2, {
  id: 'child-health.systematic-rate',
  title: title('3岁以下儿童系统管理率', 'Systematic management of children under three'),
  unit: '%',
  headline: true,
  basis: title(
    '年内到期的各次检查均已完成的3岁以下常住儿童',
    'residents under three who have had every check-up that fell due in the year so far',
  ),
  source: RETURN,
  synonyms: ['儿童系统管理率', '3岁以下系统管理率'],
})
export const managed = quantity(managedChildren, {
  id: 'child-health.managed',
  title: title('接受健康管理的0—6岁儿童数', 'Children aged 0–6 managed'),
  unit: people,
  better: 'higher',
  basis: residents,
  source: NORM,
})
export const checkUpsMade = quantity(checkUpCount, {
  id: 'child-health.check-ups',
  title: title('儿童健康检查人次', 'Child check-ups'),
  unit: title('人次', 'check-ups'),
  better: 'higher',
  basis: title('期内登记的健康检查', 'check-ups of the period'),
  source: NORM,
})
const prevalence = (
  id: string,
  zh: string,
  en: string,
  numerator: ReturnType<typeof grown>,
  denominator: ReturnType<typeof grown>,
) =>
  ratio(numerator, denominator, {
    id: `child-health.${id}-rate`,
    title: title(`5岁以下儿童${zh}率`, `${en} of children under five`),
    unit: '%',
    better: 'lower',
    basis: lastOfYear,
    source: STANDARD,
    synonyms: [`儿童${zh}率`],
  })
export const underweightRate = prevalence('underweight', '低体重', 'Underweight', underweight, weighed)
export const stuntingRate = prevalence('stunting', '生长迟缓', 'Stunting', stunted, heightMeasured)
export const wastingRate = prevalence('wasting', '消瘦', 'Wasting', wasted, buildJudged)
export const overweightRate = prevalence('overweight', '超重', 'Overweight', overweight, buildJudged)
export const obesityRate = prevalence('obesity', '肥胖', 'Obesity', obese, buildJudged)
export const anaemiaRate = ratio(anaemic, tested, {
  id: 'child-health.anaemia-rate',
  title: title('5岁以下儿童贫血患病率', 'Anaemia of children under five'),
  unit: '%',
  better: 'lower',
  basis: perChild,
  source: `${RETURN}；血红蛋白低于110g/L`,
  synonyms: ['儿童贫血率', '儿童贫血患病率'],
})
export const exclusiveBreastFeedingRate = ratio(onlyBreastFed, asked, {
  id: 'child-health.exclusive-breast-feeding-rate',
  title: title('6个月内婴儿纯母乳喂养率', 'Exclusive breast feeding under six months'),
  unit: '%',
  basis: perChild,
  source: RETURN,
  synonyms: ['纯母乳喂养率'],
})
export const breastFeedingRate = ratio(breastFed, asked, {
  id: 'child-health.breast-feeding-rate',
  title: title('6个月内婴儿母乳喂养率', 'Breast feeding under six months'),
  unit: '%',
  basis: perChild,
  source: RETURN,
  synonyms: ['母乳喂养率'],
})
const visionRate = ratio(eyesExamined, aged4to6, {
  id: 'child-health.vision-rate',
  title: title('4—6岁儿童视力检查覆盖率', 'Vision tests of children aged 4–6'),
  unit: '%',
  basis: residents,
  source: '0～6岁儿童眼保健及视力检查服务规范（试行），国卫办妇幼发〔2021〕11号',
})
const developmentRate = ratio(developmentSuspected, developmentScreened, {
  id: 'child-health.development-rate',
  title: title('发育预警征象筛查阳性率', 'Warning signs of development'),
  unit: '%',
  better: 'neither',
  basis: perChild,
  source: `${NORM}，儿童心理行为发育问题预警征象筛查表`,
})
export const followUpRate = ratio(concernsFollowed, concernsDue, {
  id: 'child-health.follow-up-rate',
  title: title('异常儿童按期随访率', 'Findings followed up in time'),
  unit: '%',
  basis: title('首次随访在期内到期的', 'whose first follow-up fell due in the period'),
  source: `${NORM}，健康问题处理；期限为县级规定`,
})

/** The indicators of child health, in the order of tables. */
export const indicators: readonly Indicator[] = [
  newbornVisitRate,
  newbornVisitRateOfReturn,
  managementRate,
  systematicRate,
  managed,
  checkUpsMade,
  underweightRate,
  stuntingRate,
  wastingRate,
  overweightRate,
  obesityRate,
  anaemiaRate,
  exclusiveBreastFeedingRate,
  breastFeedingRate,
  visionRate,
  developmentRate,
  followUpRate,
]
