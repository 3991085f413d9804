import { minus, quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { aged0to6 } from '../../../population/resident/index.ts'
import * as m from './measures.ts'
import { coverageDoses } from './targets.ts'

const children = { zh: '人', en: 'children' }
const doses = { zh: '剂次', en: 'doses' }
const cohort = {
  zh: '常住儿童，期末前一年内满该剂次完成年龄者，含补种',
  en: 'resident children who passed the age of the dose within the year before the period’s end, catch-up included',
}
const SCHEDULE = '国家免疫规划疫苗儿童免疫程序及说明（2026年版）'
const WORK = '预防接种工作规范（2023年版）'
const { due, given } = m.doseMeasures['dtap-1']!

/** 接种率 of each dose: 实种 ÷ 应种. */
export const coverage: Readonly<Record<string, Indicator>> = Object.fromEntries(
  coverageDoses.map(({ id, title }) => [
    id,
    ratio(m.doseMeasures[id]!.given, m.doseMeasures[id]!.due, {
      id: `immunization.coverage-${id}`,
      title: { zh: `${title.zh}接种率`, en: `Coverage: ${title.en}` },
      unit: '%',
      basis: cohort,
      source: SCHEDULE,
      better: 'higher',
      synonyms: [`${title.zh}疫苗接种率`],
    }),
  ]),
)
export const overall = ratio(m.allGiven, m.allDue, {
  id: 'immunization.coverage',
  title: { zh: '国家免疫规划疫苗接种率', en: 'Coverage of all programme doses' },
  unit: '%',
  basis: cohort,
  source: SCHEDULE,
  headline: true,
  synonyms: ['免疫规划疫苗接种率', '计划免疫接种率', '预防接种率'],
})
export const timeliness = ratio(m.allTimely, m.allDue, {
  id: 'immunization.timeliness',
  title: { zh: '及时接种率', en: 'Doses given in time' },
  unit: '%',
  basis: {
    zh: '应种剂次中在规定完成年龄前合格接种的',
    en: 'valid doses before the age by which they are to be finished, of the doses due',
  },
  source: SCHEDULE,
})
export const birthDose = ratio(m.firstWithin24Hours, m.doseMeasures['hepb-1']!.due, {
  id: 'immunization.hepb-birth-dose',
  title: { zh: '乙肝疫苗首针及时率', en: 'HepB birth dose within 24 hours' },
  unit: '%',
  basis: {
    zh: '期末前一年内出生的常住儿童，出生24小时内接种第1剂的',
    en: 'resident children born within the year who had dose 1 within 24 hours',
  },
  source: SCHEDULE,
  headline: true,
  synonyms: ['首针及时率', '乙肝首针及时接种率'],
})
export const dropOut = ratio(minus(given, m.doseMeasures['dtap-3']!.given), given, {
  id: 'immunization.drop-out',
  title: { zh: '百白破第1—3剂失访率', en: 'Drop-out from DTaP 1 to DTaP 3' },
  unit: '%',
  better: 'lower',
  basis: { zh: '接种过第1剂而未接种第3剂的占接种过第1剂的', en: 'with dose 1 but not dose 3, of those with dose 1' },
  source: WORK,
})
export const zeroDose = quantity(minus(due, given), {
  id: 'immunization.zero-dose',
  title: { zh: '百白破零剂次儿童', en: 'Zero-dose children (no DTaP)' },
  unit: children,
  better: 'lower',
  basis: { zh: '满1岁不满2岁、未种过百白破的常住儿童', en: 'resident children of one year without any DTaP' },
  source: WORK,
})
export const cardRate = ratio(m.cardHolders, aged0to6, {
  id: 'immunization.card-rate',
  title: { zh: '预防接种建卡率', en: 'Children with a vaccination card' },
  unit: '%',
  basis: { zh: '0—6岁常住儿童', en: 'usual residents aged 0–6' },
  source: '国家基本公共卫生服务规范（第三版）预防接种服务规范',
  synonyms: ['建证率', '建卡率', '建卡（证）率'],
})
export const vaccinations = quantity(m.vaccinatedResidents, {
  id: 'immunization.vaccinations',
  title: { zh: '接种剂次', en: 'Vaccinations' },
  unit: doses,
  better: 'higher',
  basis: { zh: '按受种者现居住地', en: 'by the person’s present residence' },
  source: WORK,
  synonyms: ['免疫规划疫苗接种剂次', '接种疫苗'],
})
const vaccinationsGiven = quantity(m.vaccinated, {
  id: 'immunization.vaccinations-given',
  title: { zh: '接种单位接种剂次', en: 'Vaccinations by clinic' },
  unit: doses,
  better: 'higher',
  basis: { zh: '按接种单位', en: 'by the clinic that gave them' },
  source: WORK,
})
export const adverseEvents = quantity(m.eventsFound, {
  id: 'immunization.adverse-events',
  title: { zh: '疑似预防接种异常反应例数', en: 'Adverse events following immunization' },
  unit: { zh: '例', en: 'events' },
  basis: { zh: '按发生日期和居住地', en: 'by onset and residence' },
  source: '全国疑似预防接种异常反应监测方案',
})

/** All indicators of immunization, in the order of tables. */
export const indicators: readonly Indicator[] = [
  overall,
  timeliness,
  birthDose,
  ...Object.values(coverage),
  dropOut,
  zeroDose,
  cardRate,
  vaccinations,
  vaccinationsGiven,
  adverseEvents,
]
