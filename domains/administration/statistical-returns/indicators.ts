import { sql, type SQL } from 'drizzle-orm'
import { plus, quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock, type FlowMeasure } from '@kangheng/kernel/indicator/measure.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { usualResidents } from '../../population/resident/index.ts'
import { statisticalReturn } from './records.ts'
import { returns as r } from './tables.ts'

type MonthlyForm = 'township-monthly' | 'hospital-monthly'
const BOTH: readonly MonthlyForm[] = ['township-monthly', 'hospital-monthly']

const APPROVED = sql`${r.state} in ('approved', 'frozen')`
const ofForms = (forms: readonly string[]): SQL =>
  sql`${r.form} in (${sql.join(
    forms.map((form) => sql.raw(`'${form}'`)),
    sql`, `,
  )})`
/** A number of a return; the code of a cell is one of ours, never typed by a user. */
const cellOf = (code: string): SQL => sql`(${r.values} ->> ${sql.raw(`'${code}'`)})::numeric`

/** The sum of a cell over the approved monthly returns, by the reporting institution and month. */
const summed = (code: string, zh: string, en: string, forms: readonly MonthlyForm[] = BOTH, value?: SQL): FlowMeasure =>
  flow(statisticalReturn, {
    id: `statistical-returns.${forms.length === 1 ? `${forms[0]!.split('-')[0]}-` : ''}${code}-sum`,
    title: { zh, en },
    place: 'institution',
    when: r.happenedOn,
    where: sql`${APPROVED} and ${ofForms(forms)}`,
    count: { sum: value ?? cellOf(code) },
  })

const outpatient = summed('outpatient', '门诊人次', 'Outpatient visits')
const emergency = summed('emergency', '急诊人次', 'Emergency visits')
const outpatientIncome = summed('outpatient-income', '门诊收入', 'Outpatient income')
const inpatientIncome = summed('inpatient-income', '住院收入', 'Inpatient income')
const discharges = summed('discharges', '出院人数', 'Discharges')
const openDays = summed('open-bed-days', '实际开放总床日数', 'Open bed-days')
const occupiedDays = summed('occupied-bed-days', '实际占用总床日数', 'Occupied bed-days')
const dischargedDays = summed('discharged-bed-days', '出院者占用总床日数', 'Bed-days of those discharged')
const medicalIncome = summed('medical-income', '医疗收入', 'Medical income')
const drugs = summed(
  'drugs',
  '药品收入（不含中药饮片）',
  'Income from drugs without herbal slices',
  BOTH,
  sql`(${cellOf('outpatient-drugs')} + ${cellOf('inpatient-drugs')} - ${cellOf('herbal-income')})`,
)

const returnsOf = (id: string, zh: string, en: string, where?: SQL) =>
  flow(statisticalReturn, {
    id: `statistical-returns.${id}`,
    title: { zh, en },
    place: 'institution',
    when: r.happenedOn,
    ...(where && { where }),
  })
const expected = returnsOf('expected', '应报报表', 'Returns expected')
const sent = returnsOf('sent', '已报报表', 'Returns sent', sql`${r.firstSentOn} is not null`)
const inTime = returnsOf('in-time', '按时报送报表', 'Returns sent in time', sql`${r.firstSentOn} <= ${r.dueOn}`)
const atOnce = returnsOf(
  'at-once',
  '一次通过报表',
  'Returns passed at once',
  sql`${r.firstSentOn} is not null and ${r.returned} = 0`,
)
const beds = stock(statisticalReturn, {
  id: 'statistical-returns.beds-at-year-end',
  title: { zh: '年末实有床位', en: 'Beds at the end of the year' },
  place: 'institution',
  // A yearly return stands for the end of its year, until that of the next takes its place.
  from: sql`(${r.happenedOn} + interval '1 year - 1 day')::date`,
  to: sql`(${r.happenedOn} + interval '2 years - 1 day')::date`,
  where: sql`${APPROVED} and ${ofForms(['resources-yearly'])}`,
  count: { sum: cellOf('beds') },
})

const common = {
  basis: { zh: '按报送机构，县级批准的统计报表', en: 'by the reporting institution, approved returns' },
  source: '卫生健康统计调查制度；domain notes § 10',
}
const yuan = { zh: '元', en: 'yuan' }
const tenThousand = { zh: '万元', en: '10,000 yuan' }

const counted = (id: string, title: Text, unit: Text, measures: readonly FlowMeasure[], more: object = {}): Indicator =>
  quantity(measures.length === 1 ? measures[0]! : plus(...measures), {
    ...common,
    id: `statistical-returns.${id}`,
    title,
    unit,
    ...more,
  })

const perVisit = { zh: '人次', en: 'visits' }
const inTenThousand = (forms: readonly MonthlyForm[], zh: string, en: string) =>
  summed('income-wan', zh, en, forms, sql`(${cellOf('income')} / 10000)`)

export const visits = counted(
  'visits',
  { zh: '总诊疗人次', en: 'Visits' },
  perVisit,
  [summed('visits', '总诊疗人次', 'Visits')],
  { headline: true, synonyms: ['诊疗人次', '门诊量'] },
)
export const outpatientEmergency = counted(
  'outpatient-emergency',
  { zh: '门急诊人次', en: 'Outpatient and emergency visits' },
  perVisit,
  [outpatient, emergency],
  { synonyms: ['门（急）诊人次'] },
)
export const dischargeCount = counted('discharges', { zh: '出院人次', en: 'Discharges' }, perVisit, [discharges])
export const income = counted(
  'income',
  { zh: '业务总收入', en: 'Income' },
  tenThousand,
  [inTenThousand(BOTH, '总收入', 'Income')],
  { decimals: 2, synonyms: ['总收入'] },
)
export const medical = counted(
  'medical-income',
  { zh: '医疗收入', en: 'Medical income' },
  tenThousand,
  [
    summed(
      'medical-income-wan',
      '医疗收入（万元）',
      'Medical income',
      BOTH,
      sql`(${cellOf('medical-income')} / 10000)`,
    ),
  ],
  { decimals: 2 },
)

/** What townships and hospitals each say in a summary. */
const ofClass = (form: MonthlyForm, zh: string, en: string) => {
  const short = form.split('-')[0]!
  const named = (id: string, what: string, word: string, measure: FlowMeasure, unit: Text, decimals = 0) =>
    counted(`${short}-${id}`, { zh: `${zh}${what}`, en: `${word}: ${en}` }, unit, [measure], { decimals })
  return {
    visits: named('visits', '门诊人次', 'Outpatients', summed('outpatient', `${zh}门诊人次`, en, [form]), perVisit),
    admissions: named(
      'admissions',
      '住院人次',
      'Admissions',
      summed('admissions', `${zh}入院人数`, en, [form]),
      perVisit,
    ),
    income: named('income', '业务总收入', 'Income', inTenThousand([form], `${zh}总收入`, en), tenThousand, 2),
  }
}
export const centres = ofClass('township-monthly', '乡镇卫生院（社区卫生服务中心）', 'centres')
export const hospitals = ofClass('hospital-monthly', '县级医院', 'hospitals')

export const costPerVisit = ratio(outpatientIncome, plus(outpatient, emergency), {
  ...common,
  id: 'statistical-returns.cost-per-visit',
  title: { zh: '门诊次均费用', en: 'Cost per visit' },
  unit: yuan,
  better: 'lower',
  synonyms: ['次均门诊费用'],
})
export const costPerDischarge = ratio(inpatientIncome, discharges, {
  ...common,
  id: 'statistical-returns.cost-per-discharge',
  title: { zh: '住院次均费用', en: 'Cost per discharge' },
  unit: yuan,
  better: 'lower',
  synonyms: ['次均住院费用'],
})
export const bedUse = ratio(occupiedDays, openDays, {
  ...common,
  id: 'statistical-returns.bed-use',
  title: { zh: '病床使用率', en: 'Bed use' },
  unit: '%',
  synonyms: ['床位使用率'],
})
export const meanStay = ratio(dischargedDays, discharges, {
  ...common,
  id: 'statistical-returns.mean-stay',
  title: { zh: '平均住院日', en: 'Mean stay' },
  unit: { zh: '日', en: 'days' },
  decimals: 1,
  better: 'lower',
})
export const drugShare = ratio(drugs, medicalIncome, {
  ...common,
  id: 'statistical-returns.drug-share',
  title: { zh: '药占比', en: 'Share of drugs' },
  unit: '%',
  better: 'lower',
})
export const essentialShare = ratio(
  summed('essential-drugs', '基本药物使用金额', 'Essential medicines', ['township-monthly']),
  summed('all-drugs', '全部药品使用金额', 'All medicines', ['township-monthly']),
  {
    ...common,
    id: 'statistical-returns.essential-share',
    title: { zh: '基药使用占比', en: 'Share of essential medicines' },
    unit: '%',
  },
)
export const bedsPerThousand = ratio(beds, usualResidents, {
  ...common,
  id: 'statistical-returns.beds-per-thousand',
  title: { zh: '每千人口床位数', en: 'Beds per 1,000 residents' },
  unit: { zh: '‰', en: '‰' },
})

const ofReturns = {
  ...common,
  basis: { zh: '已布置的统计报表', en: 'returns that were opened' },
  source: '卫生健康统计调查制度（报送要求，LOCAL）',
}
export const completeness = ratio(sent, expected, {
  ...ofReturns,
  id: 'statistical-returns.completeness',
  title: { zh: '统计报表报送率', en: 'Returns sent' },
  unit: '%',
  synonyms: ['报表完整率'],
})
export const timeliness = ratio(inTime, expected, {
  ...ofReturns,
  id: 'statistical-returns.timeliness',
  title: { zh: '统计报表及时率', en: 'Returns sent in time' },
  unit: '%',
})
export const passedAtOnce = ratio(atOnce, sent, {
  ...ofReturns,
  id: 'statistical-returns.passed-at-once',
  title: { zh: '统计报表一次通过率', en: 'Returns passed at once' },
  unit: '%',
})

export const indicators: readonly Indicator[] = [
  ...[visits, outpatientEmergency, dischargeCount, income, medical],
  ...Object.values(centres),
  ...Object.values(hospitals),
  ...[costPerVisit, costPerDischarge, bedUse, meanStay, drugShare, essentialShare, bedsPerThousand],
  ...[completeness, timeliness, passedAtOnce],
]
