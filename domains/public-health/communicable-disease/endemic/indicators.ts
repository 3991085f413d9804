import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder, type PgColumn } from 'drizzle-orm/pg-core'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { caseInvestigations as i } from '../investigation/tables.ts'
import { notifiableCase } from '../records.ts'
import { notifiableCases as c } from '../tables.ts'
import { fluorosisSurvey, snailSurvey } from './records.ts'
import { MALARIA_DAYS } from './rules.ts'
import { fluorosisSurveys as f, malariaResponses as r, snailSurveys as s } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const ELIMINATION = '消除疟疾技术方案（2011年版）；GB 26345-2010'
const SNAILS = '血吸虫病控制和消除 GB 15976-2015；全国血吸虫病监测方案（2020年版）'
const FLUOROSIS = '地方性氟中毒病区控制标准 GB 17017-2010；GB 5749-2022'

const within = (moment: SQL, days: number) => sql<boolean>`${moment} <= left(${c.diagnosedAt}, 10)::date + ${days}::int`

/** Reviewed cases of malaria with the steps of 1-3-7. */
const malaria = new QueryBuilder()
  .select({
    county: c.county,
    id: c.id,
    person: c.person,
    division: c.division,
    reviewedOn: sql<string>`${c.reviewedOn}`.as('malaria_reviewed_on'),
    reported: within(sql`left(${c.reportedAt}, 10)::date`, MALARIA_DAYS.report).as('reported_in_time'),
    investigated: within(sql`${i.happenedOn}`, MALARIA_DAYS.investigation).as('investigated_in_time'),
    responded: sql<boolean>`${r.inTime}`.as('responded_in_time'),
  })
  .from(c)
  .leftJoin(i, and(eq(i.county, c.county), eq(i.case, c.id), isNull(i.voidedAt)))
  .leftJoin(r, and(eq(r.county, c.county), eq(r.case, c.id), isNull(r.voidedAt)))
  .where(and(eq(c.disease, 'malaria'), eq(c.state, 'reviewed'), isNull(c.voidedAt)))
  .as('malaria_case')

const malariaRelation = defineRelation({
  id: 'endemic-disease.malaria-case',
  title: title('疟疾病例', 'Cases of malaria'),
  from: malaria,
  columns: malaria,
  tables: [c, i, r],
  record: notifiableCase as never,
  show: {
    reported: { title: title('1天内报告', 'Reported within 1 day'), value: malaria.reported },
    investigated: { title: title('3天内调查', 'Investigated within 3 days'), value: malaria.investigated },
    responded: { title: title('7天内处置', 'Response within 7 days'), value: malaria.responded },
  },
})
const cases = (id: string, zh: string, en: string, where?: SQL) =>
  flow(malariaRelation, {
    id: `endemic-disease.${id}`,
    title: title(zh, en),
    when: malaria.reviewedOn,
    ...(where ? { where } : {}),
  })
const allMalaria = cases('malaria-cases', '疟疾病例', 'Cases of malaria')
const malariaShare = (id: string, zh: string, en: string, where: SQL) =>
  ratio(cases(`malaria-${id}`, zh, en, where), allMalaria, {
    id: `endemic-disease.malaria-${id}-rate`,
    title: title(`疟疾${zh}率`, `Malaria: ${en.toLowerCase()}`),
    unit: '%',
    basis: title('已审核病例，按审核日期和现住址', 'reviewed cases, by day of review and present address'),
    source: ELIMINATION,
  })

const snails = (id: string, zh: string, en: string, column: PgColumn) =>
  flow(snailSurvey, { id: `endemic-disease.${id}`, title: title(zh, en), when: s.happenedOn, count: { sum: column } })
const surveys = (id: string, zh: string, en: string, column: PgColumn) =>
  flow(fluorosisSurvey, {
    id: `endemic-disease.${id}`,
    title: title(zh, en),
    when: f.happenedOn,
    count: { sum: column },
  })
const villages = (id: string, zh: string, en: string, where?: SQL) =>
  flow(fluorosisSurvey, {
    id: `endemic-disease.${id}`,
    title: title(zh, en),
    when: f.happenedOn,
    ...(where ? { where } : {}),
  })
const bySurvey = title('按监测日期和村', 'by day of the survey and village')
const area = (id: string, zh: string, en: string, column: PgColumn) =>
  quantity(snails(id, zh, en, column), {
    id: `endemic-disease.${id}-total`,
    title: title(zh, en),
    unit: 'm²',
    basis: bySurvey,
    source: SNAILS,
  })

export const surveyedArea = area('snail-surveyed', '查螺面积', 'Area surveyed for snails', s.surveyedArea)
export const snailArea = area('snail-area', '有螺面积', 'Area with snails', s.snailArea)
export const controlledArea = area('snail-controlled', '灭螺面积', 'Area controlled', s.controlledArea)
export const snailWorkers = quantity(snails('snail-workers', '查灭螺工日', 'Person-days on snails', s.workers), {
  id: 'endemic-disease.snail-workers-total',
  title: title('查灭螺人次', 'Person-days on snails'),
  unit: title('人次', 'person-days'),
  basis: bySurvey,
  source: SNAILS,
})
export const snailInfection = ratio(
  snails('snails-infected', '感染性钉螺', 'Infected snails', s.infectedSnails),
  snails('snails-examined', '解剖螺', 'Snails examined', s.snailsExamined),
  {
    id: 'endemic-disease.snail-infection-rate',
    title: title('钉螺感染率', 'Infected snails'),
    unit: '%',
    better: 'lower',
    basis: bySurvey,
    source: SNAILS,
  },
)
const surveyed = villages('fluorosis-villages', '监测的病区村', 'Villages surveyed')
const fluorosisShare = (id: string, zh: string, en: string, where: SQL) =>
  ratio(villages(`fluorosis-${id}`, zh, en, where), surveyed, {
    id: `endemic-disease.fluorosis-${id}-rate`,
    title: title(`地氟病区${zh}率`, en),
    unit: '%',
    basis: bySurvey,
    source: FLUOROSIS,
  })
export const waterWithin = fluorosisShare(
  'water',
  '水氟合格',
  'Villages with water within the limit',
  eq(f.waterWithin, true),
)
export const underControl = fluorosisShare('controlled', '控制达标', 'Villages under control', eq(f.controlled, true))
export const dentalFluorosis = ratio(
  surveys('dental-fluorosis', '氟斑牙儿童', 'Children with dental fluorosis', f.affected),
  surveys('children-examined', '检查的8—12岁儿童', 'Children of 8–12 examined', f.children),
  {
    id: 'endemic-disease.dental-fluorosis-rate',
    title: title('儿童氟斑牙检出率', 'Dental fluorosis of children'),
    unit: '%',
    better: 'lower',
    basis: bySurvey,
    source: FLUOROSIS,
  },
)
export const malariaReported = malariaShare(
  'reported',
  '1天内报告',
  'Reported within 1 day',
  eq(malaria.reported, true),
)
export const malariaInvestigated = malariaShare(
  'investigated',
  '3天内个案调查',
  'Investigated within 3 days',
  eq(malaria.investigated, true),
)
export const malariaResponded = malariaShare(
  'responded',
  '7天内疫点处置',
  'Response within 7 days',
  eq(malaria.responded, true),
)

export const indicators: readonly Indicator[] = [
  malariaReported,
  malariaInvestigated,
  malariaResponded,
  surveyedArea,
  snailArea,
  controlledArea,
  snailWorkers,
  snailInfection,
  waterWithin,
  underControl,
  dentalFluorosis,
]
