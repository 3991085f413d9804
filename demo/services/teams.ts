import { centreCode, clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { MemberKind } from '@kangheng/domains/public-health/family-doctor/index.ts'
import { dayOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import type { idMaker } from '../ids.ts'
import type { Village } from '../people/model.ts'
import { fullName, surnameOf } from '../people/names.ts'
import { randomOf, type Random } from '../random.ts'
import { planOf } from '../county-plan.ts'

export interface Team {
  readonly id: string
  readonly name: string
  readonly township: string
  readonly institution: string
  readonly villages: readonly string[]
  readonly formedOn: Day
  readonly members: Member[]
  /** How reliably the team gives what it has agreed: a probability. */
  readonly diligence: number
}

export interface Member {
  readonly id: string
  readonly name: string
  readonly kind: MemberKind
  readonly institution: string
  readonly joinedOn: Day
  readonly leftOn: Day | null
}

/** Joins villages of a township into areas until there are `count`; the two smallest neighbours go together first. */
export function planAreas(villages: readonly Village[], count: number): Village[][] {
  const areas = villages.map((village) => [village])
  const size = (area: readonly Village[]) => area.reduce((sum, village) => sum + village.residents, 0)
  const township = (area: readonly Village[]) => area[0]!.code.slice(0, 9)
  while (areas.length > count) {
    let best = -1
    for (let index = 0; index + 1 < areas.length; index += 1) {
      const [one, other] = [areas[index]!, areas[index + 1]!]
      if (township(one) !== township(other) || one.length + other.length > 3) continue
      if (best < 0 || size(one) + size(other) < size(areas[best]!) + size(areas[best + 1]!)) best = index
    }
    if (best < 0) break
    areas.splice(best, 2, [...areas[best]!, ...areas[best + 1]!])
  }
  return areas
}

const composition = (area: readonly Village[], size: number): MemberKind[] => {
  const kinds: MemberKind[] = ['general-practitioner', 'nurse', 'public-health', 'village-doctor']
  while (kinds.length < size) kinds.push(kinds.length - 4 < area.length - 1 ? 'village-doctor' : 'clinician')
  return kinds
}

function makeName(random: Random, township: string): string {
  const { ethnic } = planOf(township)
  const codes = Object.keys(ethnic).sort()
  const code = codes[random.weighted(codes.map((each) => ethnic[each]!))]!
  return fullName(random, surnameOf(random, code), code, random.chance(0.55) ? 'female' : 'male', 1985)
}

/** The county's teams: `teamCount` areas, `doctorCount` members in service on the business date, some of whom joined lately. */
export function planTeams(
  villages: readonly Village[],
  teamCount: number,
  doctorCount: number,
  seed: number,
  idOf: ReturnType<typeof idMaker>,
): Team[] {
  const random = randomOf(seed, 'teams')
  const areas = planAreas(villages, teamCount)
  const size = (area: readonly Village[]) => area.reduce((sum, village) => sum + village.residents, 0)
  const least = Math.floor(doctorCount / areas.length)
  const larger = new Set(
    [...areas].sort((one, other) => size(other) - size(one)).slice(0, doctorCount - least * areas.length),
  )
  let members = 0
  return areas.map((area, index) => {
    const township = area[0]!.code.slice(0, 9)
    const institution = centreCode(township)
    const formedOn = dayOf('2022-03-01') + random.int(0, 200)
    const join = (kind: MemberKind, joinedOn: Day, leftOn: Day | null, village: Village): Member => ({
      id: idOf('member', members++),
      name: makeName(random, township),
      kind,
      institution: kind === 'village-doctor' ? clinicCode(village.code) : institution,
      joinedOn,
      leftOn,
    })
    const serving = composition(area, larger.has(area) ? least + 1 : least).map((kind, position) => {
      const late = kind === 'nurse' && random.chance(0.2)
      return join(
        kind,
        late ? random.int(RECORDS_FROM + 20, TODAY - 60) : formedOn,
        null,
        area[Math.max(0, position - 3) % area.length]!,
      )
    })
    const gone = serving
      .filter((each) => each.joinedOn > formedOn && random.chance(0.6))
      .map((each) => join(each.kind, formedOn, each.joinedOn, area[0]!))
    return {
      id: idOf('team', index),
      name: `${area.map((village) => village.shortName).join('、')}家庭医生团队`,
      township,
      institution,
      villages: area.map((village) => village.code),
      formedOn,
      members: [...serving, ...gone],
      diligence: Math.min(0.97, Math.max(0.45, 0.84 * planOf(township).services + random.normal(0, 0.05))),
    }
  })
}
