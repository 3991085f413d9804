import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Exclusion } from '../forecast/case.ts'
import { forecast } from '../forecast/forecast.ts'
import type { GivenDose } from '../forecast/result.ts'
import type { Schedule } from '../forecast/rules.ts'
import type { VaccineCode } from '../forecast/vaccines.ts'

/** A dose that is still to be given: wanted on the days of [from, until), in time up to `latest`. */
export interface PlannedDose {
  readonly dose: string
  readonly vaccine: VaccineCode
  readonly from: IsoDate
  readonly latest: IsoDate
  readonly until: IsoDate
}

/** Ages in months at which the forecast changes by itself: series end, others take over, the programme ends. */
const TURNS = [0, 24, 48, 72, 84, 144, 156, 216] as const

interface Child {
  readonly birth: IsoDate
  readonly sex: 'F' | 'M'
}

/**
 * What is to be given, from today on and for as long as nothing else is given. A stored plan stays true while time passes: the forecast is asked again for
 * every age at which it would change, and each dose carries the days between which it is wanted.
 */
export function planOf(
  { birth, sex }: Child,
  doses: readonly GivenDose[],
  today: IsoDate,
  schedule: Schedule,
  exclusions: readonly Exclusion[] = [],
): PlannedDose[] {
  const plan: PlannedDose[] = []
  // Tomorrow is a turn as well: what may go together with a live vaccine of today waits 28 days from then on.
  const turns = [...TURNS.map((months) => addMonths(birth, months)), addDays(today, 1)].sort()
  for (const [index, begins] of turns.slice(0, -1).entries()) {
    const ends = turns[index + 1]!
    if (ends <= today || begins === ends) continue
    const on = begins > today ? begins : today
    for (const { next } of forecast({ birth, sex, on, schedule, doses, exclusions }).series) {
      if (!next || next.earliest >= ends) continue
      const { id: dose, vaccine, earliest, latest } = next
      const before = plan.findIndex((each) => each.dose === dose && each.until === begins)
      if (before >= 0 && earliest <= begins) plan[before] = { ...plan[before]!, latest, until: ends }
      else plan.push({ dose, vaccine, from: earliest > begins ? earliest : begins, latest, until: ends })
    }
  }
  return plan
}

/** The first day on which something is wanted; null when nothing is. */
export function wantedFrom(plan: readonly PlannedDose[]): IsoDate | null {
  return plan.reduce<IsoDate | null>((first, { from }) => (first === null || from < first ? from : first), null)
}

/** What is wanted on a day. */
export const wantedOn = (plan: readonly PlannedDose[], on: IsoDate): PlannedDose[] =>
  plan.filter(({ from, until }) => from <= on && on < until)
