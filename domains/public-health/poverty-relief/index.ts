import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import {
  bureauSection,
  countyInstitution,
  mentalHealthOfficer,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../family-doctor/index.ts'
import { indicators } from './indicators.ts'
import { reliefEntry, reliefHousehold, reliefIllness, reliefLink, reliefTreatment, reliefVisit } from './records.ts'
import { changeStanding, explain, registerHousehold, registerPerson, removeEntry, reopen } from './register-actions.ts'
import { closeTreatment, endIllness, enrol, linkOfficial, treat, verifyIllness, visit } from './relief-actions.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const registerWork = [registerHousehold, registerPerson, explain, reopen, changeStanding, removeEntry, linkOfficial]
const illnessWork = [verifyIllness, endIllness]
const treatmentWork = [enrol, treat, closeTreatment]
const all = [reliefHousehold, reliefEntry, reliefIllness, reliefTreatment, reliefLink, reliefVisit]

/** Health care of people who were registered as poor: the register, their contracts, illnesses, special treatment and support. */
export const povertyRelief = defineDomain({
  id: 'poverty-relief',
  wing: 'public-health',
  title: { zh: '健康帮扶', en: 'Health poverty relief' },
  description: {
    zh: '脱贫人口和防返贫监测对象（原建档立卡）的名册、签约、患病核实、大病专项救治和走访帮扶',
    en: 'Register of out-of-poverty and monitored people, their contracts, illnesses, special treatment and support visits',
  },
  needs: [resident, familyDoctor],
  records: all,
  actions: [...registerWork, ...illnessWork, ...treatmentWork, visit],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(villageDoctor, { may: [explain, visit, ...illnessWork], sees: all }),
    grant(townshipCentre, { may: [...registerWork, ...illnessWork, visit], sees: all }),
    grant(countyInstitution, { may: [...illnessWork, ...treatmentWork], sees: all }),
    // Severe mental disorder among the thirty diseases: nobody else sees it (see the policies of severe-mental-disorder).
    grant(mentalHealthOfficer, {
      may: [...illnessWork, ...treatmentWork],
      sees: [reliefEntry, reliefIllness, reliefTreatment],
    }),
    grant(bureauSection, { may: [...registerWork, ...illnessWork, ...treatmentWork, visit], sees: all }),
    grant(residentRole, { sees: [reliefEntry, reliefIllness, reliefTreatment] }),
  ],
})

export { MENTAL_ILLNESS } from './diseases.ts'
export { povertyReliefPolicies } from './policies.ts'
export { reliefIllness, reliefTreatment } from './records.ts'
