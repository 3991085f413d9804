import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** Follow-up and appointments need a number of somebody grown up. */
export const missingPhone: ResidentCheck = {
  id: 'missing-phone',
  title: { zh: '成年居民无联系电话', en: 'Adult without a phone' },
  explanation: {
    zh: '随访、预约和通知都要能联系到本人',
    en: 'Follow-up, appointments and notices must reach the person',
  },
  remedy: {
    zh: '入户或就诊时补录本人或同住家人的电话',
    en: 'Enter the own or a family member’s number at the next visit',
  },
  action: 'resident.correction.correct',
  points: 15,
  condition: (today) => sql`p.phone_cipher is null and p.birth <= (${today}::date - interval '18 years')::date`,
}
