import { sql, type SQL } from 'drizzle-orm'
import { getPeriod, monthsOf } from '../period/period.ts'
import { isMonth, lastMonthOf, type Window } from './horizon.ts'
import { hasBase, rolledRows } from './compile.ts'
import { standsAtMonthEnd, statedMeasuresOfAll, termsOf, type Indicator } from './indicator.ts'

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

/** Terms as a row source: t(indicator, side, measure, weight, stock, at_month_end). */
function termSource(indicators: readonly Indicator[]): SQL {
  const rows = indicators.flatMap((indicator) => [
    ...termsOf(indicator.numerator).map((term) => ({ indicator, side: 'n', ...term })),
    ...(indicator.kind === 'ratio'
      ? termsOf(indicator.denominator).map((term) => ({ indicator, side: 'd', ...term }))
      : []),
  ])
  return sql`(select indicator ${C_ORDER} as indicator, side, measure ${C_ORDER} as measure, weight, stock, at_month_end from
    unnest(${list(rows.map((row) => row.indicator.id))}::text[], ${list(rows.map((row) => row.side))}::text[],
      ${list(rows.map((row) => row.measure.id))}::text[], ${list(rows.map((row) => row.weight))}::numeric[],
      ${list(rows.map((row) => row.measure.kind === 'stock'))}::boolean[], ${list(rows.map((row) => standsAtMonthEnd(row.indicator)))}::boolean[])
      as u (indicator, side, measure, weight, stock, at_month_end)) t`
}

/** Best first, ties on the better rank, places without value not ranked. */
const RANK_ORDER = sql`order by (case when r.better = 'lower' then -r.value else r.value end) desc nulls last`
const UNRANKED = sql`r.better = 'neither' or r.parent is null or r.value is null`

/**
 * Computes figures from what measures have stored (months of a place, or values of windows): every division has one for every period (zero is a value), institutions where something was counted;
 * what stands at the end of a period has them for months only.
 * Exact decimal arithmetic; rounded half up once, at the indicator's decimals. Closed figures are left as they are;
 * a figure that is computed for the first time for closed months is closed at once.
 * A computation of all places ranks them in the same stroke; one of some places is followed by `rankStatement`. Derived figures get their values afterwards, by `deriveFigures`.
 * `first`: these indicators have no figures yet, so that nothing need be looked for before writing.
 */
export function figureStatement(
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  places?: readonly string[],
  first = false,
): SQL {
  const measures = statedMeasuresOfAll(indicators)
  const periods = sql`${list(windows.map((window) => window.period))}::text[]`
  const only = (column: SQL) => (places ? sql` and ${column} = any(${list(places)}::text[])` : sql``)
  const ranks = places
    ? sql`null::int, null::int`
    : sql`case when ${UNRANKED} then null else rank() over (partition by r.indicator, r.period, r.parent ${RANK_ORDER}) end,
      case when r.better = 'neither' or r.parent is null then null else count(r.value) over (partition by r.indicator, r.period, r.parent) end`
  return sql`insert into figure (county, indicator, place, period, definition_version, value, numerator, denominator, rank, ranked_of, status, closed_on, computed_at, at_month_end)
    with w (period, month, is_month, closed_on) as (
      select x.period ${C_ORDER}, x.last ${C_ORDER}, x.is_month, case when count(m.period) = x.months then (max(m.closed_at) at time zone 'Asia/Shanghai')::date end
      from unnest(${periods}, ${list(windows.map((window) => monthsOf(getPeriod(window.period)).length))}::int[],
        ${list(windows.map((window) => window.starts.slice(0, 7)))}::text[], ${list(windows.map(lastMonthOf))}::text[],
        ${list(windows.map(isMonth))}::boolean[]) as x (period, months, first, last, is_month)
      left join closed_period m on m.county = ${county} and m.period >= x.first and m.period <= x.last group by x.period, x.last, x.is_month, x.months),
    value as (
      ${sql.join(
        [
          sql`select v.measure, v.place, v.period, v.value from measure_value v
            where v.county = ${county} and v.measure = any(${list(measures.filter((each) => !hasBase(each)).map((each) => each.id))}::text[])${only(sql`v.place`)}`,
          ...rolledRows(measures, county, windows, places),
        ],
        sql` union all `,
      )}),
    counted as (
      select t.indicator, v.place, w.period, coalesce(sum(v.value * t.weight) filter (where t.side = 'n'), 0) as n,
             coalesce(sum(v.value * t.weight) filter (where t.side = 'd'), 0) as d
      from ${termSource(indicators)} join w on w.is_month or not t.at_month_end
        join value v on v.measure = t.measure and v.period = case when t.stock then w.month else w.period end
      group by 1, 2, 3),
    grid as (
      select d.indicator, d.version, d.kind, d.scale, d.decimals, d.better, d.at_month_end, p.code as place, p.parent, w.period
      from ${definitionSource(indicators)} cross join division p join w on w.is_month or not d.at_month_end
      where p.code >= ${county} and p.code < ${county} || '~'${only(sql`p.code`)}
      union all
      select d.indicator, d.version, d.kind, d.scale, d.decimals, d.better, d.at_month_end, c.place, null, c.period
      from counted c join ${definitionSource(indicators)} on d.indicator = c.indicator where c.place >= 'A'),
    r as (
      select g.*, case when g.kind = 'quantity' then round(coalesce(c.n, 0), g.decimals) when g.kind = 'derived' then null
           when coalesce(c.d, 0) = 0 then null
           else round(c.n * g.scale / c.d, g.decimals) end as value,
        trim_scale(coalesce(c.n, 0)) as n, case when g.kind = 'ratio' then trim_scale(coalesce(c.d, 0)) end as d
      from grid g left join counted c on c.indicator = g.indicator and c.place = g.place and c.period = g.period)
    select ${county}, r.indicator, r.place, r.period, r.version, r.value, r.n, r.d, ${ranks},
      case when w.closed_on is null then 'provisional' else 'closed' end, w.closed_on, now(), r.at_month_end
    from r join w on w.period = r.period
    order by r.indicator, r.period, r.place${first ? sql`` : REPLACE_PROVISIONAL}`
}

const REPLACE_PROVISIONAL = sql`
    on conflict (county, indicator, period, place) do update set definition_version = excluded.definition_version, value = excluded.value,
      numerator = excluded.numerator, denominator = excluded.denominator, computed_at = excluded.computed_at, at_month_end = excluded.at_month_end
      where figure.status = 'provisional'`

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
