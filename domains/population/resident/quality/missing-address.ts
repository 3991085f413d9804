import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** A home visit needs to know where. */
export const missingAddress: ResidentCheck = {
  id: 'missing-address',
  title: { zh: '住址和村民小组都未填', en: 'Neither address nor village group' },
  explanation: { zh: '入户随访找不到人', en: 'Home visits do not find the person' },
  remedy: { zh: '补录村民小组或详细住址', en: 'Enter the village group or the address' },
  action: 'resident.correction.correct',
  points: 5,
  condition: () => sql`p.address_cipher is null and p.village_group is null`,
}
