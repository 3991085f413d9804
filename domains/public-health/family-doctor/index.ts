import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import {
  bureauLeader,
  bureauSection,
  countyInstitution,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { resident } from '../../population/resident/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { renew, sign, signHousehold, terminate } from './contract-actions.ts'
import { deliver, serve, withdraw } from './delivery-actions.ts'
import { indicators } from './indicators.ts'
import { enterGroup, leaveGroup } from './key-population-actions.ts'
import { contract, delivery, keyMembership, service } from './records.ts'
import { quality } from './quality.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'
import { changeTeam, dissolveTeam, formTeam, joinTeam, leaveTeam, offerPackage, retirePackage } from './team-actions.ts'
import { member, servicePackage, team } from './team-records.ts'

const contractWork = [sign, signHousehold, renew, terminate]
const serviceWork = [serve, deliver, withdraw]
const groupWork = [enterGroup, leaveGroup]
const teamWork = [formTeam, changeTeam, dissolveTeam, joinTeam, leaveTeam]
const packageWork = [offerPackage, retirePackage]
const all = [contract, service, delivery, keyMembership, team, member, servicePackage]

/** Family doctor contracts: teams sign residents, give the agreed services, and account for both. */
export const familyDoctor = defineDomain({
  id: 'family-doctor',
  wing: 'public-health',
  title: { zh: '家庭医生签约', en: 'Family doctor contracts' },
  description: {
    zh: '签约团队、服务包、签约协议、履约服务和重点人群',
    en: 'Teams, packages, contracts, services under contract and the key population',
  },
  needs: [resident, healthRecords],
  records: all,
  actions: [...contractWork, ...serviceWork, ...groupWork, ...teamWork, ...packageWork],
  tasks,
  indicators,
  paragraphs,
  quality,
  grants: [
    grant(villageDoctor, { may: [...contractWork, ...serviceWork, ...groupWork], sees: all }),
    grant(townshipCentre, { may: [...contractWork, ...serviceWork, ...groupWork, ...teamWork], sees: all }),
    grant(countyInstitution, { may: serviceWork, sees: all }),
    grant(bureauSection, { may: [...teamWork, ...packageWork], sees: all }),
    grant(bureauLeader, { sees: [team, member, servicePackage] }),
    grant(residentRole, { sees: all }),
  ],
})

export { creditService, uncreditService } from './delivery-actions.ts'
export { coverage, keyCoverage } from './indicators.ts'
export { endFromRegister, enterFromRegister } from './key-population-actions.ts'
export { delivery, keyMembership, service } from './records.ts'
export { familyDoctorPolicies } from './policies.ts'
export { signedRows } from './relations.ts'
export { contracts, teams } from './tables.ts'
export { renewalWindow } from './contract.ts'
export type { KeyGroupId } from './key-groups.ts'
export { itemsPerYear, serviceItems, type PackageItem, type ServiceItemId, type ServiceKind } from './service-items.ts'
export type { MemberKind } from './team-records.ts'
export { useOfService } from './evidence.ts'
