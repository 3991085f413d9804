import { patientTable, screeningTable, visitTable } from '../chronic-follow-up/index.ts'

/** Chronic obstructive pulmonary disease: patients, follow-up visits and screenings. */
export const copdPatients = patientTable('copd_patient')
export const copdVisits = visitTable('copd_visit')
export const copdScreenings = screeningTable('copd_screening')
