import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauSection, countyInstitution, townshipCentre } from '../../roles.ts'
import { birthDefects } from '../birth-defects/index.ts'
import { causeOfDeath } from '../cause-of-death/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { countyWork, openQuarter, placeWork } from './actions.ts'
import { networkReturn, survey } from './records.ts'
import { tasks } from './tasks.ts'

/** The quarterly returns of the three networks: maternal deaths, deaths under five, birth defects; counted from records, checked, submitted, reviewed. */
export const mchSurveillance = defineDomain({
  id: 'mch-surveillance',
  wing: 'public-health',
  title: { zh: '妇幼三网监测季报', en: 'Mother and child surveillance' },
  description: {
    zh: '孕产妇死亡、5岁以下儿童死亡、出生缺陷三个监测网的季报：由记录汇总、漏报调查、上报、县级审核',
    en: 'Quarterly returns of three networks: counted from records, surveyed for what was missed, submitted, reviewed',
  },
  needs: [resident, healthRecords, causeOfDeath, maternalHealth, birthDefects],
  records: [networkReturn, survey],
  actions: [...placeWork, ...countyWork],
  tasks,
  daily: [{ action: openQuarter, as: countyInstitution }],
  grants: [
    grant(townshipCentre, { may: placeWork, sees: [networkReturn, survey] }),
    grant(countyInstitution, { may: [...placeWork, ...countyWork], sees: [networkReturn, survey] }),
    grant(bureauSection, { sees: [networkReturn, survey] }),
  ],
})

export { readReturn, type PrintedReturn } from './read.ts'
