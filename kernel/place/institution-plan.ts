import type { CountyData, DivisionData } from './county-data.ts'
import { divisionLevel, parentDivision } from './code.ts'
import type { Equipment } from './equipment.ts'
import type { InstitutionKind } from './kinds.ts'

/** An institution as it is set up; codes start with a letter, so that they never collide with divisions. */
export interface InstitutionData {
  readonly code: string
  readonly name: string
  readonly englishName: string
  readonly kind: InstitutionKind
  readonly division: string
  readonly dependsOn: string | null
  readonly ownership: 'public' | 'private'
  readonly beds: number
  readonly equipment: Equipment
}

/** The county's own institutions: what each county must have, and the private ones it names. */
export interface CountyInstitutions {
  /** How institutions call the county: 玉龙县. */
  readonly countyName: string
  readonly englishName: string
  readonly county: readonly Omit<InstitutionData, 'code' | 'division' | 'ownership'>[]
  readonly private: readonly Omit<InstitutionData, 'ownership' | 'dependsOn'>[]
  /** Beds of township and community centres by township code. */
  readonly beds: Readonly<Record<string, number>>
  /** Central township health centres (中心卫生院), which support their neighbours. */
  readonly central: readonly string[]
  /** Names of centres that are not called after their township. */
  readonly named: Readonly<Record<string, { name: string; englishName: string }>>
}

/** The code of the township's (or community's) health centre. */
export const centreCode = (township: string) => `C${township}`
/** The code of a village's clinic. */
export const clinicCode = (village: string) => `V${village}`

const CENTRE_EQUIPMENT: Equipment = {
  'digital-x-ray': 1,
  ultrasound: 1,
  ecg: 1,
  'biochemistry-analyser': 1,
  'blood-counter': 1,
  'vaccine-refrigerator': 2,
  ambulance: 1,
}
const CLINIC_EQUIPMENT: Equipment = { 'exam-all-in-one': 1, 'blood-pressure-monitor': 2, 'glucose-meter': 1 }

function centreOf(plan: CountyInstitutions, township: DivisionData): InstitutionData {
  const community = township.name.endsWith('街道')
  const central = plan.central.includes(township.code)
  const names = plan.named[township.code] ?? {
    name: `${plan.countyName}${township.name}${community ? '社区卫生服务中心' : central ? '中心卫生院' : '卫生院'}`,
    englishName: `${township.englishName} ${community ? 'Community Health Centre' : central ? 'Central Health Centre' : 'Health Centre'}`,
  }
  return {
    code: centreCode(township.code),
    ...names,
    kind: community ? 'community-centre' : 'township-centre',
    division: township.code,
    dependsOn: null,
    ownership: 'public',
    beds: plan.beds[township.code] ?? 10,
    equipment: central ? { ...CENTRE_EQUIPMENT, ultrasound: 2, ventilator: 1 } : CENTRE_EQUIPMENT,
  }
}

function clinicOf(
  plan: CountyInstitutions,
  townships: ReadonlyMap<string, DivisionData>,
  village: DivisionData,
): InstitutionData {
  const township = townships.get(parentDivision(village.code)!)!
  const community = village.name.includes('社区')
  return {
    code: clinicCode(village.code),
    name: `${plan.countyName}${township.name}${village.shortName}${community ? '社区卫生服务站' : '村卫生室'}`,
    englishName: community ? `${village.englishName} Health Station` : `${village.englishName} Clinic`,
    kind: community ? 'community-station' : 'village-clinic',
    division: village.code,
    dependsOn: centreCode(township.code),
    ownership: 'public',
    beds: 0,
    equipment: CLINIC_EQUIPMENT,
  }
}

/**
 * Every institution of a county: its own ones, a health centre for each township, a clinic for each village, and the private ones.
 * Pure: the same data give the same list in the same order.
 */
export function planInstitutions(data: CountyData, plan: CountyInstitutions): InstitutionData[] {
  const townships = new Map(
    data.divisions.filter((each) => divisionLevel(each.code) === 'township').map((each) => [each.code, each]),
  )
  const villages = data.divisions.filter((each) => divisionLevel(each.code) === 'village')
  const county = plan.county.map((each, index) => ({
    ...each,
    code: `H${data.county.code}${String(index + 1).padStart(3, '0')}`,
    division: data.county.code,
    ownership: 'public' as const,
  }))
  return [
    ...county,
    ...[...townships.values()].map((township) => centreOf(plan, township)),
    ...villages.map((village) => clinicOf(plan, townships, village)),
    ...plan.private.map((each) => ({ ...each, ownership: 'private' as const, dependsOn: null })),
  ]
}
