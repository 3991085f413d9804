import { minus, quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { usualResidents } from '../../population/resident/index.ts'
import { residentGroups } from './groups.ts'
import * as m from './measures.ts'

const copies = { zh: '份', en: 'records' }
const people = { zh: '人', en: 'people' }
const NORM = '国家基本公共卫生服务规范（第三版）居民健康档案管理服务规范'
const usual = { zh: '常住居民口径', en: 'usual residents' }

export const coverage = ratio(m.recorded, usualResidents, {
  id: 'health-record.coverage',
  title: { zh: '健康档案建档率', en: 'Health record coverage' },
  unit: '%',
  basis: usual,
  source: NORM,
  synonyms: ['建档率', '居民健康档案建档率'],
})
export const electronicCoverage = ratio(m.recordedElectronically, usualResidents, {
  id: 'health-record.electronic-coverage',
  title: { zh: '电子健康档案建档率', en: 'Electronic health record coverage' },
  unit: '%',
  basis: usual,
  source: NORM,
  headline: true,
  synonyms: ['电子建档率', '居民电子健康档案建档率', '规范化电子建档率'],
})
export const useRate = ratio(m.used, m.recorded, {
  id: 'health-record.use-rate',
  title: { zh: '健康档案使用率', en: 'Use of health records' },
  unit: '%',
  basis: {
    zh: '期末前一年内有动态记录的档案占全部档案',
    en: 'records used within the year before the period’s end, of all records',
  },
  source: NORM,
  headline: true,
  synonyms: ['档案动态使用率', '动态使用率'],
})
/** The same of electronic records: the norm divides by all records, appraisals in use by the electronic ones. Both are read side by side. */
const electronicUseRate = ratio(m.usedElectronically, m.recordedElectronically, {
  id: 'health-record.electronic-use-rate',
  title: { zh: '电子健康档案使用率', en: 'Use of electronic health records' },
  unit: '%',
  basis: {
    zh: '期末前一年内有动态记录的电子健康档案占全部电子健康档案',
    en: 'electronic records used within the year before the period’s end, of all electronic records',
  },
  source: '国家基本公共卫生服务规范（第三版）健康档案使用率，分母取电子健康档案为县级口径',
  synonyms: ['居民电子健康档案使用率', '电子档案使用率'],
})
export const compliance = ratio(m.compliant, m.recordedElectronically, {
  id: 'health-record.compliance',
  title: { zh: '电子健康档案规范率', en: 'Compliant electronic records' },
  unit: '%',
  basis: {
    zh: '封面和个人基本信息必填项齐全，项目由县规定',
    en: 'cover and basic information complete; items set by the county',
  },
  source: NORM,
  synonyms: ['档案规范率', '规范化管理率'],
})
export const records = quantity(m.recorded, {
  id: 'health-record.records',
  title: { zh: '居民健康档案数', en: 'Health records' },
  unit: copies,
  basis: usual,
  source: NORM,
  synonyms: ['建立居民健康档案', '健康档案份数'],
})
const electronicRecords = quantity(m.recordedElectronically, {
  id: 'health-record.electronic-records',
  title: { zh: '电子健康档案数', en: 'Electronic health records' },
  unit: copies,
  basis: usual,
  source: NORM,
})
export const excess = quantity(minus(m.openRecords, m.recorded), {
  id: 'health-record.excess',
  title: { zh: '超出常住人口的档案', en: 'Records in excess of residents' },
  unit: copies,
  better: 'lower',
  basis: {
    zh: '使用中的档案减有档案的常住居民：死亡、迁出未终止或重复',
    en: 'open records less residents with one: dead, gone or double',
  },
  source: NORM,
})
export const opened = quantity(m.opened, {
  id: 'health-record.opened-count',
  title: { zh: '新建健康档案数', en: 'Records opened' },
  unit: copies,
  better: 'higher',
  basis: { zh: '按建档时居住地', en: 'by residence when opened' },
  source: NORM,
  synonyms: ['新建居民健康档案', '新增建档'],
})
/** New records by group; one group per record, so that they add up. */
export const openedByGroup = Object.fromEntries(
  Object.entries(residentGroups).map(([group, title]) => [
    group,
    quantity(m.openedFor[group as keyof typeof residentGroups], {
      id: `health-record.opened-${group}-count`,
      title: { zh: `新建档案数：${title.zh}`, en: `Records opened: ${title.en}` },
      unit: copies,
      basis: { zh: '每份档案只计入一个人群', en: 'every record in one group only' },
      source: NORM,
    }),
  ]),
) as Record<keyof typeof residentGroups, Indicator>
export const examinations = quantity(m.examined, {
  id: 'health-record.examinations',
  title: { zh: '健康体检人次', en: 'Health examinations' },
  unit: { zh: '人次', en: 'examinations' },
  better: 'higher',
  basis: { zh: '健康体检表', en: 'examination forms' },
  source: NORM,
})
export const cardHolders = quantity(m.cardHolders, {
  id: 'health-record.card-holder-count',
  title: { zh: '健康卡持卡人数', en: 'Health card holders' },
  unit: people,
  better: 'higher',
  basis: usual,
  source: '居民健康卡管理办法（试行）',
  synonyms: ['发放居民健康卡'],
})
export const cardCoverage = ratio(m.cardHolders, usualResidents, {
  id: 'health-record.card-coverage',
  title: { zh: '健康卡持卡率', en: 'Health card coverage' },
  unit: '%',
  basis: usual,
  source: '居民健康卡管理办法（试行）',
})

/** All indicators of health records, in the order of tables. */
export const indicators: readonly Indicator[] = [
  coverage,
  electronicCoverage,
  useRate,
  electronicUseRate,
  compliance,
  records,
  electronicRecords,
  excess,
  opened,
  ...Object.values(openedByGroup),
  examinations,
  cardHolders,
  cardCoverage,
]
