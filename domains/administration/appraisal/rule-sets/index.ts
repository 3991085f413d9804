import { diseaseControl } from './disease-control.ts'
import { doctorTeam } from './doctor-team.ts'
import { hospital } from './hospital.ts'
import { section } from './section.ts'
import { townshipCentre } from './township-centre.ts'
import type { ShippedRuleSet } from './write.ts'

/** Rule sets that ship with the house. A county begins with one of them and makes it its own. */
export const shippedRuleSets = {
  'township-centre': townshipCentre,
  'doctor-team': doctorTeam,
  section,
  cdc: diseaseControl,
  'county-hospital': hospital,
} as const satisfies Record<string, ShippedRuleSet>
