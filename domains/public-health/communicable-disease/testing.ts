import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { enterResident, openTestCounty, type TestCounty } from '../../testing/county.ts'
import { communicableDisease, communicableDiseasePolicies } from './index.ts'

export const VILLAGE = '530721102201'
export const OTHER_VILLAGE = '530721103201'
/** The county’s centre for disease control. */
export const cdc = testActor('disease-control')
export const hospital = testActor('county-institution', '530721', {
  institution: 'H530721001',
  account: '01900000-0000-7000-8000-0000000000bb',
})

/** A county for tests of this line of business. */
export interface DiseaseCounty extends TestCounty {
  /** Enters a resident and gives the person’s id. */
  enter(birth: string, division?: string): Promise<string>
  /** Reports a case and gives the card’s id. */
  report(actor: Actor, person: string, card?: Record<string, unknown>): Promise<string>
}

/** Opens a county with residents and communicable diseases; the clock stands at the time of day the test runs. */
export async function openDiseaseCounty(today: string, policies: readonly string[] = []): Promise<DiseaseCounty> {
  const county = await openTestCounty([resident, communicableDisease], today, [
    communicableDiseasePolicies,
    ...policies,
  ])
  let serial = 800
  return Object.assign(county, {
    enter: (birth: string, division = VILLAGE) => enterResident(county, { birth, sequence: serial++, division }),
    async report(actor: Actor, person: string, card: Record<string, unknown> = {}) {
      const { id } = await county.act(actor, 'communicable-disease.case.report', {
        person,
        disease: 'mumps',
        category: 'clinical',
        onsetOn: county.today,
        diagnosedOn: county.today,
        diagnosedTime: '00:00',
        group: 'farmer',
        origin: 'county',
        address: '一组3号',
        ...card,
      })
      return id!
    },
  })
}
