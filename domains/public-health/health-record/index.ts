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
import { fillBasicForm } from './basic-form-action.ts'
import { issueCard, revokeCard } from './card-actions.ts'
import { recordExamination } from './examination-action.ts'
import { indicators } from './indicators.ts'
import { closeRecord, openRecord, reopenRecord, updateRecord } from './record-actions.ts'
import { basicForm, examination, healthCard, healthRecord, recordUse } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'
import { recordAUse } from './use.ts'

const keeping = [openRecord, updateRecord, closeRecord, reopenRecord, fillBasicForm, attachAction(basicForm)]
const serving = [recordExamination, recordAUse, attachAction(examination)]
const cards = [issueCard, revokeCard]
const all = [healthRecord, basicForm, examination, recordUse, healthCard]

/** Resident health records: one standard record per resident, kept complete and used; the health card that leads to it. */
export const healthRecords = defineDomain({
  id: 'health-record',
  wing: 'public-health',
  title: { zh: '居民健康档案', en: 'Resident health records' },
  description: {
    zh: '档案的建立、更新、使用和终止，健康体检，居民健康卡',
    en: 'Opening, updating, using and closing of records, health examinations, the resident health card',
  },
  needs: [resident],
  records: all,
  actions: [...keeping, ...serving, ...cards],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: [...keeping, ...serving], sees: all }),
    grant(townshipCentre, { may: [...keeping, ...serving, ...cards], sees: all }),
    grant(countyInstitution, { may: serving, sees: all }),
    grant(bureauSection, { may: [closeRecord, reopenRecord], sees: [healthRecord, recordUse] }),
    grant(residentRole, { sees: all }),
  ],
})

export { findCard, qrOf, readCard, type CardFace, type CardReading } from './card.ts'
export { coverage, electronicCoverage, useRate } from './indicators.ts'
export { noteUse, withdrawUse, type RecordedService } from './use.ts'
export * as formInputs from './inputs.ts'
export { bodyMassIndex } from './examination-rules.ts'
export { beginExamination } from './examination-action.ts'
export { checkPressures, examinationColumns, examinationParts } from './examination-form.ts'
export { examCodes } from './codes.ts'
export * as basicCodes from './basic-form.ts'
export { basicForm, examination, healthRecord, recordUse } from './records.ts'
