import { actors, openTestCounty, testNumber, type TestCounty } from '../../testing/county.ts'
import { resident } from '../../population/resident/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { immunization } from './index.ts'
import { points } from './vaccination/verification.ts'

export const VILLAGE = '530721102201'
export const TOWNSHIP = '530721102'

/** A county with one clinic, and functions to enter children, vaccine and doses. */
export interface ImmunizationCounty extends TestCounty {
  enter(birth: string, more?: { sex?: 'male' | 'female'; division?: string; from?: string }): Promise<string>
  receive(vaccine: string, lotNumber: string, expiresOn: string, received?: number): Promise<string>
  give(person: string, lot: string, more?: Record<string, unknown>): Promise<string>
  /** An earlier dose from the vaccination book. */
  book(person: string, vaccine: string, happenedOn: string, more?: Record<string, unknown>): Promise<string>
}

/** Every point of the verification, confirmed. */
export const everyPoint = Object.fromEntries(Object.keys(points).map((name) => [name, true]))

let sequence = 800

/** Opens the test county of immunization on a day. */
export async function openImmunizationCounty(today: string): Promise<ImmunizationCounty> {
  // Each county begins anew: several files run in one process.
  sequence = 800
  const county = await openTestCounty([resident, healthRecords, immunization], today)
  const township = actors.township(TOWNSHIP)
  const make = async (action: string, input: unknown) => (await county.act(township, action, input)).id!
  return Object.assign(county, {
    async enter(birth: string, { sex = 'female' as 'male' | 'female', division = VILLAGE, from = birth } = {}) {
      sequence += 2
      const id = await make('resident.registration.register', {
        name: '和接种',
        documentNumber: testNumber(birth, sequence + (sex === 'male' ? 1 : 0)),
        division,
        happenedOn: from,
        usual: true,
        registered: true,
        source: 'household-visit',
      })
      const table = 'resident_registration'
      const [row] = await county.database.query<{ person: string }>(`select person from ${table} where id = $1`, [id])
      return row!.person
    },
    receive: (vaccine: string, lotNumber: string, expiresOn: string, received = 10) =>
      make('immunization.lot.receive', {
        vaccine,
        lotNumber,
        manufacturer: '虚构生物',
        expiresOn,
        received,
        happenedOn: '2024-01-05',
      }),
    give: (person: string, lot: string, more: Record<string, unknown> = {}) =>
      make(`immunization.vaccination.give${'despite' in more ? '-off-schedule' : ''}`, {
        person,
        lot,
        site: 'left-arm',
        route: 'intramuscular',
        vaccinator: '木护士',
        ...everyPoint,
        ...more,
      }),
    book: (person: string, vaccine: string, happenedOn: string, more: Record<string, unknown> = {}) =>
      make('immunization.vaccination.enter', { person, vaccine, happenedOn, ...more }),
  })
}
