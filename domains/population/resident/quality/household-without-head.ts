import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** Counted once for each household: at its oldest member. */
export const householdWithoutHead: ResidentCheck = {
  id: 'household-without-head',
  title: { zh: '户内没有户主', en: 'Household without a head' },
  explanation: {
    zh: '户主死亡、迁出后未变更，与户主关系都失去依据；按户签约也无法进行',
    en: 'The head died or left: all relations to the head lose their meaning, and households cannot sign together',
  },
  remedy: { zh: '办理变更户主', en: 'Change the head' },
  action: 'resident.household.change-head',
  points: 15,
  condition: () => sql`p.household is not null
    and not exists (select 1 from person h where h.county = p.county and h.household = p.household and h.relation = '02' and h.state = 'resident')
    and p.id = (select m.id from person m where m.county = p.county and m.household = p.household and m.state = 'resident' order by m.birth, m.id limit 1)`,
}
