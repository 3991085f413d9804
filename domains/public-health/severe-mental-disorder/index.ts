import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { mentalHealthOfficer, villageDoctor } from '../../roles.ts'
import { familyDoctor } from '../family-doctor/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { povertyRelief } from '../poverty-relief/index.ts'
import { admit, discharge, eventWork, reportEmergency } from './event-actions.ts'
import { indicators } from './indicators.ts'
import { patientWork } from './patient-actions.ts'
import { emergency, patient, stay, subsidy, visit } from './records.ts'
import { paragraphs } from './report.ts'
import { subsidyWork } from './subsidy-actions.ts'
import { tasks } from './tasks.ts'
import { visitWork } from './visit-actions.ts'

const care = [patient, visit, emergency, stay]

/** Severe mental disorder: who is registered, consents, is visited by risk and class; emergencies, hospital, guardians. Seen by named roles only. */
export const severeMentalDisorder = defineDomain({
  id: 'severe-mental-disorder',
  wing: 'public-health',
  title: { zh: '严重精神障碍管理', en: 'Severe mental disorder' },
  description: {
    zh: '患者登记、知情同意、危险性评估、分类随访、应急处置、住院和监护人补助；仅精防岗位可见',
    en: 'Registration, consent, risk, follow-up by class, emergencies, hospital, guardian’s subsidy; named roles only',
  },
  needs: [resident, healthRecords, familyDoctor, povertyRelief],
  records: [...care, subsidy],
  actions: [...patientWork, ...visitWork, ...eventWork, ...subsidyWork],
  tasks,
  indicators: Object.values(indicators),
  paragraphs,
  grants: [
    grant(mentalHealthOfficer, {
      may: [...patientWork, ...visitWork, ...eventWork, ...subsidyWork],
      sees: [...care, subsidy],
    }),
    // Of the own village, and of those who agreed to management only (see policies.ts).
    grant(villageDoctor, { may: [...visitWork, reportEmergency, admit, discharge], sees: care }),
  ],
})

export { severeMentalDisorderPolicies } from './policies.ts'
export * as mentalCodes from './codes.ts'
export { visit as mentalVisit } from './records.ts'
export type { VisitRow as MentalVisitRow } from './tables.ts'
