import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** What the rules need to know of a lot in a refrigerator. */
export interface LotStock {
  readonly id: string
  readonly vaccine: string
  readonly expiresOn: IsoDate
  readonly state: string
  readonly received: number
  readonly used: number
  readonly discarded: number
}

/** Doses left of a lot. */
export function remaining({ received, used, discarded }: Pick<LotStock, 'received' | 'used' | 'discarded'>): number {
  return received - used - discarded
}

/** Why a lot may not be used on a day; null when it may. The expiry date is the last day of use. */
export function whyNotUsable(lot: LotStock, on: IsoDate): 'stopped' | 'held' | 'expired' | 'empty' | null {
  if (lot.state === 'held') return 'held'
  if (lot.state !== 'in-use') return 'stopped'
  if (lot.expiresOn < on) return 'expired'
  return remaining(lot) > 0 ? null : 'empty'
}

/** The lot of a vaccine to be used first on a day: of those that may be used, the one that expires first. Source: 疫苗储存和运输管理规范, 先产先出、近效期先出. */
export function firstToUse(lots: readonly LotStock[], vaccine: string, on: IsoDate): LotStock | undefined {
  return lots
    .filter((lot) => lot.vaccine === vaccine && whyNotUsable(lot, on) === null)
    .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : one.expiresOn > other.expiresOn ? 1 : 0))[0]
}
