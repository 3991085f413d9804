import { quantity, ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { usualResidents } from '../../population/resident/index.ts'
import { keyGroupIds, keyGroups, type KeyGroupId } from './key-groups.ts'
import * as m from './measures.ts'

const usual = { zh: '常住人口口径，期末有效签约', en: 'Usual residents, contracts valid at the period’s end' }
const inKeyGroup = {
  zh: '期末在册重点人群，一人多类只计一次',
  en: 'Key population at the period’s end; a person in several groups counts once',
}
const dueIn = {
  zh: '本期到期的协议；死亡、迁出不计',
  en: 'Contracts that end in the period; death and departure left out',
}
const yearEnded = { zh: '本期满一个服务年度的签约', en: 'Service years completed in the period' }
const norm = '国卫基层发〔2018〕35号；国家卫生健康统计调查制度'
const persons = { zh: '人', en: 'persons' }
const contractsUnit = { zh: '份', en: 'contracts' }
const times = { zh: '人次', en: 'services' }

export const signed = quantity(m.signedResidents, {
  id: 'family-doctor.signed',
  title: { zh: '签约人数', en: 'Signed residents' },
  unit: persons,
  basis: usual,
  source: norm,
  better: 'higher',
  synonyms: ['已签约', '签约居民'],
})
export const coverage = ratio(m.signedResidents, usualResidents, {
  id: 'family-doctor.coverage',
  title: { zh: '签约覆盖率', en: 'Contract coverage' },
  unit: '%',
  basis: usual,
  source: norm,
  headline: true,
  synonyms: ['家庭医生签约率', '签约率', '居民签约率'],
})
export const keyPopulation = quantity(m.keyResidents, {
  id: 'family-doctor.key-population',
  title: { zh: '重点人群人数', en: 'Key population' },
  unit: persons,
  basis: inKeyGroup,
  source: norm,
})
export const keySigned = quantity(m.keySigned, {
  id: 'family-doctor.key-signed',
  title: { zh: '重点人群签约人数', en: 'Signed key population' },
  unit: persons,
  basis: inKeyGroup,
  source: norm,
  better: 'higher',
  synonyms: ['重点人群签约'],
})
export const keyCoverage = ratio(m.keySigned, m.keyResidents, {
  id: 'family-doctor.key-coverage',
  title: { zh: '重点人群签约率', en: 'Contract coverage of the key population' },
  unit: '%',
  basis: inKeyGroup,
  source: norm,
  headline: true,
})

/** Coverage of each key group. */
export const groupCoverage = Object.fromEntries(
  keyGroupIds.map((group) => {
    const { zh, en } = keyGroups[group].title
    const { all, signed: signedOfGroup } = m.groupMeasures[group]
    return [
      group,
      ratio(signedOfGroup, all, {
        id: `family-doctor.${group}-coverage`,
        title: { zh: `${zh}签约率`, en: `Contract coverage: ${en}` },
        unit: '%',
        basis: { zh: `期末在册${zh}`, en: `${en} at the period’s end` },
        source: norm,
        headline: group === 'special-family',
        synonyms: group === 'special-family' ? ['计划生育特殊家庭签约率'] : [],
      }),
    ]
  }),
) as Record<KeyGroupId, ReturnType<typeof ratio>>

export const specialFamilySigned = quantity(m.groupMeasures['special-family'].signed, {
  id: 'family-doctor.special-family-signed',
  title: { zh: '计划生育特殊家庭签约人数', en: 'Members of special families signed' },
  unit: persons,
  basis: { zh: '期末在册计划生育特殊家庭成员', en: 'Members of special families at the period’s end' },
  source: norm,
  better: 'higher',
})

export const paidCoverage = ratio(m.paidResidents, usualResidents, {
  id: 'family-doctor.paid-coverage',
  title: { zh: '有偿签约率', en: 'Coverage with paid contracts' },
  unit: '%',
  basis: usual,
  source: norm,
})
export const hypertensionPaidCoverage = ratio(m.hypertensionPaid, m.groupMeasures.hypertension.all, {
  id: 'family-doctor.hypertension-paid-coverage',
  title: { zh: '高血压患者有偿签约率', en: 'Paid coverage: hypertension' },
  unit: '%',
  basis: { zh: '期末在册高血压患者', en: 'Hypertension patients at the period’s end' },
  source: norm,
})
export const diabetesPaidCoverage = ratio(m.diabetesPaid, m.groupMeasures.diabetes.all, {
  id: 'family-doctor.diabetes-paid-coverage',
  title: { zh: '糖尿病患者有偿签约率', en: 'Paid coverage: diabetes' },
  unit: '%',
  basis: { zh: '期末在册糖尿病患者', en: 'Diabetes patients at the period’s end' },
  source: norm,
})

export const renewalRate = ratio(m.renewed, m.renewalsDue, {
  id: 'family-doctor.renewal-rate',
  title: { zh: '续约率', en: 'Renewal rate' },
  unit: '%',
  basis: dueIn,
  source: norm,
  headline: true,
  synonyms: ['续签率'],
})
export const paidRenewalRate = ratio(m.paidRenewed, m.paidRenewalsDue, {
  id: 'family-doctor.paid-renewal-rate',
  title: { zh: '有偿续约率', en: 'Renewal rate of paid contracts' },
  unit: '%',
  basis: dueIn,
  source: norm,
})
export const fulfilmentRate = ratio(m.itemsDelivered, m.itemsAgreed, {
  id: 'family-doctor.fulfilment-rate',
  title: { zh: '履约率', en: 'Fulfilment rate' },
  unit: '%',
  basis: yearEnded,
  source: norm,
  headline: true,
})
export const fullFulfilmentRate = ratio(m.yearsFulfilled, m.yearsCompleted, {
  id: 'family-doctor.full-fulfilment-rate',
  title: { zh: '全部履约人数率', en: 'Share of contracts fulfilled in full' },
  unit: '%',
  basis: yearEnded,
  source: norm,
})
export const firstContactRate = ratio(m.firstAtBase, m.contractedVisits, {
  id: 'family-doctor.first-contact-rate',
  title: { zh: '签约居民基层首诊率', en: 'First contact at primary care' },
  unit: '%',
  basis: { zh: '医疗机构月报（汇总数）', en: 'Monthly returns of institutions (aggregates)' },
  source: norm,
  synonyms: ['基层首诊率'],
})

export const newContracts = quantity(m.contractsSigned, {
  id: 'family-doctor.contracts-signed',
  title: { zh: '签约份数', en: 'Contracts signed' },
  unit: contractsUnit,
  basis: { zh: '按签约日期', en: 'By day of signing' },
  source: norm,
})
export const terminations = quantity(m.contractsTerminated, {
  id: 'family-doctor.contracts-terminated',
  title: { zh: '解约份数', en: 'Contracts terminated' },
  unit: contractsUnit,
  basis: { zh: '按解约日期', en: 'By day of termination' },
  source: norm,
})
export const servicesGiven = quantity(m.servicesCredited, {
  id: 'family-doctor.services',
  title: { zh: '履约服务人次', en: 'Services under contract' },
  unit: times,
  basis: { zh: '按服务日期，须有服务记录为凭', en: 'By day of service; each with its service record' },
  source: norm,
  better: 'higher',
})
export const teamCount = quantity(m.activeTeams, {
  id: 'family-doctor.teams',
  title: { zh: '签约服务团队', en: 'Teams' },
  unit: { zh: '个', en: 'teams' },
  basis: { zh: '期末在岗', en: 'Active at the period’s end' },
  source: norm,
  synonyms: ['签约团队'],
})
export const doctorCount = quantity(m.doctors, {
  id: 'family-doctor.doctors',
  title: { zh: '家庭医生', en: 'Family doctors' },
  unit: { zh: '名', en: 'doctors' },
  basis: { zh: '期末在队的团队成员', en: 'Team members at the period’s end' },
  source: norm,
})
export const signedPerDoctor = ratio(m.signedResidents, m.doctors, {
  id: 'family-doctor.signed-per-doctor',
  title: { zh: '人均签约数', en: 'Signed residents per family doctor' },
  unit: persons,
  decimals: 0,
  better: 'lower',
  basis: {
    zh: '期末签约居民与团队成员之比；原则上每名医生不超过2000人',
    en: 'Signed residents per team member; in principle at most 2000',
  },
  source: norm,
})

/** All of them, in the order of tables. */
export const indicators = [
  coverage,
  signed,
  keyCoverage,
  keySigned,
  keyPopulation,
  ...keyGroupIds.map((group) => groupCoverage[group]),
  specialFamilySigned,
  paidCoverage,
  hypertensionPaidCoverage,
  diabetesPaidCoverage,
  renewalRate,
  paidRenewalRate,
  fulfilmentRate,
  fullFulfilmentRate,
  firstContactRate,
  newContracts,
  terminations,
  servicesGiven,
  teamCount,
  doctorCount,
  signedPerDoctor,
]
