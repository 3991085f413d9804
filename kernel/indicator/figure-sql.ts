import { sql, type SQL } from 'drizzle-orm'
import type { Window } from './horizon.ts'
import { termsOf, type Indicator } from './indicator.ts'

const list = (values: readonly unknown[]) => sql.param([...values])

/** Definitions as a row source: d(indicator, version, kind, scale, decimals). */
function definitionSource(indicators: readonly Indicator[]): SQL {
  return sql`unnest(${list(indicators.map((each) => each.id))}::text[], ${list(indicators.map((each) => each.version))}::int[],
    ${list(indicators.map((each) => each.kind))}::text[], ${list(indicators.map((each) => (each.kind === 'ratio' ? each.scale : 1)))}::int[],
    ${list(indicators.map((each) => each.decimals))}::int[]) as d (indicator, version, kind, scale, decimals)`
}

/** Terms as a row source: t(indicator, side, measure, weight). */
function termSource(indicators: readonly Indicator[]): SQL {
  const rows = indicators.flatMap((indicator) => [
    ...termsOf(indicator.numerator).map((term) => ({ indicator: indicator.id, side: 'n', ...term })),
    ...(indicator.kind === 'ratio'
      ? termsOf(indicator.denominator).map((term) => ({ indicator: indicator.id, side: 'd', ...term }))
      : []),
  ])
  return sql`unnest(${list(rows.map((row) => row.indicator))}::text[], ${list(rows.map((row) => row.side))}::text[],
    ${list(rows.map((row) => row.measure.id))}::text[], ${list(rows.map((row) => row.weight))}::numeric[]) as t (indicator, side, measure, weight)`
}

/**
 * Computes figures from measure values: every division has one for every period (zero is a value), institutions where something was counted.
 * Exact decimal arithmetic; rounded half up once, at the indicator's decimals. Closed figures are left as they are.
 */
export function figureStatement(
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  places?: readonly string[],
): SQL {
  const periods = sql`${list(windows.map((window) => window.period))}::text[]`
  const only = (column: SQL) => (places ? sql` and ${column} = any(${list(places)}::text[])` : sql``)
  return sql`insert into figure (county, indicator, place, period, definition_version, value, numerator, denominator, status, computed_at)
    with counted as (
      select t.indicator, v.place, v.period, coalesce(sum(v.value * t.weight) filter (where t.side = 'n'), 0) as n,
             coalesce(sum(v.value * t.weight) filter (where t.side = 'd'), 0) as d
      from ${termSource(indicators)} join measure_value v on v.county = ${county} and v.measure = t.measure and v.period = any(${periods})${only(sql`v.place`)}
      group by 1, 2, 3),
    grid as (
      select d.indicator, d.version, d.kind, d.scale, d.decimals, p.code as place, w.period
      from ${definitionSource(indicators)} cross join division p cross join unnest(${periods}) as w (period)
      where p.code >= ${county} and p.code < ${county} || '~'${only(sql`p.code`)}
      union all
      select d.indicator, d.version, d.kind, d.scale, d.decimals, c.place, c.period
      from counted c join ${definitionSource(indicators)} on d.indicator = c.indicator where c.place >= 'A')
    select ${county}, g.indicator, g.place, g.period, g.version,
      case when g.kind = 'quantity' then round(coalesce(c.n, 0), g.decimals)
           when coalesce(c.d, 0) = 0 then null
           else round(c.n * g.scale / c.d, g.decimals) end,
      trim_scale(coalesce(c.n, 0)), case when g.kind = 'ratio' then trim_scale(coalesce(c.d, 0)) end, 'provisional', now()
    from grid g left join counted c on c.indicator = g.indicator and c.place = g.place and c.period = g.period
    on conflict (county, indicator, period, place) do update set definition_version = excluded.definition_version, value = excluded.value,
      numerator = excluded.numerator, denominator = excluded.denominator, computed_at = excluded.computed_at
      where figure.status = 'provisional'`
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
