import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { usualPopulation } from '../../population/resident/index.ts'
import { familyDoctor as section } from '../../sections.ts'
import * as i from './indicators.ts'

/** The year: who signs, how many have signed, how the key population stands. */
export const contractsOfYear = defineParagraph({
  id: 'family-doctor.contracts-year',
  section,
  documents: ['summary'],
  figures: {
    doctors: i.doctorCount,
    teams: i.teamCount,
    residents: usualPopulation,
    signed: i.signed,
    coverage: i.coverage,
    keySigned: i.keySigned,
    keyCoverage: i.keyCoverage,
    special: i.specialFamilySigned,
    specialCoverage: i.groupCoverage['special-family'],
  },
  say: (f) =>
    zh`全县家庭医生${f.doctors}，组成签约服务团队${f.teams}，以村（社区）为单位分片负责。年末常住居民${f.residents}，已签约${f.signed}，${f.signed.sameTimeLastYear}；签约覆盖率${f.coverage}，${f.coverage.sameTimeLastYear}，${f.coverage.againstTarget}。重点人群签约${f.keySigned}，${f.keySigned.sameTimeLastYear}，签约率${f.keyCoverage}，${f.keyCoverage.sameTimeLastYear}，${f.keyCoverage.againstTarget}；计划生育特殊家庭签约${f.special}，签约率${f.specialCoverage}。`,
})

export const servicesOfYear = defineParagraph({
  id: 'family-doctor.services-year',
  section,
  documents: ['summary'],
  figures: {
    services: i.servicesGiven,
    fulfilment: i.fulfilmentRate,
    full: i.fullFulfilmentRate,
    renewal: i.renewalRate,
    paid: i.paidCoverage,
  },
  say: (f) =>
    zh`签约后的服务按约定项目逐次记录、凭服务记录核算。全年提供履约服务${f.services}，${f.services.sameTimeLastYear}；满服务年度的签约履约率${f.fulfilment}，${f.fulfilment.sameTimeLastYear}，${f.fulfilment.againstTarget}，其中全部项目履约的占${f.full}。到期协议续约率${f.renewal}，${f.renewal.sameTimeLastYear}，${f.renewal.againstTarget}；有偿签约率${f.paid}。`,
})

export const groupsOfYear = defineParagraph({
  id: 'family-doctor.groups-year',
  section,
  documents: ['summary'],
  figures: {
    older: i.groupCoverage.older,
    child: i.groupCoverage.child,
    maternal: i.groupCoverage.maternal,
    hypertension: i.groupCoverage.hypertension,
    diabetes: i.groupCoverage.diabetes,
    mental: i.groupCoverage['mental-disorder'],
    tuberculosis: i.groupCoverage.tuberculosis,
    disabled: i.groupCoverage.disabled,
  },
  say: (f) =>
    zh`分人群看，老年人签约率${f.older}，儿童${f.child}，孕产妇${f.maternal}，高血压患者${f.hypertension}，糖尿病患者${f.diabetes}，严重精神障碍患者${f.mental}，肺结核患者${f.tuberculosis}，残疾人${f.disabled}。`,
})

export const ranksOfYear = defineParagraph({
  id: 'family-doctor.ranks-year',
  section,
  documents: ['summary', 'bulletin'],
  figures: { coverage: i.coverage, fulfilment: i.fulfilmentRate },
  say: (f) =>
    zh`签约覆盖率${f.coverage.leaders}，${f.coverage.laggards}；履约率${f.fulfilment.leaders}，${f.fulfilment.laggards}。`,
})

/** The month: what was signed and done, and where the year's target stands. */
export const contractsOfMonth = defineParagraph({
  id: 'family-doctor.contracts-month',
  section,
  documents: ['bulletin'],
  figures: {
    made: i.newContracts,
    ended: i.terminations,
    signed: i.signed,
    coverage: i.coverage,
    keyCoverage: i.keyCoverage,
    services: i.servicesGiven,
    renewal: i.renewalRate,
    fulfilment: i.fulfilmentRate,
  },
  say: (f) =>
    zh`本期签订协议${f.made}，${f.made.sameTimeLastYear}，解约${f.ended}；期末有效签约${f.signed}，${f.signed.previousPeriod}，签约覆盖率${f.coverage}，${f.coverage.previousPeriod}，${f.coverage.againstTarget}；重点人群签约率${f.keyCoverage}，${f.keyCoverage.previousPeriod}，${f.keyCoverage.againstTarget}。提供履约服务${f.services}，${f.services.sameTimeLastYear}；到期协议续约率${f.renewal}，${f.renewal.sameTimeLastYear}，满服务年度签约履约率${f.fulfilment}，${f.fulfilment.sameTimeLastYear}。`,
})

export const paragraphs = [contractsOfYear, servicesOfYear, groupsOfYear, contractsOfMonth, ranksOfYear]
