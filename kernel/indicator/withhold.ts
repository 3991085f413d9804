import type { Connection } from '../store/connection.ts'

/** What row-level security says of a figure that tells of a restricted subject, for a reader who may not see whom it counts (`kangheng.guard`). */
export interface Guard {
  /** Counts from one up to below this are withheld. */
  readonly below: number
  /** Of a division: the one above, whose figure is the sum of those beside it. */
  readonly parent: string | null
  /** The one above that: where the figure of the parent is withheld, those that add up to it are as well. */
  readonly grandparent: string | null
  /** The smaller of numerator and denominator that is not zero, here and in the periods it is compared with; null where there is none. */
  readonly size: number | null
  readonly lastYearSize: number | null
  readonly previousSize: number | null
  readonly lastYearPeriod: string | null
  readonly previousPeriod: string | null
}

/** The smaller of numerator and denominator of a figure that is not zero, as SQL over its alias. */
export const sizeOf = (alias: string) => `least(nullif(${alias}.numerator, 0), nullif(${alias}.denominator, 0))`

interface Guarded {
  readonly indicator: string
  readonly place: string
  readonly storedPeriod: string
  readonly guard: Guard | null
}

const keyOf = (...parts: readonly (string | null)[]) => parts.join(' ')

/**
 * Which figures of divisions are withheld among those that add up to the figure above: every small one; and where there is one, the smallest others until two at
 * least are withheld which together are not small, so that none follows from the sum and the rest.
 */
async function withheldAmongSiblings(
  connection: Connection,
  county: string,
  asked: readonly { indicator: string; period: string; parent: string; below: number }[],
): Promise<ReadonlySet<string>> {
  const rows = await connection.query<{ indicator: string; period: string; place: string }>(
    `select indicator, period, place from (
       select s.indicator, s.period, s.place, ${sizeOf('s')} as size, a.below,
         count(*) filter (where ${sizeOf('s')} < a.below) over siblings as small,
         row_number() over in_order as nth,
         coalesce(sum(${sizeOf('s')}) over (in_order rows between unbounded preceding and 1 preceding), 0) as smaller
       from (select distinct * from unnest($2::text[], $3::text[], $4::text[], $5::numeric[]) as x (indicator, period, parent, below)) a
       join division d on d.parent = a.parent
       join figure s on s.county = $1 and s.indicator = a.indicator and s.period = a.period and s.place = d.code
       where ${sizeOf('s')} is not null
       window siblings as (partition by s.indicator, s.period, a.parent), in_order as (siblings order by ${sizeOf('s')}, s.place)) ranked
     where size < below or (small > 0 and (nth <= 2 or smaller < below))`,
    [
      county,
      asked.map(({ indicator }) => indicator),
      asked.map(({ period }) => period),
      asked.map(({ parent }) => parent),
      asked.map(({ below }) => below),
    ],
  )
  return new Set(rows.map((row) => keyOf(row.indicator, row.period, row.place)))
}

/** Which of the periods of a figure may not be told: its own, and those it is compared with. */
export interface Withheld {
  readonly own: boolean
  readonly lastYear: boolean
  readonly previous: boolean
}

/** Tells of each guarded reading what is withheld; readings without a guard are not looked at. Runs inside the reader's scope. */
export async function findWithheld<Reading extends Guarded>(
  connection: Connection,
  county: string,
  readings: readonly Reading[],
): Promise<(reading: Reading) => Withheld | undefined> {
  const asked = readings.flatMap(({ indicator, storedPeriod, guard }) => {
    if (!guard) return []
    const periods = [storedPeriod, guard.lastYearPeriod, guard.previousPeriod].filter((period) => period !== null)
    const parents = [guard.parent, guard.grandparent].filter((parent) => parent !== null)
    return periods.flatMap((period) => parents.map((parent) => ({ indicator, period, parent, below: guard.below })))
  })
  const known = asked.length > 0 ? await withheldAmongSiblings(connection, county, asked) : new Set<string>()
  return ({ indicator, place, storedPeriod, guard }) => {
    if (!guard) return undefined
    const isWithheld = (period: string | null, size: number | null) =>
      size !== null &&
      (size < guard.below ||
        known.has(keyOf(indicator, period, place)) ||
        known.has(keyOf(indicator, period, guard.parent)))
    return {
      own: isWithheld(storedPeriod, guard.size),
      lastYear: isWithheld(guard.lastYearPeriod, guard.lastYearSize),
      previous: isWithheld(guard.previousPeriod, guard.previousSize),
    }
  }
}
