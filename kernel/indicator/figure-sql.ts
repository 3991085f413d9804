import { sql, type SQL } from 'drizzle-orm'
import { divisionLevel } from '../place/code.ts'
import { textArray } from '../store/orm.ts'
import type { Window } from './horizon.ts'
import type { Indicator } from './indicator.ts'

/** The moment of a computation, as precise as figures are stored with it: those of the present transaction are known by it. */
export const COMPUTED_NOW = sql`date_trunc('milliseconds', now())`

/** Villages as `figure_period` speaks of them. */
export function placeStatement(county: string): SQL {
  return sql`insert into figure_place (county, place, parent)
    select ${county}, code, parent from division where code >= ${county} and code < ${county} || '~' and length(code) = 12
    on conflict (county, place) do nothing`
}

/**
 * Takes away the figures of villages that have become empty, so that what is stored does not depend on how it came about. Rows are named by the whole key: in a
 * new installation the database knows nothing of the size of its tables, and anything else is looked for row by row.
 */
export function dropStatement(
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  places: readonly string[],
): SQL {
  // A quantity by which places are ranked has a rank where it is zero, too.
  const emptied = indicators.filter((each) => each.kind !== 'quantity' || each.better === 'neither')
  const villages = places.filter((place) => divisionLevel(place) === 'village')
  return sql`delete from figure f
    where f.county = ${county} and f.indicator = any(${textArray(emptied.map((each) => each.id))})
      and f.period = any(${textArray(windows.map((window) => window.period))}) and f.place = any(${textArray(villages)})
      and f.status = 'provisional' and f.numerator = 0 and coalesce(f.denominator, 0) = 0
      and exists (select 1 from figure_period h where h.county = f.county and h.indicator = f.indicator and h.period = f.period)`
}

/** Gives a village its empty figure as a row of its own, so that it can be revised. */
export function statedStatement(county: string, indicator: string, period: string, place: string): SQL {
  return sql`insert into figure (county, indicator, place, period, definition_version, value, numerator, denominator, status, closed_on, computed_at, at_month_end)
    select h.county, h.indicator, v.place, h.period, h.definition_version, h.empty_value, 0, h.empty_denominator,
      case when h.closed_on is null then 'provisional' else 'closed' end, h.closed_on, h.computed_at, h.at_month_end
    from figure_period h join figure_place v on v.county = h.county
    where h.county = ${county} and h.indicator = ${indicator} and h.period = ${period} and v.place = ${place}
    on conflict (county, indicator, period, place) do nothing`
}

/** Ranks divisions among their siblings. Equal values share the better rank; a place without value is not ranked. */
export function rankStatement(
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  parents?: readonly string[],
): SQL {
  const ranked = indicators.filter((indicator) => indicator.better !== 'neither')
  return sql`update figure f set rank = r.rank, ranked_of = r.total from (
      select f.indicator, f.place, f.period, case when f.value is null then null else
          rank() over (partition by f.indicator, f.period, p.parent order by (case when d.better = 'lower' then -f.value else f.value end) desc nulls last) end as rank,
        count(f.value) over (partition by f.indicator, f.period, p.parent) as total
      from figure f join division p on p.code = f.place
      join unnest(${textArray(ranked.map((each) => each.id))}, ${textArray(ranked.map((each) => each.better))}) as d (indicator, better) on d.indicator = f.indicator
      where f.county = ${county} and f.period = any(${textArray(windows.map((window) => window.period))})
        and p.parent is not null and length(p.parent) > 4${parents ? sql` and p.parent = any(${textArray(parents)})` : sql``}) r
    where f.county = ${county} and f.indicator = r.indicator and f.place = r.place and f.period = r.period and f.status = 'provisional'
      and (f.rank is distinct from r.rank or f.ranked_of is distinct from r.total)`
}
