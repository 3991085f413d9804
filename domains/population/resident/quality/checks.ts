import type { ResidentCheck } from './check.ts'
import { householdWithoutHead } from './household-without-head.ts'
import { implausibleAge } from './implausible-age.ts'
import { impossibleRelation } from './impossible-relation.ts'
import { missingAddress } from './missing-address.ts'
import { missingEthnic } from './missing-ethnic.ts'
import { missingPhone } from './missing-phone.ts'
import { noHousehold } from './no-household.ts'
import { noNumber } from './no-number.ts'
import { openDuplicate } from './open-duplicate.ts'

/** Everything that is checked, the weightiest first. */
export const qualityChecks: readonly ResidentCheck[] = [
  noNumber,
  missingPhone,
  householdWithoutHead,
  noHousehold,
  impossibleRelation,
  openDuplicate,
  implausibleAge,
  missingEthnic,
  missingAddress,
]
