import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { bureauSection, countyInstitution, townshipCentre, villageDoctor } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import {
  answerFinding,
  closeSite,
  listSite,
  noteFinding,
  photos,
  recordPatrol,
  reportFinding,
  voidPatrol,
} from './actions.ts'
import { indicators } from './indicators.ts'
import { finding, patrol, site } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const patrolling = [recordPatrol, noteFinding, reportFinding, ...photos]
const keeping = [listSite, closeSite, voidPatrol]
const all = [site, patrol, finding]

/** Health supervision assistance: sites, patrols twice a year, what is found, reported upward and answered. */
export const supervisionAssistance = defineDomain({
  id: 'supervision-assistance',
  wing: 'public-health',
  title: { zh: '卫生监督协管', en: 'Supervision assistance' },
  description: {
    zh: '饮用水、学校、非法行医采供血、食源性疾病、计划生育的巡查，事件和线索的报告与反馈',
    en: 'Patrols of drinking water, schools, illegal practice, food-borne disease and family planning; findings reported and answered',
  },
  needs: [healthRecords],
  records: all,
  actions: [...keeping, ...patrolling, answerFinding],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: patrolling, sees: all }),
    grant(townshipCentre, { may: [...keeping, ...patrolling], sees: all }),
    grant(countyInstitution, { may: [answerFinding], sees: all }),
    grant(bureauSection, { may: [answerFinding], sees: all }),
  ],
})
