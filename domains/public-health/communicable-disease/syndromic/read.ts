import { sql } from 'drizzle-orm'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { asDisease, type Syndrome } from '../syndromes.ts'
import { BACK, judgeDay } from './judge.ts'

/** What a place counted on a day, beside what the days before it let expect; null where they were too few. */
export interface SyndromeDay {
  readonly on: IsoDate
  readonly id: string
  readonly count: number
  readonly expected: number | null
  readonly upper: number | null
  readonly alarm: boolean
}

/** The series of one place, and what became of its alarms. */
export interface SyndromeSeries {
  readonly syndrome: Syndrome
  readonly unit: string
  readonly division: string
  readonly divisionName: string
  readonly days: readonly SyndromeDay[]
  readonly signals: readonly { readonly id: string; readonly from: IsoDate; readonly state: string }[]
}

interface Asked {
  readonly county: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly syndrome?: Syndrome | undefined
}

type Row = Omit<SyndromeSeries, 'days' | 'signals'> & {
  id: string
  on: IsoDate
  count: number
  upper: number | null
  alarm: string
}

/**
 * The series of every place from one day to another, within what the reader may see. Limit and alarm are those that were found when the day was reported; the
 * expected number is the mean behind them (EARS C2 of the days reported until now).
 */
export async function readSyndromes(connection: Connection, asked: Asked): Promise<SyndromeSeries[]> {
  const { county, from, until, syndrome } = asked
  const rows = await runSql<Row>(
    connection,
    sql`select s.id, s.syndrome, s.unit, s.division, d.name as "divisionName", s.happened_on::text as "on", s.count, s.upper, s.alarm
      from syndrome_count s join division d on d.code = s.division
      where s.county = ${county} and s.voided_at is null and s.happened_on between ${addDays(from, -BACK)}::date and ${until}::date
        and ${syndrome ? sql`s.syndrome = ${syndrome}` : sql`true`}
      order by s.syndrome, s.division, s.unit, s.happened_on`,
  )
  const signals = await runSql<{ id: string; disease: string; place: string; from: IsoDate; state: string }>(
    connection,
    sql`select id, disease, place, from_on::text as "from", state from disease_signal
      where county = ${county} and voided_at is null and level = 'unit' and method = 'ears-c2' and until_on >= ${from}::date and from_on <= ${until}::date
      order by from_on`,
  )
  const places = Map.groupBy(rows, (row) => `${row.syndrome} ${row.division} ${row.unit}`)
  return [...places.values()].map((counts): SyndromeSeries => {
    const { syndrome: counted, unit, division, divisionName } = counts[0]!
    return {
      ...{ syndrome: counted, unit, division, divisionName },
      days: counts
        .filter(({ on }) => on >= from)
        .map(({ id, on, count, upper, alarm }) => ({
          ...{ id, on, count, upper, alarm: alarm === 'above' },
          expected: upper === null ? null : judgeDay(counts, { on, count }).expected,
        })),
      signals: signals
        .filter(({ disease, place }) => disease === asDisease(counted) && place === unit)
        .map(({ id, from: since, state }) => ({ id, from: since, state })),
    }
  })
}
