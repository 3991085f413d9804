import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { countyInstitution, diseaseControl, townshipCentre, villageDoctor } from '../../roles.ts'
import { communicableDisease } from '../communicable-disease/index.ts'
import { familyDoctor } from '../family-doctor/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { indicators } from './indicators.ts'
import { changeSupervisor, failVisit, firstVisit, notify, patientWork } from './patient-actions.ts'
import { patient, suspect, visit } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'
import { suspectWork, visitWork } from './visit-actions.ts'

const all = [patient, visit, suspect]

/** Tuberculosis at the base: notified patients visited within 72 hours, supervised, followed up to the outcome; suspects referred and looked after. */
export const tuberculosis = defineDomain({
  id: 'tuberculosis',
  wing: 'public-health',
  title: { zh: '肺结核患者管理', en: 'Tuberculosis' },
  description: {
    zh: '定点医院通知、72小时首次入户、督导服药、随访、结案转归，可疑者转诊追踪',
    en: 'Notice, first visit within 72 hours, supervised medication, follow-up, outcome; suspects referred and followed',
  },
  needs: [resident, healthRecords, familyDoctor, communicableDisease],
  records: all,
  actions: [...patientWork, ...visitWork, ...suspectWork],
  tasks,
  indicators: Object.values(indicators),
  paragraphs,
  grants: [
    grant(villageDoctor, { may: [failVisit, firstVisit, changeSupervisor, ...visitWork, ...suspectWork], sees: all }),
    grant(townshipCentre, { may: [...patientWork, ...visitWork, ...suspectWork], sees: all }),
    // The designated hospital gives the notice and tells whether a suspect came.
    grant(countyInstitution, { may: [notify, ...suspectWork], sees: [patient, suspect] }),
    grant(diseaseControl, { may: [notify, ...suspectWork], sees: all }),
  ],
})

export * as tuberculosisCodes from './codes.ts'
export { patient as tuberculosisPatient, visit as tuberculosisVisit } from './records.ts'
export type { PatientRow as TuberculosisPatientRow, VisitRow as TuberculosisVisitRow } from './tables.ts'
