import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import {
  bureauSection,
  countyInstitution,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { olderPeople } from '../older-people/index.ts'
import { homeWork } from './home-actions.ts'
import { indicators } from './indicators.ts'
import { home, plan, round, stay } from './records.ts'
import { paragraphs } from './report.ts'
import { careWork, stayWork } from './stay-actions.ts'
import { tasks } from './tasks.ts'

const ofPeople = [stay, plan, round]

/** Medical care in homes for older people: agreements, who lives there, plans, rounds, referrals. */
export const careHomes = defineDomain({
  id: 'care-homes',
  wing: 'public-health',
  title: { zh: '医养结合', en: 'Health-and-care homes' },
  description: {
    zh: '养老机构与医疗卫生机构的合作、入住老人的医疗照护计划、巡诊和转诊',
    en: 'Homes for older people and the medical care that comes to them: agreements, plans, rounds, referrals',
  },
  needs: [resident, healthRecords, olderPeople],
  records: [home, ...ofPeople],
  actions: [...homeWork, ...stayWork, ...careWork],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: careWork, sees: [home, ...ofPeople] }),
    grant(townshipCentre, { may: [...homeWork, ...stayWork, ...careWork], sees: [home, ...ofPeople] }),
    grant(countyInstitution, { may: careWork, sees: [home, ...ofPeople] }),
    // The bureau lists homes and watches agreements; who lives there it need not know.
    grant(bureauSection, { may: homeWork, sees: [home] }),
    grant(residentRole, { sees: ofPeople }),
  ],
})
