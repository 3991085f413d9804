import { TODAY, type Day } from '../days.ts'
import { randomOf } from '../random.ts'
import type { VaccinatedChild } from './immunization.ts'

/** One child at one session. */
export interface MorningVisit {
  readonly child: VaccinatedChild
  readonly doses: number
  /** Minutes after half past eight. */
  readonly arrived: number
  readonly booked: boolean
  readonly leftEarly: boolean
}

/** A session day of a township's clinic with who came, and who was booked and did not. */
export interface Morning {
  readonly township: string
  readonly on: Day
  readonly visits: readonly MorningVisit[]
  readonly missed: readonly VaccinatedChild[]
}

/** Sessions are kept since the clinics began to use them. */
const FROM = TODAY - 60

/** The sessions of the last two months: each day on which a clinic gave doses was one. */
export function planMornings(children: readonly VaccinatedChild[], seed: number): Morning[] {
  const random = randomOf(seed, 'vaccination mornings')
  const mornings = new Map<string, { township: string; on: Day; came: Map<VaccinatedChild, number> }>()
  for (const child of children) {
    const township = child.person.household.village.code.slice(0, 9)
    for (const { on, atBirth } of child.doses) {
      if (atBirth || on < FROM || on >= TODAY || on < child.person.cameOn) continue
      const key = `${township} ${on}`
      const morning = mornings.get(key) ?? { township, on, came: new Map<VaccinatedChild, number>() }
      mornings.set(key, morning)
      morning.came.set(child, (morning.came.get(child) ?? 0) + 1)
    }
  }
  return [...mornings.values()]
    .sort((one, other) => one.on - other.on || (one.township < other.township ? -1 : 1))
    .map(({ township, on, came }) => ({
      ...{ township, on },
      visits: [...came].map(([child, doses], index) => ({
        ...{ child, doses, arrived: 5 + index * 6 + random.int(0, 5) },
        ...{ booked: random.chance(0.86), leftEarly: random.chance(0.03) },
      })),
      missed: [...came.keys()].filter((child) => child.doses.length > 2 && random.chance(0.05)),
    }))
}
