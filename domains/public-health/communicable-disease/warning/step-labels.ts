import { addDays, addMonths, daysBetween, type IsoDate, isIsoDate, isoDate } from '@kangheng/kernel/period/date.ts'
import type { Frequency } from './series.ts'

/** A label of a step as the file has it, understood. */
export type StepLabel =
  | { readonly kind: 'date'; readonly day: IsoDate }
  | { readonly kind: 'week'; readonly year: number; readonly week: number }
  | { readonly kind: 'number'; readonly value: number }

const [WEEKS, LONG_YEAR] = [52, 53]

/** Reads `2019-01-28`, `2019/1/28`, `20190128` or `2019年1月28日`; undefined when it is no day. */
export function parseDay(text: string): StepLabel | undefined {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? undefined
  if (!match) return undefined
  const day = isoDate(Number(match[1]), Number(match[2]), Number(match[3]))
  return isIsoDate(day) ? { kind: 'date', day } : undefined
}

/** Reads `2019-W05`, `2019W5`, `2019-05`, `201905`, `2019年第5周`, a day, or a plain number; undefined when it is no week. */
export function parseWeek(text: string): StepLabel | undefined {
  if (/^\d{1,5}$/.test(text)) return { kind: 'number', value: Number(text) }
  const match = /^(\d{4})(?:年?第?|[-/. ]?[Ww]|[-/. ])(\d{1,2})周?$/.exec(text)
  if (match) {
    const [year, week] = [Number(match[1]), Number(match[2])]
    return week >= 1 && week <= LONG_YEAR ? { kind: 'week', year, week } : undefined
  }
  return parseDay(text)
}

/** Whether the ISO year has 53 weeks: it begins on a Thursday, or is a leap year and begins on a Wednesday. Source: GB/T 7408 (ISO 8601). */
export function hasLongIsoYear(year: number): boolean {
  const [first, last] = [isoDate(year, 1, 1), isoDate(year, 12, 31)]
  return weekday(first) === 4 || weekday(last) === 4
}

/** 1 Monday … 7 Sunday. */
const weekday = (day: IsoDate) => (((daysBetween('2024-01-01', day) % 7) + 7) % 7) + 1

/** The Monday of an ISO week. */
export function isoMonday(year: number, week: number): IsoDate {
  const fourth = isoDate(year, 1, 4)
  return addDays(fourth, 1 - weekday(fourth) + 7 * (week - 1))
}

/** How a column of labels runs on. */
export interface Calendar {
  readonly frequency: Frequency
  /** Whether the weeks are those of the ISO calendar, so that each has a Monday. */
  readonly iso: boolean
  /** The labels that may follow `label`. */
  next(label: StepLabel): readonly StepLabel[]
}

/** Finds out how the labels run; undefined when they are of different kinds or at no step that is known. */
export function calendarOf(labels: readonly StepLabel[]): Calendar | undefined {
  const [first] = labels
  if (!first || labels.some((label) => label.kind !== first.kind)) return undefined
  if (first.kind === 'date') return dateCalendar(labels as Extract<StepLabel, { kind: 'date' }>[])
  if (first.kind === 'week') return weekCalendar(labels as Extract<StepLabel, { kind: 'week' }>[])
  return { frequency: 52, iso: false, next: (label) => afterNumber(label as Extract<StepLabel, { kind: 'number' }>) }
}

/** Week numbers run on, or begin again with 1 after 52 or 53. */
function afterNumber({ value }: { value: number }): StepLabel[] {
  const next: StepLabel[] = [{ kind: 'number', value: value + 1 }]
  return value === WEEKS || value === LONG_YEAR ? [...next, { kind: 'number', value: 1 }] : next
}

function dateCalendar(labels: readonly { day: IsoDate }[]): Calendar | undefined {
  const days = [...new Set(labels.map((label) => label.day))].sort()
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index]!, day))
  const step = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY)
  const date = (day: IsoDate): StepLabel => ({ kind: 'date', day })
  const by = (frequency: Frequency, iso: boolean, forward: (day: IsoDate) => IsoDate): Calendar => ({
    frequency,
    iso,
    next: (label) => [date(forward((label as { day: IsoDate }).day))],
  })
  if (step === 7) return by(52, true, (day) => addDays(day, 7))
  if (step >= 28 && step <= 31) return by(12, false, (day) => addMonths(day, 1))
  return step === 1 || labels.length === 1 ? by(365, false, (day) => addDays(day, 1)) : undefined
}

/**
 * Weeks of a year are 52 or 53. A file without any week 53 counts 52 a year, as many registers do; one with a week 53 in a year to which the ISO calendar
 * gives none uses another calendar; otherwise the ISO calendar decides which years have one.
 */
function weekCalendar(labels: readonly { year: number; week: number }[]): Calendar {
  const long = labels.filter(({ week }) => week === LONG_YEAR)
  const iso = long.every(({ year }) => hasLongIsoYear(year)) && (long.length > 0 || !lacksLongYear(labels))
  return {
    frequency: 52,
    iso,
    next(label) {
      const { year, week } = label as { year: number; week: number }
      const turn: StepLabel = { kind: 'week', year: year + 1, week: 1 }
      const on: StepLabel = { kind: 'week', year, week: week + 1 }
      if (week < WEEKS) return [on]
      if (week === LONG_YEAR) return [turn]
      if (iso) return [hasLongIsoYear(year) ? on : turn]
      return long.length > 0 ? [on, turn] : [turn]
    },
  }
}

/** Whether the labels pass the end of a year that has 53 ISO weeks. */
function lacksLongYear(labels: readonly { year: number }[]): boolean {
  const years = new Set(labels.map(({ year }) => year))
  return [...years].some((year) => hasLongIsoYear(year) && years.has(year + 1))
}

/** The label as a file should have it. */
export function printLabel(label: StepLabel): string {
  if (label.kind === 'date') return label.day
  if (label.kind === 'week') return `${label.year}-W${String(label.week).padStart(2, '0')}`
  return String(label.value)
}
