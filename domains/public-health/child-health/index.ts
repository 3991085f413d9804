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
import { familyDoctor } from '../family-doctor/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { recordCheckUp, voidCheckUp } from './check-up-actions.ts'
import { end, register, update } from './child-actions.ts'
import { followUp } from './concern-actions.ts'
import { indicators } from './indicators.ts'
import { visitNewborn, voidNewbornVisit } from './newborn-actions.ts'
import { checkUp, child, concern, newbornVisit } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const caring = [register, update, end]
const photos = [attachAction(newbornVisit), attachAction(checkUp)]
const serving = [...photos, visitNewborn, voidNewbornVisit, recordCheckUp, voidCheckUp, followUp]
const all = [child, newbornVisit, checkUp, concern]

/** Children under seven: registered at birth, visited as newborns, examined by age, and followed up when something was found. */
export const childHealth = defineDomain({
  id: 'child-health',
  wing: 'public-health',
  title: { zh: '儿童健康管理', en: 'Child health' },
  description: {
    zh: '0—6岁儿童建册、新生儿访视、按年龄健康检查、生长发育评价、异常儿童转诊和随访',
    en: 'Children under seven: registration, home visits of newborns, check-ups by age, growth and development, follow-up of findings',
  },
  needs: [resident, healthRecords, familyDoctor],
  records: all,
  actions: [...caring, ...serving],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: [...caring, ...serving], sees: all }),
    grant(townshipCentre, { may: [...caring, ...serving], sees: all }),
    grant(countyInstitution, { may: [...caring, ...serving], sees: all }),
    grant(bureauSection, { sees: all }),
    grant(residentRole, { sees: all }),
  ],
})

export { takeIntoCare, type ChildFacts } from './child-actions.ts'
export { checkUp, child as childInCare, newbornVisit } from './records.ts'
export { anaemiaTests, type CheckUpId } from './schedule.ts'
export type { CheckUpRow, ChildRow, NewbornVisitRow } from './tables.ts'
export { warningSignsOf } from './warning-signs.ts'
