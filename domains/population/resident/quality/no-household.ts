import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** Everybody belongs to a household, if only to one of their own. */
export const noHousehold: ResidentCheck = {
  id: 'no-household',
  title: { zh: '未归入任何户', en: 'In no household' },
  explanation: {
    zh: '不在任何户内的人，在入户服务中容易漏掉',
    en: 'Who is in no household is easily missed by household services',
  },
  remedy: { zh: '办理入户或立户', en: 'Let the person join or open a household' },
  action: 'resident.household.join',
  points: 10,
  condition: () => sql`p.household is null`,
}
