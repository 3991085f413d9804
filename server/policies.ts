import { familyDoctorPolicies } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { placePolicy } from '@kangheng/kernel/access/policies.ts'

/** Row-level security of tables outside the kernel and the lines of business, and what a line of business adds to the general rule. */
export const extraPolicies: readonly string[] = [
  placePolicy('report', 'report', 'select, insert, update'),
  placePolicy('report_section', 'report', 'select, insert, update'),
  placePolicy('saved_view', 'figures', 'select, insert, update, delete'),
  familyDoctorPolicies,
]
