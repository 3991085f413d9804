import { getTableName } from 'drizzle-orm'
import { readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { form } from './records.ts'
import { forms } from './tables.ts'

/** Who fills in a form may read it, though it stands at the county. */
export const statisticalReturnsPolicies = readingPolicy(
  getTableName(forms),
  form.id,
  `division = (select kangheng.county()) collate "C" and state <> 'draft'`,
)
