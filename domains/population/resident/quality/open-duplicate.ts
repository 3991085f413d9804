import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/** Two files of one person count twice and split the history. */
export const openDuplicate: ResidentCheck = {
  id: 'open-duplicate',
  title: { zh: '疑似重复档案待处理', en: 'Possible duplicate, undecided' },
  explanation: {
    zh: '同一人有两份档案会重复计数，服务记录也被拆散',
    en: 'Two files of one person count twice and split the history',
  },
  remedy: {
    zh: '在“重复档案”中核对后合并，或标为不是同一人',
    en: 'Compare them under duplicates; merge them, or keep them apart',
  },
  action: 'resident.duplicate.merge',
  points: 10,
  condition: () => sql`p.id in (select first from duplicate_candidate where county = p.county and state = 'open'
    union all select second from duplicate_candidate where county = p.county and state = 'open')`,
}
