import { getTableName } from 'drizzle-orm'
import { APPLICATION_ROLE, COUNTY_ROLE } from '@kangheng/kernel/access/policies.ts'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { keyMembership } from '../family-doctor/index.ts'
import { MENTAL_ILLNESS, reliefIllness, reliefTreatment } from '../poverty-relief/index.ts'
import { patient, subsidy } from './records.ts'

const restrict = ({ table }: Pick<AnyRecord, 'table'>, unless: string, seen: Pick<AnyRecord, 'id'>) => {
  const name = getTableName(table)
  return `
drop policy if exists kangheng_mental on "${name}";
create policy kangheng_mental on "${name}" as restrictive for all to ${APPLICATION_ROLE}, ${COUNTY_ROLE}
  using (${unless} or (select kangheng.sees('${seen.id}')));`
}

/**
 * Who has a severe mental disorder must not be read from other lines of business either: the key group, and this illness on the register of poverty relief, are
 * seen by whoever sees the patients. Who refused management in the community is known to the mental-health officers alone. Source: 精神卫生法 art. 4 and 23.
 */
export const severeMentalDisorderPolicies = [
  restrict(keyMembership, `"group" <> 'mental-disorder'`, patient),
  restrict(reliefIllness, `disease <> '${MENTAL_ILLNESS}'`, patient),
  restrict(reliefTreatment, `disease <> '${MENTAL_ILLNESS}'`, patient),
  restrict(patient, `state <> 'registered'`, subsidy),
].join('')
