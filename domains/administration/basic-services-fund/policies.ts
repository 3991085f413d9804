import { getTableName } from 'drizzle-orm'
import { readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { budget } from './records.ts'
import { budgets } from './tables.ts'

/** Units read by which rules the year's money was divided. */
export const basicServicesFundPolicies = readingPolicy(
  getTableName(budgets),
  budget.id,
  `division = (select kangheng.county()) collate "C" and state <> 'planned'`,
)
