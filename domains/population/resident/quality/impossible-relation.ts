import { sql } from 'drizzle-orm'
import type { ResidentCheck } from './check.ts'

/**
 * Impossible relations to the head: a child or grandchild too old, a parent or grandparent too young, a spouse of the same sex or under age,
 * or a relation that belongs to the other sex. GB/T 4761 codes.
 */
export const impossibleRelation: ResidentCheck = {
  id: 'impossible-relation',
  title: { zh: '与户主关系不合理', en: 'Impossible relation to the head' },
  explanation: {
    zh: '年龄或性别与所填关系矛盾，多为填错人或填错关系',
    en: 'Age or sex contradicts the relation: mostly the wrong person or relation was entered',
  },
  remedy: { zh: '核实后更正关系、性别或出生日期', en: 'Correct the relation, sex or birth date after checking' },
  action: 'resident.household.join',
  points: 10,
  condition: (today) => sql`(
    (p.relation in ('20', '28', '41', '51', '61') and p.sex = 'female') or (p.relation in ('30', '38', '42', '52', '62') and p.sex = 'male')
    or (p.relation = '10' and p.birth > (${today}::date - interval '18 years')::date)
    or exists (select 1 from person h where h.county = p.county and h.household = p.household and h.relation = '02' and h.id <> p.id and h.state = 'resident'
      and ((p.relation in ('20', '30') and p.birth < (h.birth + interval '12 years')::date)
        or (p.relation in ('41', '42') and p.birth < (h.birth + interval '24 years')::date)
        or (p.relation in ('51', '52') and p.birth > (h.birth - interval '12 years')::date)
        or (p.relation in ('61', '62') and p.birth > (h.birth - interval '24 years')::date)
        or (p.relation = '10' and p.sex = h.sex))))`,
}
