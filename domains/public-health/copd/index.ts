import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import {
  bureauSection,
  countyInstitution,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { diseaseTasks } from '../chronic-follow-up/index.ts'
import { familyDoctor } from '../family-doctor/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { patientWork, screeningWork, visitWork } from './actions.ts'
import { copdDisease, patient, screening, visit } from './disease.ts'
import { indicators } from './indicators.ts'
import { paragraphs } from './report.ts'

const all = [patient, visit, screening]
const serving = [...visitWork, ...screeningWork]

/** Chronic obstructive pulmonary disease: patients found by questionnaire and lung test, registered, followed up, and how stable they are. */
export const copd = defineDomain({
  id: 'copd',
  wing: 'public-health',
  title: { zh: '慢阻肺管理', en: 'Chronic obstructive pulmonary disease' },
  description: {
    zh: '慢阻肺问卷筛查和肺功能检查、患者建卡、分类随访和年度评估',
    en: 'Screening with lung test, registration, follow-up by class and yearly assessment',
  },
  needs: [resident, healthRecords, familyDoctor],
  records: all,
  actions: [...patientWork, ...serving],
  tasks: diseaseTasks(copdDisease, screening),
  indicators: Object.values(indicators),
  paragraphs,
  grants: [
    grant(villageDoctor, { may: [...patientWork, ...serving], sees: all }),
    grant(townshipCentre, { may: [...patientWork, ...serving], sees: all }),
    grant(countyInstitution, { may: serving, sees: all }),
    grant(bureauSection, { sees: all }),
    grant(residentRole, { sees: all }),
  ],
})

export { visit as copdVisit } from './disease.ts'
export * as lungCodes from './lungs.ts'
