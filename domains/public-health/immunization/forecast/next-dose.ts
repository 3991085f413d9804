import { type Case, type Dose, reaches } from './case.ts'
import { after, dateOf, type Day } from './day.ts'
import { afterIntervals, courseOf, type Standing } from './judge.ts'
import type { JudgedDose, NextDose, SeriesForecast, SeriesStatus } from './result.ts'
import { CATCH_UP_UNTIL, type DoseRule, type SeriesRule } from './rules.ts'
import { clearOfOthers } from './spacing.ts'

/** A dose that is still to be given, before the day asked about is looked at. */
export interface Wanted {
  readonly rule: DoseRule
  /** The first day that ages and intervals of the series allow. */
  readonly earliest: Day
  /** The first day on which it is no longer given. */
  readonly until: Day
  /** The last day in time by age; later when the dose cannot be given by then. */
  readonly limit: Day
}

/** The first day on which a series is no longer given: the vaccine’s upper age, or the 18th birthday. */
export function givenUntil(person: Case, rule: SeriesRule): Day {
  return reaches(person, rule.until ?? CATCH_UP_UNTIL)
}

/** The last day in time: the limit of the dose, or of the next dose that has one, which it must precede. */
export function limitOf(person: Case, doses: readonly DoseRule[], position: number, until: Day): Day {
  const limited = doses.slice(position).find((each) => each.before)
  return limited?.before ? after(person.birth, limited.before) - 1 : until - 1
}

/** The dose wanted when a dose of the course is missing. */
export function wantedDose(person: Case, rule: SeriesRule, valid: readonly Dose[]): Wanted | null {
  const doses = courseOf(rule, valid[0])
  const doseRule = doses[valid.length]
  if (!doseRule) return null
  const until = givenUntil(person, rule)
  const earliest = Math.max(reaches(person, doseRule.from), afterIntervals(doseRule, valid))
  return { rule: doseRule, earliest, until, limit: limitOf(person, doses, valid.length, until) }
}

/** The forecast of a series from its judged doses and the dose it still wants; null when it wants none. */
export function conclude(
  person: Case,
  series: SeriesRule['series'],
  { judged, valid }: Standing,
  wanted: Wanted | null,
  without: SeriesStatus = 'complete',
): SeriesForecast {
  if (!wanted) return { series, status: without, doses: judged, next: null }
  const next = nextDose(person, wanted, valid)
  return { series, status: next?.status ?? 'aged-out', doses: judged, next }
}

/** Dates and status of a wanted dose; null when it can no longer be given. */
function nextDose(person: Case, { rule, earliest, until, limit }: Wanted, valid: readonly Dose[]): NextDose | null {
  const day = clearOfOthers(person, rule.give, earliest)
  if (day >= until || person.on >= until) return null
  const last = valid.at(-1)
  const within = last && rule.within ? after(last.day, rule.within) : limit
  const latest = Math.max(day, day <= limit ? Math.min(limit, within) : within)
  return {
    id: rule.id,
    earliest: dateOf(day),
    recommended: dateOf(day),
    latest: dateOf(latest),
    status: person.on < day ? 'future' : person.on > latest ? 'overdue' : 'due',
    vaccine: rule.give,
  }
}

/** The doses of a series, all of them outside what it is for. */
export function notApplicable(series: SeriesRule['series'], doses: readonly JudgedDose[]): SeriesForecast {
  return { series, status: 'not-applicable', doses, next: null }
}
