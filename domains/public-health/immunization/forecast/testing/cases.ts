import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { forecast } from '../forecast.ts'
import type { GivenDose, SeriesForecast } from '../result.ts'
import { findSchedule } from '../schedules.ts'
import type { SeriesCode, VaccineCode } from '../vaccines.ts'

/** One example: a history, a day, and what the schedule says of one series. */
export interface Example {
  /** Where the rule stands. */
  readonly source: string
  readonly schedule?: string
  readonly birth?: IsoDate
  readonly sex?: 'F' | 'M'
  /** `HepB 0m, HepB 1m-1d`: vaccines with ages (days, months, years) or dates. */
  readonly given?: string
  /** An age or a date. */
  readonly on: string
  readonly series: SeriesCode
  /** One word for each dose of the series: its id, or why it does not count. */
  readonly doses?: string
  /** `hepb-2 1m 12m-1d due` (earliest, latest), or the status of a series that wants nothing. */
  readonly next?: string
}

/** The day of an age (`18m`, `6y`, `24m-1d`, `28d`) or a date. */
export function at(birth: IsoDate, written: string): IsoDate {
  if (/^\d{4}-/.test(written)) return written
  const match = /^(?:(\d+)([dmy]))(?:([+-])(\d+)([dm]))?$/.exec(written)
  assert.ok(match, `“${written}” is no age`)
  const [, size, unit, sign, more, moreUnit] = match
  const add = (from: IsoDate, count: number, of: string) =>
    of === 'd' ? addDays(from, count) : addMonths(from, of === 'y' ? count * 12 : count)
  const base = add(birth, Number(size), unit!)
  return more ? add(base, Number(more) * (sign === '-' ? -1 : 1), moreUnit!) : base
}

/** A history as written in an example. */
export function historyOf(birth: IsoDate, given: string | undefined): GivenDose[] {
  return (given ?? '')
    .split(',')
    .map((dose) => dose.trim())
    .filter(Boolean)
    .map((dose) => {
      const [vaccine, when] = dose.split(' ')
      return { vaccine: vaccine as VaccineCode, date: at(birth, when!) }
    })
}

/** Born late enough for the newest rules of every age under six. */
const BIRTH = '2025-03-10'

/** The series asked about in an example. */
export function answerTo(example: Example): SeriesForecast {
  const { birth = BIRTH, sex = 'F' } = example
  const answer = forecast({
    birth,
    sex,
    on: at(birth, example.on),
    schedule: findSchedule(example.schedule ?? '2026')!,
    doses: historyOf(birth, example.given),
  })
  return answer.series.find((each) => each.series === example.series)!
}

function told(example: Example): string {
  const { schedule = '2026', birth = BIRTH, given = 'nothing', on, series } = example
  return `${schedule} ${series}: born ${birth}, ${given}, on ${on} (${example.source})`
}

/** Makes a test of every example. */
export function testExamples(examples: readonly Example[]): void {
  for (const example of examples)
    test(told(example), () => {
      const { birth = BIRTH } = example
      const { doses, next, status } = answerTo(example)
      if (example.doses !== undefined)
        assert.equal(doses.map((dose) => dose.id ?? dose.reason).join(' '), example.doses)
      if (example.next === undefined) return
      const [id, earliest, latest, wanted] = example.next.split(' ')
      if (!latest) return assert.equal(next ? `${next.id} ${next.status}` : status, example.next)
      assert.deepEqual(next && [next.id, next.earliest, next.recommended, next.latest, next.status], [
        id,
        at(birth, earliest!),
        at(birth, earliest!),
        at(birth, latest),
        wanted,
      ])
      assert.equal(status, wanted)
    })
}
