import { sql, type SQL } from 'drizzle-orm'
import { getPeriod, monthsOf } from '../period/period.ts'
import { isMonth, lastMonthOf, type Window } from './horizon.ts'
import { standsAtMonthEnd, type Indicator } from './indicator.ts'

/** Identifiers are sorted by their bytes, as the tables keep them; a database's own language would take several times as long. */
const C_ORDER = sql`collate "C"`
const list = (values: readonly unknown[]) => sql.param([...values])

/** Definitions as a row source: d(indicator, version, kind, scale, decimals, better, at_month_end). */
function definitionSource(indicators: readonly Indicator[]): SQL {
  return sql`(select indicator ${C_ORDER} as indicator, version, kind, scale, decimals, better, at_month_end from
    unnest(${list(indicators.map((each) => each.id))}::text[], ${list(indicators.map((each) => each.version))}::int[],
      ${list(indicators.map((each) => each.kind))}::text[], ${list(indicators.map((each) => (each.kind === 'ratio' ? each.scale : 1)))}::int[],
      ${list(indicators.map((each) => each.decimals))}::int[], ${list(indicators.map((each) => each.better))}::text[],
      ${list(indicators.map(standsAtMonthEnd))}::boolean[]) as u (indicator, version, kind, scale, decimals, better, at_month_end)) d`
}

/** Periods as a row source, w: with their last month, and the day on which the last of their months was closed when all are. */
const windowSource = (
  county: string,
  windows: readonly Window[],
): SQL => sql`w (period, month, is_month, closed_on) as (
      select x.period ${C_ORDER}, x.last ${C_ORDER}, x.is_month, case when count(m.period) = x.months then (max(m.closed_at) at time zone 'Asia/Shanghai')::date end
      from unnest(${list(windows.map((window) => window.period))}::text[], ${list(windows.map((window) => monthsOf(getPeriod(window.period)).length))}::int[],
        ${list(windows.map((window) => window.starts.slice(0, 7)))}::text[], ${list(windows.map(lastMonthOf))}::text[],
        ${list(windows.map(isMonth))}::boolean[]) as x (period, months, first, last, is_month)
      left join closed_period m on m.county = ${county} and m.period >= x.first and m.period <= x.last group by x.period, x.last, x.is_month, x.months)`

/** Digits of the code of a village. */
export const VILLAGE_DIGITS = 12

/**
 * Says that the figures of these indicators have been made in all places, and what an empty one is. Periods that are closed stay as they are;
 * those whose months are all closed are closed at once.
 */
export function periodStatement(county: string, indicators: readonly Indicator[], windows: readonly Window[]): SQL {
  return sql`insert into figure_period (county, indicator, period, definition_version, empty_value, empty_denominator, computed_at, closed_on, at_month_end)
    with ${windowSource(county, windows)}
    select ${county}, d.indicator, w.period, d.version, case when d.kind = 'quantity' then round(0::numeric, d.decimals) end,
      case when d.kind = 'ratio' then 0 end, now(), w.closed_on, d.at_month_end
    from ${definitionSource(indicators)} join w on w.is_month or not d.at_month_end
    on conflict (county, indicator, period) do update set definition_version = excluded.definition_version, empty_value = excluded.empty_value,
      empty_denominator = excluded.empty_denominator, computed_at = excluded.computed_at, closed_on = excluded.closed_on, at_month_end = excluded.at_month_end
      where figure_period.closed_on is null`
}

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
  const villages = places.filter((place) => place.length === VILLAGE_DIGITS && place < 'A')
  return sql`delete from figure f
    where f.county = ${county} and f.indicator = any(${list(emptied.map((each) => each.id))}::text[])
      and f.period = any(${list(windows.map((window) => window.period))}::text[]) and f.place = any(${list(villages)}::text[])
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
      join unnest(${list(ranked.map((each) => each.id))}::text[], ${list(ranked.map((each) => each.better))}::text[]) as d (indicator, better) on d.indicator = f.indicator
      where f.county = ${county} and f.period = any(${list(windows.map((window) => window.period))}::text[])
        and p.parent is not null${parents ? sql` and p.parent = any(${list(parents)}::text[])` : sql``}) r
    where f.county = ${county} and f.indicator = r.indicator and f.place = r.place and f.period = r.period and f.status = 'provisional'
      and (f.rank is distinct from r.rank or f.ranked_of is distinct from r.total)`
}
