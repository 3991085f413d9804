import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { DailyCount } from './case-series.ts'
import { groupVillages, type VillageGroup } from './warning/neighbouring-villages.ts'

/** The latest days whose cases are looked at together. */
const WINDOW = 7
/** At least two villages: one alone is watched by its own series and the fixed thresholds. */
const LEAST_VILLAGES = 2

/** A village with its place on the map and how many live there. */
export interface VillagePlace {
  readonly code: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly residents: number
}

/** Neighbouring villages with more cases of a disease in the last week than their residents would let expect. */
export interface VillageAlarm extends VillageGroup {
  readonly disease: string
  readonly from: IsoDate
  readonly to: IsoDate
  /** The village with the most cases: where somebody goes first. */
  readonly centre: string
  readonly names: readonly string[]
}

/** Villages with their place on the map; those without one cannot have neighbours. */
export function readVillages(connection: Connection, county: string): Promise<VillagePlace[]> {
  return connection.query<VillagePlace>(
    `select d.code, d.name, d.x, d.y, count(p.id)::int as residents from division d
     left join person p on p.county = $1 and p.division = d.code and p.state = 'resident'
     where d.level = 'village' and d.code >= $1 and d.code < $1 || '~' and d.x is not null and d.y is not null
     group by d.code, d.name, d.x, d.y having count(p.id) > 0 order by d.code`,
    [county],
  )
}

/** Groups of neighbouring villages for each disease with cases in the last week. */
export function watchVillages(
  counts: readonly DailyCount[],
  villages: readonly VillagePlace[],
  last: IsoDate,
): VillageAlarm[] {
  const from = addDays(last, 1 - WINDOW)
  const known = new Map(villages.map((village) => [village.code, village]))
  const recent = counts.filter(({ on, division }) => on >= from && on <= last && known.has(division))
  return [...Map.groupBy(recent, ({ disease }) => disease)].flatMap(([disease, cases]) => {
    const observed = new Map<string, number>()
    for (const { division, cases: more } of cases) observed.set(division, (observed.get(division) ?? 0) + more)
    const places = villages.map(({ code, x, y, residents }) => ({
      ...{ code, x, y, expected: residents },
      observed: observed.get(code) ?? 0,
    }))
    return groupVillages(places)
      .filter((group) => group.villages.length >= LEAST_VILLAGES)
      .map((group) => ({
        ...group,
        ...{ disease, from, to: last },
        centre: group.villages.toSorted((one, other) => observed.get(other)! - observed.get(one)!)[0]!,
        names: group.villages.map((code) => known.get(code)!.name),
      }))
  })
}
