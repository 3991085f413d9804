import { patientTable, screeningTable, visitTable } from '../chronic-follow-up/index.ts'

/** Hypertension: patients, follow-up visits and screening measurements. */
export const hypertensionPatients = patientTable('hypertension_patient')
export const hypertensionVisits = visitTable('hypertension_visit')
export const hypertensionScreenings = screeningTable('hypertension_screening')
