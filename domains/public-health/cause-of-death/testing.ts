import type { DomainDefinition } from '@kangheng/kernel/domain/define-domain.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { enterResident, openTestCounty, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from '../health-record/index.ts'
import { causeOfDeath } from './index.ts'

export const TOWNSHIP = '530721102'
export const VILLAGE = '530721102201'
export const cdc = testActor('disease-control')
export const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })

/** A county with residents and causes of death. */
export interface MortalityCounty extends TestCounty {
  /** Enters a resident and gives the person’s id. */
  enter(birth: string, sex?: 'male' | 'female', division?: string): Promise<string>
  /** Reports a certificate and gives its id. */
  certify(person: string, certificate: Record<string, unknown>, actor?: Actor): Promise<string>
}

/** Opens it on a day, with further lines of business. */
export async function openMortalityCounty(
  today: string,
  more: readonly DomainDefinition[] = [],
): Promise<MortalityCounty> {
  const county = await openTestCounty([resident, healthRecords, causeOfDeath, ...more], today)
  let serial = 800
  return Object.assign(county, {
    enter(birth: string, sex: 'male' | 'female' = 'female', division = VILLAGE) {
      serial += 2
      return enterResident(county, { birth, sequence: serial + (sex === 'male' ? 1 : 0), division })
    },
    async certify(person: string, certificate: Record<string, unknown>, actor: Actor = hospital) {
      serial += 2
      const { id } = await county.act(actor, 'cause-of-death.certificate.report', {
        ...{ person, number: `Y2025${serial}`, place: 'home', diagnosedAt: 'secondary', basis: 'clinical' },
        ...{ aInterval: '不详', ...certificate },
      })
      return id!
    },
  })
}
