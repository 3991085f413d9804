import { placePolicy } from '@kangheng/kernel/access/policies.ts'

/** Row-level security of tables that stand outside the kernel and the lines of business. */
export const extraPolicies: readonly string[] = [
  placePolicy('report', 'report', 'select, insert, update'),
  placePolicy('report_section', 'report', 'select, insert, update'),
  placePolicy('saved_view', 'figures', 'select, insert, update, delete'),
]
