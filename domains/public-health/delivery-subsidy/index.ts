import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { countyInstitution, resident as residentRole, townshipCentre } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { countyWork, townshipWork } from './actions.ts'
import { indicators } from './indicators.ts'
import { subsidy } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

/** The subsidy of rural women who deliver in an institution: applied for, checked by somebody else, paid once. */
export const deliverySubsidy = defineDomain({
  id: 'delivery-subsidy',
  wing: 'public-health',
  title: { zh: '住院分娩补助', en: 'Delivery subsidy' },
  description: {
    zh: '农村孕产妇住院分娩补助的申请、审核、发放，每次分娩一次，按地汇总到分',
    en: 'The subsidy of rural women who deliver in an institution: applied for, checked, paid once for each delivery',
  },
  needs: [resident, healthRecords, maternalHealth],
  records: [subsidy],
  actions: [...townshipWork, ...countyWork],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(townshipCentre, { may: townshipWork, sees: [subsidy] }),
    grant(countyInstitution, { may: [...townshipWork, ...countyWork], sees: [subsidy] }),
    grant(residentRole, { sees: [subsidy] }),
  ],
})
