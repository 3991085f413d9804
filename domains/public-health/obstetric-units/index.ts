import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, countyInstitution, townshipCentre } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { closeFinding, raise, unitWork } from './finding-actions.ts'
import { indicators } from './indicators.ts'
import { admission } from './permit-actions.ts'
import { certificate, drill, finding, permit, rescue } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const ofUnits = [permit, certificate, finding, drill]

/** Who may deliver children: permits of institutions, certificates of staff, findings where a delivery had neither, drills and rescues. */
export const obstetricUnits = defineDomain({
  id: 'obstetric-units',
  wing: 'public-health',
  title: { zh: '助产机构和人员准入', en: 'Obstetric units' },
  description: {
    zh: '母婴保健技术服务执业许可、人员合格证、换证，无许可助产的核查整改，产科急救演练和绿色通道',
    en: 'Permits, certificates and their renewal, deliveries without a permit, drills and the green channel',
  },
  needs: [resident, healthRecords, maternalHealth],
  records: [...ofUnits, rescue],
  actions: [...admission, raise, closeFinding, ...unitWork],
  tasks,
  indicators,
  paragraphs,
  daily: [{ action: raise, as: countyInstitution }],
  grants: [
    grant(townshipCentre, { may: unitWork, sees: [...ofUnits, rescue] }),
    grant(countyInstitution, { may: [...unitWork, raise], sees: [...ofUnits, rescue] }),
    // The bureau admits and closes; whom a rescue was for it does not see.
    grant(bureauSection, { may: [...admission, closeFinding], sees: ofUnits }),
    grant(bureauLeader, { sees: [permit, finding] }),
  ],
})
