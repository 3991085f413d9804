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
import { assess, voidAssessment } from './actions.ts'
import { indicators } from './indicators.ts'
import { assessment } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const work = [assess, voidAssessment, attachAction(assessment)]

/** Older people: from 65 once a year examined, assessed and advised. */
export const olderPeople = defineDomain({
  id: 'older-people',
  wing: 'public-health',
  title: { zh: '老年人健康管理', en: 'Older people' },
  description: {
    zh: '65岁及以上居民每年一次健康体检、生活自理能力和情感认知评估、健康指导',
    en: 'Once a year for residents from 65: examination, self-care, mood and cognition, guidance',
  },
  needs: [resident, healthRecords],
  records: [assessment],
  actions: work,
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: work, sees: [assessment] }),
    grant(townshipCentre, { may: work, sees: [assessment] }),
    grant(countyInstitution, { may: work, sees: [assessment] }),
    grant(bureauSection, { sees: [assessment] }),
    grant(residentRole, { sees: [assessment] }),
  ],
})

export { OLDER_FROM } from './actions.ts'
export { assessment } from './records.ts'
export { selfCareGrades, selfCareItems, type SelfCareItemId } from './scales.ts'
export type { AssessmentRow } from './tables.ts'
export { managedPeople } from './indicators.ts'
export { unservedThisYear } from './tasks.ts'
