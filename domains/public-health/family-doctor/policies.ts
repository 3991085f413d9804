import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { APPLICATION_ROLE } from '@kangheng/kernel/access/policies.ts'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { member, servicePackage, team } from './team-records.ts'

/**
 * Teams and packages are kept by the township and the county, and a village doctor signs with them: rows of a place are readable
 * from every place within it. Writing stays with the scope they belong to.
 */
const readableFromBelow = (record: AnyRecord) => {
  const table = getTableName(record.table as PgTable)
  return `
drop policy if exists kangheng_below on "${table}";
create policy kangheng_below on "${table}" for select to ${APPLICATION_ROLE}
  using ((select kangheng.sees('${record.id}')) and starts_with((select kangheng.scope_from()), division));`
}

/** Row-level security beside the general rule. */
export const familyDoctorPolicies = [team, member, servicePackage].map(readableFromBelow).join('')
