import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** In an autonomous county the nationality decides some entitlements. */
export const missingEthnic: ResidentCheck = {
  id: 'missing-ethnic',
  title: { zh: '民族未填', en: 'Nationality missing' },
  explanation: { zh: '按民族统计和享受相应政策都需要', en: 'Needed for statistics and some entitlements' },
  remedy: { zh: '按户口簿补录', en: 'Enter it from the household register' },
  action: 'resident.correction.correct',
  points: 5,
  condition: () => sql`p.ethnic is null`,
}
