import { patientTable, screeningTable, visitTable } from '../chronic-follow-up/index.ts'

/** Type 2 diabetes: patients, follow-up visits and screening measurements. */
export const diabetesPatients = patientTable('diabetes_patient')
export const diabetesVisits = visitTable('diabetes_visit')
export const diabetesScreenings = screeningTable('diabetes_screening')
