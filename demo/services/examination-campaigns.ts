import { dayOf, type Day } from '../days.ts'
import type { Population } from '../people/model.ts'
import type { CheckUp } from './check-ups.ts'

/** A campaign of one township. */
export interface PlannedCampaign {
  readonly township: string
  readonly title: string
  readonly from: Day
  readonly to: Day
}

/** A stop of the vehicle: a village and a day. */
export interface PlannedStop {
  readonly campaign: number
  readonly village: string
  readonly on: Day
}

/** Who came: a check-up of the model (by index), and the stop. */
export interface PlannedAttendance {
  readonly checkUp: number
  readonly stop: number
}

const SEASONS = [
  { title: '2025年春季集中体检', from: dayOf('2025-03-01'), to: dayOf('2025-06-30') },
  { title: '2025年秋季集中体检', from: dayOf('2025-09-01'), to: dayOf('2025-12-31') },
] as const
/** Arrivals are kept from here on; before, the vehicle's lists were on paper and only the forms were entered. */
export const ARRIVALS_FROM = dayOf('2025-11-10')

/** Campaigns of the year in every township, their stops in every village, and who came to those whose arrivals are kept. */
export function planCampaigns(population: Population, checkUps: readonly CheckUp[]) {
  const townships = [...Map.groupBy(population.villages, ({ code }) => code.slice(0, 9))]
  const campaigns: PlannedCampaign[] = []
  const stops: PlannedStop[] = []
  const lastStopOf = new Map<string, number>()
  for (const season of SEASONS)
    for (const [township, villages] of townships) {
      const campaign = campaigns.length
      campaigns.push({ township, ...season })
      for (const [place, { code: village }] of villages.entries()) {
        lastStopOf.set(village, stops.length)
        const share = (place + 0.5) / villages.length
        stops.push({ campaign, village, on: season.from + Math.floor(share * (season.to - season.from)) })
      }
    }
  const attendances: PlannedAttendance[] = []
  for (const [checkUp, { person, on }] of checkUps.entries())
    if (on >= ARRIVALS_FROM) attendances.push({ checkUp, stop: lastStopOf.get(person.household.village.code)! })
  return { campaigns, stops, attendances }
}
