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
import { diabetesDisease, patient, screening, visit } from './disease.ts'
import { indicators } from './indicators.ts'
import { paragraphs } from './report.ts'

const all = [patient, visit, screening]
const serving = [...visitWork, ...screeningWork]

/** Type 2 diabetes: patients found, registered, followed up in the rhythm of the norm, and how well they are controlled. */
export const diabetes = defineDomain({
  id: 'diabetes',
  wing: 'public-health',
  title: { zh: '2型糖尿病管理', en: 'Type 2 diabetes' },
  description: {
    zh: '2型糖尿病筛查、患者建卡、分类随访和年度评估',
    en: 'Screening, registration, follow-up by class and yearly assessment',
  },
  needs: [resident, healthRecords, familyDoctor],
  records: all,
  actions: [...patientWork, ...serving],
  tasks: diseaseTasks(diabetesDisease, screening),
  indicators: Object.values(indicators),
  paragraphs,
  quality: followUpQuality(diabetesDisease, 'diabetes', { zh: '糖尿病', en: 'Diabetes' }),
  grants: [
    grant(villageDoctor, { may: [...patientWork, ...serving], sees: all }),
    grant(townshipCentre, { may: [...patientWork, ...serving], sees: all }),
    grant(countyInstitution, { may: serving, sees: all }),
    grant(bureauSection, { sees: all }),
    grant(residentRole, { sees: all }),
  ],
})

export { patient as diabetesPatient, visit as diabetesVisit } from './disease.ts'
export { symptoms as diabetesSymptoms } from './glucose.ts'
