import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { povertyRelief as section } from '../../sections.ts'
import * as i from './indicators.ts'

/** The register, explained line by line: listed − not due = due, and how many of these have signed. */
export const registerOfYear = defineParagraph({
  id: 'poverty-relief.register-year',
  section,
  documents: ['summary'],
  figures: {
    registered: i.registered.all,
    monitored: i.registered.monitored,
    out: i.registered['out-of-poverty'],
    notDue: i.notDue.all,
    died: i.notDueBy.died.all,
    diedMonitored: i.notDueBy.died.monitored,
    diedOut: i.notDueBy.died['out-of-poverty'],
    duplicate: i.notDueBy.duplicate.all,
    other: i.notDueBy.other.all,
    otherMonitored: i.notDueBy.other.monitored,
    otherOut: i.notDueBy.other['out-of-poverty'],
    due: i.due.all,
    dueMonitored: i.due.monitored,
    dueOut: i.due['out-of-poverty'],
    signed: i.dueSigned.all,
    signedMonitored: i.dueSigned.monitored,
    signedOut: i.dueSigned['out-of-poverty'],
    coverage: i.contractCoverage.all,
    coverageMonitored: i.contractCoverage.monitored,
    coverageOut: i.contractCoverage['out-of-poverty'],
  },
  say: (f) =>
    zh`脱贫人口和监测对象（原建档立卡）名册共${f.registered}，其中监测对象（原未脱贫）${f.monitored}，脱贫人口（原已脱贫）${f.out}。经逐条核实，不应签约${f.notDue}：死亡${f.died}（监测对象${f.diedMonitored}、脱贫人口${f.diedOut}），名单重复${f.duplicate}，其他原因${f.other}（监测对象${f.otherMonitored}、脱贫人口${f.otherOut}）。应签约${f.due}，其中监测对象${f.dueMonitored}、脱贫人口${f.dueOut}；实际签约${f.signed}，签约率${f.coverage}，${f.coverage.sameTimeLastYear}，其中监测对象签约${f.signedMonitored}，签约率${f.coverageMonitored}，脱贫人口签约${f.signedOut}，签约率${f.coverageOut}。`,
})

export const supportOfYear = defineParagraph({
  id: 'poverty-relief.support-year',
  section,
  documents: ['summary'],
  figures: {
    households: i.householdCount,
    illness: i.illnessHouseholds,
    linked: i.linkedRate,
    visits: i.visits,
    aid: i.aidGiven,
    enrolled: i.enrolled,
    treated: i.treated,
    treatment: i.treatmentRate,
    covered: i.coverOfCosts,
  },
  say: (f) =>
    zh`在册${f.households}，其中因病致贫${f.illness}；结对帮扶率${f.linked}，全年走访${f.visits}，${f.visits.sameTimeLastYear}，送去慰问金（物）折合${f.aid}。大病专项救治累计建档${f.enrolled}，已救治${f.treated}，救治率${f.treatment}，${f.treatment.sameTimeLastYear}；本年救治费用的报销和救助比例为${f.covered}。`,
})

export const reliefOfMonth = defineParagraph({
  id: 'poverty-relief.month',
  section,
  documents: ['bulletin'],
  figures: {
    due: i.due.all,
    signed: i.dueSigned.all,
    coverage: i.contractCoverage.all,
    visits: i.visits,
    treatment: i.treatmentRate,
  },
  say: (f) =>
    zh`脱贫人口和监测对象应签约${f.due}，已签约${f.signed}，签约率${f.coverage}，${f.coverage.previousPeriod}；本期走访${f.visits}，${f.visits.sameTimeLastYear}；大病专项救治率${f.treatment}，${f.treatment.previousPeriod}。`,
})

export const paragraphs = [registerOfYear, supportOfYear, reliefOfMonth]
