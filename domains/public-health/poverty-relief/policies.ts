import { getTableName } from 'drizzle-orm'
import { APPLICATION_ROLE, COUNTY_ROLE } from '@kangheng/kernel/access/policies.ts'
import { AIDS } from './diseases.ts'
import { reliefIllnesses, reliefTreatments } from './tables.ts'

/** Whoever sees the attached cards of HIV and sexually transmitted diseases. */
const KNOWING = 'communicable-disease.sexual-health-card'

/**
 * AIDS is one of the thirty diseases: who has it is seen by who sees the cards of it, by whoever wrote the row, and by the person. Source: 艾滋病防治条例 art. 39.
 */
export const povertyReliefPolicies = [reliefIllnesses, reliefTreatments]
  .map((each) => getTableName(each))
  .map(
    (table) => `
drop policy if exists kangheng_aids on "${table}";
create policy kangheng_aids on "${table}" as restrictive for all to ${APPLICATION_ROLE}, ${COUNTY_ROLE}
  using (disease <> '${AIDS}' or (select kangheng.sees('${KNOWING}')) or recorded_by = (select kangheng.account()) or not (select kangheng.sees_many()));`,
  )
  .join('')
