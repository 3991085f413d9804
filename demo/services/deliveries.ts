import {
  serviceItems,
  type ServiceItemId,
  type ServiceKind,
} from '@kangheng/domains/public-health/family-doctor/index.ts'
import { dayOf, TODAY, type Day } from '../days.ts'
import { randomOf } from '../random.ts'
import { yearsLater, type Contract } from './contracts.ts'

/** A service given under a contract; its evidence is recorded with it. */
export interface Delivery {
  readonly contract: Contract
  readonly item: ServiceItemId
  readonly service: ServiceKind
  readonly on: Day
  readonly yearEndsOn: Day
}

/** How the year's work is spread: little around the spring festival, a push in the last quarter. */
const monthFactor = [0.75, 0.6, 1, 1.05, 1.1, 1.05, 0.95, 0.95, 1.05, 1.15, 1.25, 1.1]
const itemFactor: Partial<Record<ServiceItemId, number>> = {
  'annual-assessment': 0.96,
  guidance: 0.9,
  'home-visits': 0.86,
  rehabilitation: 0.82,
  'hypertension-visits': 0.97,
  'chinese-medicine': 0.92,
  'child-checks': 1,
  'maternal-visits': 1.04,
}
/** Services are recorded from this day on. */
const FIRST = dayOf('2023-01-01')

/**
 * Services of every service year up to the business date. Each agreed one is given with the team's reliability, on a day of its
 * share of the year; what falls after the business date has not happened yet.
 */
export function planDeliveries(contracts: readonly Contract[], seed: number): Delivery[] {
  const random = randomOf(seed, 'deliveries')
  const deliveries: Delivery[] = []
  for (const contract of contracts) {
    const { team, person } = contract
    const last = Math.min(contract.endsOn, person.leftOn ?? TODAY + 1, TODAY + 1)
    for (let year = 1; year <= contract.years; year += 1) {
      const startsOn = yearsLater(contract.startsOn, year - 1)
      if (startsOn >= last) break
      const yearEndsOn = yearsLater(contract.startsOn, year)
      for (const { item, times } of contract.package.items) {
        const services = serviceItems[item].fulfilledBy
        for (let number = 0; number < times; number += 1) {
          const part = (yearEndsOn - startsOn) / times
          const on = Math.floor(startsOn + part * number + 1 + random.next() * (part - 1))
          const month = new Date(on * 86_400_000).getUTCMonth()
          const given = random.chance(
            Math.min(0.985, team.diligence * (itemFactor[item] ?? 1) * (0.94 + 0.06 * monthFactor[month]!)),
          )
          if (given && on < last && on >= FIRST)
            deliveries.push({ contract, item, service: random.pick(services), on, yearEndsOn })
        }
      }
    }
  }
  return deliveries
}
