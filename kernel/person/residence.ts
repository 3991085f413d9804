import { addMonths, type IsoDate } from '../period/date.ts'

/** Months of living in a place that make somebody a usual resident (常住), and of being away that end it. */
const USUAL_AFTER_MONTHS = 6

/** How somebody came to stay: for good, or for the time being. */
export type Stay = 'settled' | 'temporary'

/**
 * The day from which somebody who came counts among the usual residents: at once when settled or registered here,
 * after six months when the stay is temporary. Source: usual residence in population statistics, half a year.
 */
export function usualFrom(cameOn: IsoDate, stay: Stay, registeredHere: boolean): IsoDate {
  return stay === 'settled' || registeredHere ? cameOn : addMonths(cameOn, USUAL_AFTER_MONTHS)
}

/**
 * The first day on which somebody who left no longer counts: at once when gone for good or not registered here,
 * after six months when a registered resident is away for the time being.
 */
export function usualUntil(leftOn: IsoDate, stay: Stay, registeredHere: boolean): IsoDate {
  return stay === 'settled' || !registeredHere ? leftOn : addMonths(leftOn, USUAL_AFTER_MONTHS)
}

/** An interval of days: `startsOn` belongs to it, `endsOn` is the first day that no longer does. */
export interface Span {
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}

/** Whether a span has any day at all; a cancelled episode has none. */
export function isEmpty(span: Span): boolean {
  return span.endsOn !== null && span.endsOn <= span.startsOn
}

/** Whether the day belongs to the span. */
export function covers(span: Span, day: IsoDate): boolean {
  return span.startsOn <= day && (span.endsOn === null || day < span.endsOn)
}

/** Whether two spans share a day. */
export function overlaps(one: Span, other: Span): boolean {
  if (isEmpty(one) || isEmpty(other)) return false
  return (one.endsOn === null || other.startsOn < one.endsOn) && (other.endsOn === null || one.startsOn < other.endsOn)
}

/** Where a span must end when it is cut on a day: never before it started, so that a cut-off future stay becomes empty. */
export function cutEnd(span: Span, day: IsoDate): IsoDate {
  return day < span.startsOn ? span.startsOn : day
}

/** Whether a span still reaches beyond a day (and so has to be cut there). */
export function reachesBeyond(span: Span, day: IsoDate): boolean {
  return !isEmpty(span) && (span.endsOn === null || span.endsOn > day)
}
