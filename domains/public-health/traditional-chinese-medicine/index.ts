import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
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
import { askConstitution, describeCapability, serveChild, voidChildService, voidSurvey } from './actions.ts'
import { indicators } from './indicators.ts'
import { capability, childService, constitutionSurvey } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const photos = [attachAction(constitutionSurvey), attachAction(childService)]
const serving = [askConstitution, serveChild, voidSurvey, voidChildService, ...photos]
const services = [constitutionSurvey, childService]

/** Traditional Chinese medicine in basic services: constitution of older people, children of 6 to 36 months, what institutions offer. */
export const traditionalChineseMedicine = defineDomain({
  id: 'traditional-chinese-medicine',
  wing: 'public-health',
  title: { zh: '中医药健康管理', en: 'Traditional Chinese medicine' },
  description: {
    zh: '老年人体质辨识和保健指导，0—36个月儿童中医调养，中医馆（阁）和适宜技术',
    en: 'Constitution and guidance of older people, children of 0–36 months, zones and techniques of institutions',
  },
  needs: [resident, healthRecords, olderPeople],
  records: [...services, capability],
  actions: [...serving, describeCapability],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: serving, sees: [...services, capability] }),
    grant(townshipCentre, { may: [...serving, describeCapability], sees: [...services, capability] }),
    grant(countyInstitution, { may: [...serving, describeCapability], sees: [...services, capability] }),
    grant(bureauSection, { may: [describeCapability], sees: [...services, capability] }),
    grant(residentRole, { sees: services }),
  ],
})

export { biased, constitutions, guidanceKinds, questions, type Constitution } from './constitution.ts'
export { childService, constitutionSurvey } from './records.ts'
export type { ChildServiceRow, ConstitutionRow } from './tables.ts'
