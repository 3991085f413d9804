import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Exclusion } from '../forecast/case.ts'
import { forecast } from '../forecast/forecast.ts'
import type { GivenDose, NextDose } from '../forecast/result.ts'
import { CATCH_UP_UNTIL, type Schedule } from '../forecast/rules.ts'
import { type VaccineCode, vaccineOf } from '../forecast/vaccines.ts'

/** A dose that is still to be given: wanted on the days of [from, until), in time up to `latest`. */
export interface PlannedDose {
  readonly dose: string
  readonly vaccine: VaccineCode
  readonly from: IsoDate
  readonly latest: IsoDate
  readonly until: IsoDate
}

/** A day on which the forecast changes by itself, if one of these doses is still wanted then. */
interface Turn {
  readonly on: IsoDate
  readonly concerns: (dose: PlannedDose) => boolean
}

/** A gives way to A with C, BCG ends, DTaP gives way to DT, DT ends; with the 18th birthday everything does. */
function turnsOf(birth: IsoDate, { series }: Schedule): Turn[] {
  return (['MPSV-A', 'BCG', 'DTaP', 'DT'] as const).map((each) => {
    const ids = new Set(series[each].doses.map(({ id }) => id))
    return { on: addMonths(birth, series[each].until!), concerns: ({ dose }) => ids.has(dose) || dose === 'mpsva-3' }
  })
}

interface Child {
  readonly birth: IsoDate
  readonly sex: 'F' | 'M'
}

const planned = ({ id, vaccine, earliest, latest }: NextDose, on: IsoDate, until: IsoDate): PlannedDose => ({
  dose: id,
  vaccine,
  from: earliest > on ? earliest : on,
  latest,
  until,
})

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
  const end = addMonths(birth, CATCH_UP_UNTIL)
  if (end <= today) return []
  const nextOn = (on: IsoDate) =>
    forecast({ birth, sex, on, schedule, doses, exclusions }).series.flatMap(({ next }) => next ?? [])
  const turns = turnsOf(birth, schedule)
  // What may go together with a live vaccine of today waits 28 days from tomorrow on.
  if (doses.some(({ vaccine, date }) => date === today && vaccineOf(vaccine).live))
    turns.push({ on: addDays(today, 1), concerns: ({ vaccine }) => vaccineOf(vaccine).live === true })
  const plan = nextOn(today).map((next) => planned(next, today, end))
  for (const { on, concerns } of turns.sort((one, other) => (one.on < other.on ? -1 : 1))) {
    if (on <= today || !plan.some((each) => each.until === end && concerns(each))) continue
    const next = new Map(nextOn(on).map((each) => [each.id, each]))
    for (const [index, each] of plan.entries()) {
      const after = next.get(each.dose)
      if (each.until !== end) continue
      // Wanted on both sides of the turn it goes on; otherwise it ends here, and what comes then begins anew.
      if (after && each.from < on && after.earliest <= on) next.delete(each.dose)
      else plan[index] = { ...each, until: on }
    }
    plan.push(...[...next.values()].map((each) => planned(each, on, end)))
  }
  return plan.filter(({ from, until }) => from < until)
}

/** The first day on which something is wanted; null when nothing is. */
export function wantedFrom(plan: readonly PlannedDose[]): IsoDate | null {
  return plan.reduce<IsoDate | null>((first, { from }) => (first === null || from < first ? from : first), null)
}

/** What is wanted on a day. */
export const wantedOn = (plan: readonly PlannedDose[], on: IsoDate): PlannedDose[] =>
  plan.filter(({ from, until }) => from <= on && on < until)
