import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import {
  bureauSection,
  countyInstitution,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { diseaseTasks, followUpQuality } from '../chronic-follow-up/index.ts'
import { familyDoctor } from '../family-doctor/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { patientWork, screeningWork, visitWork } from './actions.ts'
import { hypertensionDisease, patient, screening, visit } from './disease.ts'
import { indicators } from './indicators.ts'
import { paragraphs } from './report.ts'

const all = [patient, visit, screening]
const serving = [...visitWork, ...screeningWork]

/** Hypertension: patients found, registered, followed up in the rhythm of the norm, and how well they are controlled. */
export const hypertension = defineDomain({
  id: 'hypertension',
  wing: 'public-health',
  title: { zh: '高血压管理', en: 'Hypertension' },
  description: {
    zh: '高血压筛查、患者建卡、分类随访和年度评估',
    en: 'Screening, registration, follow-up by class and yearly assessment',
  },
  needs: [resident, healthRecords, familyDoctor],
  records: all,
  actions: [...patientWork, ...serving],
  tasks: diseaseTasks(hypertensionDisease, screening),
  indicators: Object.values(indicators),
  paragraphs,
  quality: followUpQuality(hypertensionDisease, 'hypertension', { zh: '高血压', en: 'Hypertension' }),
  grants: [
    grant(villageDoctor, { may: [...patientWork, ...serving], sees: all }),
    grant(townshipCentre, { may: [...patientWork, ...serving], sees: all }),
    grant(countyInstitution, { may: serving, sees: all }),
    grant(bureauSection, { sees: all }),
    grant(residentRole, { sees: all }),
  ],
})

export { patient as hypertensionPatient, visit as hypertensionVisit } from './disease.ts'
export { symptoms as hypertensionSymptoms } from './pressure.ts'
