import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { povertyRelief } from '../poverty-relief/index.ts'
import { severeMentalDisorder, severeMentalDisorderPolicies } from './index.ts'

/** Mental-health officers of a township and of the county, and the village doctor: accounts of their own, which the journal tells apart. */
const account = '01900000-0000-7000-8000-0000000000cd'
export const officer = testActor('mental-health-officer', TOWNSHIP, { institution: `C${TOWNSHIP}`, account })
export const village = { ...actors.village(VILLAGE), account }
export const countyOfficer = testActor('mental-health-officer', '530721')

/** What a visit finds in somebody who is well. */
export const well = {
  mode: 'home',
  symptomState: 'gone',
  insight: 'full',
  socialFunction: 'good',
  compliance: 'regular',
  effect: 'same',
}

/** A county with the family doctors of 石鼓镇 and functions to register and visit patients. */
export interface MentalCounty extends FamilyDoctorCounty {
  register(person: string, more?: object): Promise<string>
  visit(person: string, happenedOn: string, found?: object): Promise<string>
}

/** Opens the test county on a day. */
export async function openMentalCounty(today: string): Promise<MentalCounty> {
  const county = await openFamilyDoctorCounty(
    today,
    [povertyRelief, severeMentalDisorder],
    [severeMentalDisorderPolicies],
  )
  const id = async (answer: ReturnType<typeof county.act>) => (await answer).id!
  return Object.assign(county, {
    register: (person: string, more: object = {}) =>
      id(
        county.act(officer, 'severe-mental-disorder.patient.register', {
          person,
          happenedOn: '2025-01-05',
          diagnosis: 'schizophrenia',
          source: 'report',
          diagnosedOn: '2024-11-01',
          diagnosedBy: '市精神病医院',
          consent: 'agreed',
          consentBy: 'both',
          guardian: '杨测试',
          guardianAgreedOn: '2025-01-05',
          ...more,
        }),
      ),
    visit: (person: string, happenedOn: string, found: object = {}) =>
      id(
        county.act(village, 'severe-mental-disorder.visit.record', {
          person,
          happenedOn,
          ...well,
          ...found,
        }),
      ),
  })
}
