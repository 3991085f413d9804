import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { DiseaseCourse } from './course.ts'

/** Days from the first to the last, both included. */
export interface Span {
  readonly from: IsoDate
  readonly until: IsoDate
}

type Course = Pick<DiseaseCourse, 'incubation' | 'infectious'>

/** When a case can have been infected: the longest to the shortest incubation before onset. */
export function exposureWindow({ incubation: [shortest, longest] }: Course, onset: IsoDate): Span {
  return { from: addDays(onset, -longest), until: addDays(onset, -shortest) }
}

/** When a case can infect others; undefined where the disease does not pass from person to person. */
export function infectiousPeriod({ infectious }: Course, onset: IsoDate): Span | undefined {
  return infectious && { from: addDays(onset, infectious[0]), until: addDays(onset, infectious[1]) }
}

/** The last day of medical observation of a contact: the longest incubation after the last contact. */
export function observeUntil({ incubation }: Course, lastContact: IsoDate): IsoDate {
  return addDays(lastContact, incubation[1])
}

/** The days on which the one can have infected the other; undefined when there are none. */
export function possibleExposure(course: Course, infectorOnset: IsoDate, infecteeOnset: IsoDate): Span | undefined {
  const infectious = infectiousPeriod(course, infectorOnset)
  if (!infectious) return undefined
  const window = exposureWindow(course, infecteeOnset)
  const from = infectious.from > window.from ? infectious.from : window.from
  const until = infectious.until < window.until ? infectious.until : window.until
  return from <= until ? { from, until } : undefined
}

/** Who infected whom. */
export interface Link {
  readonly infector: string
  readonly infectee: string
}

/** Whether a further link would make somebody the source of the own infection. */
export function closesCircle(links: readonly Link[], { infector, infectee }: Link): boolean {
  const sourceOf = new Map(links.map((link) => [link.infectee, link.infector]))
  for (let at: string | undefined = infector; at !== undefined; at = sourceOf.get(at)) if (at === infectee) return true
  return false
}

/**
 * The generation of each case of a chain: 1 for those whose source is not among them, 2 for whom they infected, and so on. Links form a forest: one source
 * for each case, and no circle (see `closesCircle`).
 */
export function generations(cases: readonly string[], links: readonly Link[]): ReadonlyMap<string, number> {
  const inside = new Set(cases)
  const sourceOf = new Map(
    links.filter((link) => inside.has(link.infector)).map((link) => [link.infectee, link.infector]),
  )
  const known = new Map<string, number>()
  const generationOf = (id: string): number => {
    const ready = known.get(id)
    if (ready !== undefined) return ready
    const source = sourceOf.get(id)
    const generation = source === undefined ? 1 : generationOf(source) + 1
    known.set(id, generation)
    return generation
  }
  for (const id of cases) generationOf(id)
  return known
}

/** A day and how many fell ill on it. */
export interface CurveDay {
  readonly on: IsoDate
  readonly cases: number
}

/** The epidemic curve: every day from the first onset to the last, days without cases among them. Empty without onsets. */
export function epidemicCurve(onsets: readonly IsoDate[]): CurveDay[] {
  if (onsets.length === 0) return []
  const sorted = [...onsets].sort()
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const counts = new Map<IsoDate, number>()
  for (const on of onsets) counts.set(on, (counts.get(on) ?? 0) + 1)
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => {
    const on = addDays(first, day)
    return { on, cases: counts.get(on) ?? 0 }
  })
}

/** The last day of the quiet time after which a cluster is over: one or two longest incubations after the last onset. */
export function quietUntil({ incubation, quietIncubations }: DiseaseCourse, lastOnset: IsoDate): IsoDate {
  return addDays(lastOnset, incubation[1] * quietIncubations)
}

/**
 * The mean of the days between the onsets of who infected and who was infected (serial interval), which stands for the generation time where only onsets are
 * known. Undefined without links.
 */
export function meanSerialInterval(
  links: readonly Link[],
  onsetOf: (id: string) => IsoDate | undefined,
): number | undefined {
  const intervals = links.flatMap(({ infector, infectee }) => {
    const [from, to] = [onsetOf(infector), onsetOf(infectee)]
    return from && to ? [daysBetween(from, to)] : []
  })
  return intervals.length === 0 ? undefined : intervals.reduce((sum, days) => sum + days, 0) / intervals.length
}
