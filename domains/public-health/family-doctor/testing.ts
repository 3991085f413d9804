import { actors, openTestCounty, testNumber, type TestCounty } from '../../testing/county.ts'
import { resident } from '../../population/resident/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { familyDoctor, familyDoctorPolicies } from './index.ts'
import type { PackageItem } from './service-items.ts'

export const VILLAGE = '530721102201'
export const OTHER_VILLAGE = '530721102202'
export const TOWNSHIP = '530721102'

/** A county with one team of 石鼓镇, two packages, and functions to enter people. */
export interface FamilyDoctorCounty extends TestCounty {
  readonly team: string
  readonly doctor: string
  readonly nurse: string
  readonly basic: string
  readonly older: string
  enter(birth: string, more?: { sex?: 'male' | 'female'; division?: string; from?: string }): Promise<string>
}

let sequence = 800

/** Opens the test county of family doctors on a day. */
export async function openFamilyDoctorCounty(
  today: string,
  more: Parameters<typeof openTestCounty>[0] = [],
  policies: readonly string[] = [],
): Promise<FamilyDoctorCounty> {
  // Each county begins anew: several files run in one process.
  sequence = 800
  const county = await openTestCounty([resident, healthRecords, familyDoctor, ...more], today, [
    familyDoctorPolicies,
    ...policies,
  ])
  const township = actors.township(TOWNSHIP)
  const make = async (actor: typeof township, action: string, input: unknown) =>
    (await county.act(actor, `family-doctor.${action}`, input)).id!
  const offer = (code: string, name: string, items: PackageItem[], groups: string[] = []) =>
    make(actors.bureau, 'package.offer', { code, name, grade: 'basic', items, groups, happenedOn: '2023-01-01' })
  const team = await make(township, 'team.form', {
    name: '石鼓家庭医生团队',
    division: TOWNSHIP,
    institution: `C${TOWNSHIP}`,
    villages: [VILLAGE, OTHER_VILLAGE],
    happenedOn: '2023-01-01',
  })
  const join = (name: string, kind: string) =>
    make(township, 'member.join', { team, name, kind, happenedOn: '2023-01-01' })
  return Object.assign(county, {
    team,
    doctor: await join('和测试', 'general-practitioner'),
    nurse: await join('杨测试', 'nurse'),
    basic: await offer('B01', '基本服务包', [
      { item: 'annual-assessment', times: 1 },
      { item: 'guidance', times: 1 },
    ]),
    older: await offer('B02', '老年人服务包', [{ item: 'older-check', times: 1 }], ['older']),
    async enter(birth: string, { sex = 'female' as 'male' | 'female', division = VILLAGE, from = '2020-12-01' } = {}) {
      sequence += 2
      const { id } = await county.act(township, 'resident.registration.register', {
        name: '和测试',
        documentNumber: testNumber(birth, sequence + (sex === 'male' ? 1 : 0)),
        division,
        happenedOn: from > birth ? from : birth,
        usual: true,
        registered: true,
        source: 'household-visit',
      })
      const [row] = await county.database.query<{ person: string }>(
        'select person from resident_registration where id = $1',
        [id],
      )
      return row!.person
    },
  })
}
