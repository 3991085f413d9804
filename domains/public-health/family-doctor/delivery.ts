import { addYears, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { isActive, type Term } from './contract.ts'
import { serviceItems, type PackageItem, type ServiceItemId, type ServiceKind } from './service-items.ts'

/** A service credited to an item. */
export interface CreditedService {
  readonly item: string
  readonly counts: boolean
}

/** The service year (contract years count from the first day) in which a day lies; undefined when the contract is not valid then. */
export function serviceYearOf(contract: Term, on: IsoDate): Term | undefined {
  if (!isActive(contract, on)) return undefined
  for (let year = 0; ; year += 1) {
    const endsOn = addYears(contract.startsOn, year + 1)
    if (on < endsOn) return { startsOn: addYears(contract.startsOn, year), endsOn }
  }
}

/** The items of a package that a service fulfils. */
export function itemsFulfilledBy(service: ServiceKind, items: readonly PackageItem[]): PackageItem[] {
  return items.filter((each) => (serviceItems[each.item].fulfilledBy as readonly ServiceKind[]).includes(service))
}

/** How often an item has counted in a service year. */
export function timesDone(item: string, credited: readonly CreditedService[]): number {
  return credited.filter((each) => each.counts && each.item === item).length
}

/**
 * What a service is credited to, given what the service year already holds: the first item it can fulfil that is still open;
 * when all of them are full it is kept under the first one without counting. Nothing when the package has no such item.
 * One service counts once.
 */
export function credit(
  service: ServiceKind,
  items: readonly PackageItem[],
  credited: readonly CreditedService[],
): CreditedService | undefined {
  const fitting = itemsFulfilledBy(service, items)
  const open = fitting.find((each) => timesDone(each.item, credited) < each.times)
  if (open) return { item: open.item, counts: true }
  return fitting[0] && { item: fitting[0].item, counts: false }
}

/** Where a service year stands: items due and done, and what is still missing. */
export interface Fulfilment {
  readonly due: number
  readonly done: number
  readonly complete: boolean
  readonly outstanding: readonly { readonly item: ServiceItemId; readonly missing: number }[]
}

/** Fulfilment of a package in one service year. Services beyond the agreed counts add nothing. */
export function fulfilment(items: readonly PackageItem[], credited: readonly CreditedService[]): Fulfilment {
  const states = items.map((each) => ({ ...each, done: Math.min(each.times, timesDone(each.item, credited)) }))
  const due = states.reduce((sum, each) => sum + each.times, 0)
  const done = states.reduce((sum, each) => sum + each.done, 0)
  const outstanding = states
    .filter((each) => each.done < each.times)
    .map((each) => ({ item: each.item, missing: each.times - each.done }))
  return { due, done, complete: due > 0 && done === due, outstanding }
}
