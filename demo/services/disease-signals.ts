import { watchPlaces, type DailyCount } from '@kangheng/domains/public-health/communicable-disease/case-series.ts'
import { signalClock } from '@kangheng/domains/public-health/communicable-disease/clocks.ts'
import { gradeEvent } from '@kangheng/domains/public-health/communicable-disease/grading.ts'
import { addMinutes, momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'
import { eventThresholds } from '@kangheng/domains/public-health/communicable-disease/warning/event-thresholds.ts'
import {
  type ClusterCase,
  findThresholdAlarms,
} from '@kangheng/domains/public-health/communicable-disease/warning/sliding-window.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY } from '../days.ts'
import { randomOf } from '../random.ts'
import { CASES_FROM, type DemoCase } from './notifiable-cases.ts'

/** A signal of the demo with its life. */
export interface DemoSignal {
  readonly disease: string
  readonly method: string
  readonly rule: string | null
  readonly level: string
  readonly place: string
  readonly division: string
  readonly from: string
  readonly until: string
  readonly observed: number
  readonly expected: number | null
  readonly upper: number | null
  /** Numbers of the cases in the list of cases. */
  readonly cases: readonly number[]
  readonly outbreak: DemoCase['outbreak']
  readonly state: 'raised' | 'verified' | 'investigating' | 'event' | 'dismissed'
  readonly raisedAt: Moment
  readonly verifyDueAt: Moment
  readonly verifyDueOn: string
  readonly verifiedAt: Moment | null
  readonly investigatedAt: Moment | null
  readonly closedAt: Moment | null
  readonly grade: string | null
  readonly gradeSource: string | null
  readonly dismissal: string | null
}

type Found = Omit<
  DemoSignal,
  | 'state'
  | 'raisedAt'
  | 'verifyDueAt'
  | 'verifyDueOn'
  | 'verifiedAt'
  | 'investigatedAt'
  | 'closedAt'
  | 'grade'
  | 'gradeSource'
  | 'dismissal'
> & { readonly on: string }

/** One disease in one place gives no second signal within so many days: the first one takes it in. */
const QUIET_DAYS = 28
const LATE = 0.03
const [TOWNSHIP, COUNTY] = [9, 6]

function fixed(cases: readonly DemoCase[]): Found[] {
  const seen = cases.map((each, number): ClusterCase => {
    const village = each.person.household.village.code
    return {
      id: String(number),
      on: isoOf(each.on),
      disease: each.disease,
      subtype: each.subtype,
      places: {
        ...(each.workplace ? { unit: each.workplace } : {}),
        village,
        township: village.slice(0, TOWNSHIP),
        county: village.slice(0, COUNTY),
      },
    }
  })
  const since = isoOf(RECORDS_FROM)
  return eventThresholds.flatMap((threshold) =>
    findThresholdAlarms(seen, threshold).flatMap((alarm): Found[] => {
      if (alarm.reachedOn < since) return []
      const numbers = alarm.cases.map(Number)
      return [
        {
          disease: cases[numbers[0]!]!.disease,
          method: 'fixed-threshold',
          rule: threshold.id,
          level: alarm.level,
          place: alarm.place,
          division: cases[numbers[0]!]!.person.household.village.code,
          from: alarm.from,
          until: alarm.until,
          on: alarm.reachedOn,
          observed: numbers.length,
          expected: null,
          upper: (threshold.cases ?? 1) - 1,
          cases: numbers,
          outbreak: numbers.map((number) => cases[number]!.outbreak).find((each) => each !== null) ?? null,
        },
      ]
    }),
  )
}

function watched(cases: readonly DemoCase[]): Found[] {
  const counts = cases.map((each): DailyCount => ({
    disease: each.disease,
    division: each.person.household.village.code,
    on: isoOf(each.on),
    cases: 1,
  }))
  const planted = cases.filter((each) => each.outbreak !== null)
  const span = { first: isoOf(CASES_FROM), last: isoOf(TODAY), since: isoOf(RECORDS_FROM) }
  return watchPlaces(counts, span).map((alarm) => {
    const inside = (each: DemoCase) =>
      each.disease === alarm.disease &&
      each.person.household.village.code.startsWith(alarm.place) &&
      isoOf(each.on) >= alarm.from &&
      isoOf(each.on) <= alarm.to
    return {
      disease: alarm.disease,
      method: alarm.method,
      rule: null,
      level: alarm.level,
      place: alarm.place,
      division: alarm.place,
      from: alarm.from,
      until: alarm.to,
      on: alarm.to,
      observed: alarm.detection.observed,
      expected: alarm.detection.expected,
      upper: alarm.detection.upper,
      cases: [],
      outbreak: planted.find(inside)?.outbreak ?? null,
    }
  })
}

/** Signals of the two years of the records, found by the same rules as in a real county, and how each was answered. */
export function planDiseaseSignals(cases: readonly DemoCase[], seed: number): DemoSignal[] {
  const random = randomOf(seed, 'disease signals')
  const lastOf = new Map<string, number>()
  const events = new Set<string>()
  return [...fixed(cases), ...watched(cases)]
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .filter(({ disease, place, on }) => {
      const key = `${disease} ${place}`
      const last = lastOf.get(key)
      if (last !== undefined && dayOf(on) - last < QUIET_DAYS) return false
      lastOf.set(key, dayOf(on))
      return true
    })
    .map(({ on, ...found }): DemoSignal => {
      const raisedAt = momentOf(
        on,
        `${String(random.int(8, 20)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
      )
      const verifiedAt = addMinutes(raisedAt, random.chance(LATE) ? random.int(130, 600) : random.int(6, 110))
      const first = found.outbreak !== null && !events.has(found.outbreak)
      const real = found.outbreak !== null
      if (first) events.add(found.outbreak!)
      const investigatedAt = real || random.chance(0.1) ? addMinutes(verifiedAt, random.int(40, 420)) : null
      const closedAt = addMinutes(investigatedAt ?? verifiedAt, random.int(20, investigatedAt ? 4000 : 120))
      const open = closedAt.slice(0, 10) > isoOf(TODAY)
      const graded = first
        ? gradeEvent({ on, disease: found.disease, cases: found.observed, deaths: 0, counties: 1 })
        : undefined
      return {
        ...found,
        ...signalClock(raisedAt),
        verifiedAt: verifiedAt.slice(0, 10) > isoOf(TODAY) ? null : verifiedAt,
        investigatedAt: investigatedAt && investigatedAt.slice(0, 10) <= isoOf(TODAY) ? investigatedAt : null,
        closedAt: open ? null : closedAt,
        state: open ? (investigatedAt ? 'investigating' : 'verified') : first ? 'event' : 'dismissed',
        grade: open ? null : (graded?.grade ?? null),
        gradeSource: open ? null : (graded?.source ?? null),
        dismissal:
          open || first
            ? null
            : real
              ? 'already-known'
              : (['expected', 'expected', 'unrelated-cases', 'reporting-artefact'] as const)[random.int(0, 3)]!,
      }
    })
}
