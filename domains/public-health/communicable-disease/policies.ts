import { getTableName } from 'drizzle-orm'
import { APPLICATION_ROLE, COUNTY_ROLE } from '@kangheng/kernel/access/policies.ts'
import { sexualHealthCard } from './records.ts'
import { caseInvestigations } from './investigation/tables.ts'
import { notifiableCases } from './tables.ts'

/**
 * Who has HIV or a sexually transmitted disease is seen by those who may see the attached cards of these diseases, and by whoever wrote the row; every other
 * reader of report cards and investigations finds no such row, by list, search, trace or count. Source: 艾滋病防治条例 art. 39; 传染病防治法 (2025) art. 15.
 */
export const communicableDiseasePolicies = [notifiableCases, caseInvestigations]
  .map((each) => getTableName(each))
  .map(
    (table) => `
drop policy if exists kangheng_confidential on "${table}";
create policy kangheng_confidential on "${table}" as restrictive for all to ${APPLICATION_ROLE}, ${COUNTY_ROLE}
  using (not confidential or (select kangheng.sees('${sexualHealthCard.id}')) or recorded_by = (select kangheng.account()));`,
  )
  .join('')
