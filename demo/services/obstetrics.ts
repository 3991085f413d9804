import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import { TODAY, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import type { Pregnancy } from './maternal-health.ts'

/** The institution of the county in which a child was born; null where it was born elsewhere. */
export function unitOf(county: string, { index, woman, born }: Pregnancy): string | null {
  if (born?.place === 'hospital') return `H${county}${index % 10 < 6 ? '001' : '003'}`
  return born?.place === 'township' ? centreCode(woman.household.village.code.slice(0, 9)) : null
}

/** An application for the delivery subsidy, as far as it has come. */
export interface SubsidyApplication {
  readonly pregnancy: Pregnancy
  readonly appliedOn: Day
  /** Fen. */
  readonly cost: number
  readonly reimbursed: number
  readonly checkedOn: Day | null
  readonly paidOn: Day | null
}

/** Share of those entitled who apply. */
const APPLY = 0.95

/** Whether a woman's household was registered in a village of the county on a day. */
function isRural({ woman }: Pregnancy, on: Day): boolean {
  const { registered, movedFrom, household } = woman
  if (!registered || on < registered.from || (registered.to !== null && on >= registered.to)) return false
  const moved = movedFrom?.registrationMoves && on < movedFrom.on
  return !(moved ? movedFrom.village : household.village).community
}

/** Applications for the deliveries of these years. */
export function planSubsidies({ pregnancies, seed }: Pick<Model, 'pregnancies' | 'seed'>): SubsidyApplication[] {
  const random = randomOf(seed, 'delivery subsidies')
  return pregnancies.flatMap((pregnancy): SubsidyApplication[] => {
    const { born } = pregnancy
    if (!born || born.place === 'elsewhere' || !isRural(pregnancy, born.child.birth) || !random.chance(APPLY)) return []
    const appliedOn = born.dischargedOn + random.int(3, 60)
    if (appliedOn > TODAY) return []
    const cost = Math.round(random.normal(born.caesarean ? 680_000 : 310_000, 40_000))
    const own = random.chance(0.03) ? random.int(20_000, 48_000) : random.int(52_000, Math.round(cost * 0.4))
    const checkedOn = appliedOn + random.int(2, 14)
    const paidOn = checkedOn + random.int(3, 20)
    return [
      {
        ...{ pregnancy, appliedOn, cost, reimbursed: cost - own },
        checkedOn: checkedOn <= TODAY ? checkedOn : null,
        paidOn: paidOn <= TODAY ? paidOn : null,
      },
    ]
  })
}
