import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { countyInstitution, resident as residentRole, townshipCentre, villageDoctor } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { screening } from '../screening/index.ts'
import { cardWork, reviewWork } from './card-actions.ts'
import { indicators } from './indicators.ts'
import { folicAcidWork, prenatalWork, voidFolicAcid } from './prevention-actions.ts'
import { card, folicAcid, prenatalScreening } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

/** Birth defects: cards of the surveillance with review, and the three levels of prevention. */
export const birthDefects = defineDomain({
  id: 'birth-defects',
  wing: 'public-health',
  title: { zh: '出生缺陷防治', en: 'Birth defects' },
  description: {
    zh: '出生缺陷医院监测的报卡、确诊和审核；叶酸发放、产前筛查和诊断、新生儿筛查三级预防',
    en: 'Cards of the surveillance with review; folic acid, prenatal screening and diagnosis, newborn screening',
  },
  needs: [resident, healthRecords, maternalHealth, screening],
  records: [card, folicAcid, prenatalScreening],
  actions: [...cardWork, ...reviewWork, ...folicAcidWork, voidFolicAcid, ...prenatalWork],
  tasks,
  indicators,
  paragraphs,
  grants: [
    // As in maternal health: who serves the woman sees it, and she. The bureau sees figures.
    grant(villageDoctor, { may: folicAcidWork, sees: [folicAcid] }),
    grant(townshipCentre, {
      may: [...cardWork, ...folicAcidWork, voidFolicAcid, ...prenatalWork],
      sees: [card, folicAcid, prenatalScreening],
    }),
    grant(countyInstitution, {
      may: [...cardWork, ...reviewWork, ...folicAcidWork, voidFolicAcid, ...prenatalWork],
      sees: [card, folicAcid, prenatalScreening],
    }),
    grant(residentRole, { sees: [card, folicAcid, prenatalScreening] }),
  ],
})

export { defects } from './defects.ts'
export { card } from './records.ts'
