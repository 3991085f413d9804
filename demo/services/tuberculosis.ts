import type { Outcome, Supervisor } from '@kangheng/domains/public-health/tuberculosis/codes.ts'
import {
  courseOf,
  firstVisitDue,
  isRegular,
  plannedEnd,
  routineDue,
  type VisitFindings,
  type VisitStanding,
} from '@kangheng/domains/public-health/tuberculosis/course.ts'
import { addMinutes, dayOfMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import { planOf } from '../county-plan.ts'
import { RECORDS_FROM, dayOf, isoOf, TODAY, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { DemoCase } from './notifiable-cases.ts'

/** A notified patient with everything recorded up to the business date. */
export interface TuberculosisPatient {
  readonly person: Resident
  /** The report card, by its number among all cases. */
  readonly card: number
  readonly notifiedAt: Moment
  readonly dueAt: Moment
  readonly bacteriology: 'positive' | 'negative' | 'none'
  readonly kind: 'new' | 'retreatment'
  readonly startedOn: string
  readonly firstVisitAt: Moment | null
  readonly supervisor: Supervisor | null
  readonly plannedEndOn: string
  readonly visits: readonly (VisitFindings & Omit<VisitStanding, 'id'>)[]
  readonly dueOn: string | null
  readonly closedOn: string | null
  readonly outcome: Outcome | null
  readonly doses: { readonly due: number; readonly taken: number; readonly regular: boolean } | null
}

/** Cohorts from the year before the records, whose outcomes their first year reports. */
const firstDay = () => isoOf(RECORDS_FROM - 365)
const kinds = { 'tb-positive': 'positive', 'tb-negative': 'negative', 'tb-no-result': 'none' } as const

function visitsOf(random: Random, plan: Parameters<typeof courseOf>[0], first: string, last: Day) {
  const found: VisitFindings[] = []
  let due = routineDue(plan, first)
  for (;;) {
    const on = dayOf(due) + random.int(-3, 2)
    if (on > last) break
    const adverse = random.chance(0.035)
    const missedDoses = random.chance(0.12) ? random.int(1, 4) : 0
    found.push({ id: String(found.length), on: isoOf(on), adverse, complication: random.chance(0.01), missedDoses })
    due = courseOf(plan, found.slice(-1))[0]!.dueOn
  }
  return courseOf(plan, found).map((standing, index) => ({ ...found[index]!, ...standing }))
}

function patientOf(random: Random, card: number, each: DemoCase): TuberculosisPatient {
  const { person } = each
  const { services } = planOf(person.household.village.code)
  const notifiedAt = addMinutes(each.diagnosedAt, random.int(300, 3000))
  const day = dayOfMoment(notifiedAt)
  const startedOn = dayOfMoment(each.diagnosedAt)
  const kind = random.chance(0.05) ? ('retreatment' as const) : ('new' as const)
  const plannedEndOn = plannedEnd({ startedOn, kind })
  const common = {
    ...{ person, card, notifiedAt, kind, startedOn, plannedEndOn },
    dueAt: firstVisitDue(notifiedAt),
    bacteriology: kinds[each.subtype as keyof typeof kinds],
  } as const
  const left = Math.min(person.leftOn ?? Infinity, each.diedOn ?? Infinity)
  const hours = random.chance(0.93 * Math.min(1, services)) ? random.int(5, 70) : random.int(75, 150)
  const firstVisitAt = `${dayOfMoment(addMinutes(notifiedAt, hours * 60))} ${String(random.int(9, 16)).padStart(2, '0')}:30`
  const unmet = { firstVisitAt: null, supervisor: null, visits: [], doses: null } as const
  if (dayOf(dayOfMoment(firstVisitAt)) > Math.min(TODAY, left) || firstVisitAt < notifiedAt || random.chance(0.015)) {
    const lost = dayOf(day) + 60 <= TODAY
    const closed = lost
      ? { closedOn: isoOf(dayOf(day) + 60), outcome: 'lost' as const }
      : { closedOn: null, outcome: null }
    return { ...common, ...unmet, ...closed, dueOn: lost ? null : dayOfMoment(common.dueAt) }
  }
  const supervisor = (['family', 'health-worker', 'volunteer', 'self'] as const)[random.weighted([62, 26, 7, 5])]!
  const plan = { startedOn, kind, supervisor }
  const fails = random.weighted([94, 2, 3, 1])
  const early = fails === 0 ? Infinity : dayOf(startedOn) + random.int(60, 150)
  const ends = Math.min(dayOf(plannedEndOn) + random.int(0, 8), left, early)
  const first = dayOfMoment(firstVisitAt)
  const visits = visitsOf(random, plan, first, Math.min(TODAY, ends - 1))
  const open = ends > TODAY
  const whole = common.bacteriology === 'positive' ? 'cured' : 'completed'
  const cut = (['not-evaluated', 'lost', 'no-disease'] as const)[Math.max(0, fails - 1)]!
  const outcome: Outcome =
    ends === left
      ? each.diedOn === left || person.leftBy === 'death'
        ? 'died'
        : 'not-evaluated'
      : ends === early
        ? cut
        : whole
  const finished = outcome === whole
  const due = dayOf(plannedEndOn) - dayOf(startedOn)
  const missed =
    visits.reduce((sum, visit) => sum + visit.missedDoses, 0) + (random.chance(0.04) ? random.int(20, 50) : 0)
  const taken = Math.max(0, due - missed)
  const closedOn = isoOf(Math.max(ends, dayOf(first)))
  return {
    ...common,
    firstVisitAt,
    supervisor,
    visits,
    dueOn: open ? (visits.at(-1)?.dueOn ?? routineDue(plan, first)) : null,
    closedOn: open ? null : closedOn,
    outcome: open ? null : outcome,
    doses: open || !finished ? null : { due, taken, regular: isRegular(due, taken, closedOn) },
  }
}

/** Patients of the report cards that were confirmed or clinically diagnosed and are treated at the designated hospital. */
export function planTuberculosis(cases: readonly DemoCase[], seed: number): TuberculosisPatient[] {
  const random = randomOf(seed, 'tuberculosis')
  const treated = new Map<Resident, string>()
  return cases.flatMap((each, card) => {
    const { disease, subtype, category, diagnosedAt, person } = each
    const started = dayOfMoment(diagnosedAt)
    if (disease !== 'tuberculosis' || category === 'suspected' || subtype === 'tb-resistant') return []
    if (started < firstDay() || started >= isoOf(TODAY - 2) || (treated.get(person) ?? '') > started) return []
    if (person.leftOn !== null && dayOf(started) >= person.leftOn - 3) return []
    treated.set(person, isoOf(dayOf(started) + 400))
    return [patientOf(random, card, each)]
  })
}

/** A suspect referred, and what became of it. */
export interface TuberculosisSuspect {
  readonly person: Resident
  readonly on: Day
  readonly followedOn: Day | null
  readonly arrivedOn: Day | null
  readonly result: 'excluded' | 'waiting' | 'not-gone' | null
}

/** Suspects of the whole county in a month. */
const SUSPECTS = 22

/** Suspects referred in the years of the records. */
export function planSuspects({ residents }: Population, seed: number): TuberculosisSuspect[] {
  const random = randomOf(seed, 'tuberculosis suspects')
  const each = (SUSPECTS * residents.length) / 219_757
  const suspects: TuberculosisSuspect[] = []
  for (let month: number = RECORDS_FROM; month < TODAY; month += 30.4375) {
    const count = Math.floor(each + random.next())
    for (let number = 0; number < count; number += 1) {
      const person = random.pick(residents)
      const on = Math.floor(month) + random.int(0, 29)
      if (on > TODAY - 1 || on < person.cameOn || person.birth > on - 15 * 366) continue
      const follows = on + (random.chance(0.94) ? random.int(2, 7) : random.int(9, 20))
      const done = follows <= TODAY
      const arrived = random.chance(0.93)
      suspects.push({
        ...{ person, on },
        followedOn: done ? follows : null,
        arrivedOn: done && arrived ? on + random.int(0, follows - on) : null,
        result: !done ? null : !arrived ? 'not-gone' : random.chance(0.95) ? 'excluded' : 'waiting',
      })
    }
  }
  return suspects
}
