import type { Actor } from '../access/actor.ts'
import type { IsoDate } from '../period/date.ts'
import { getPeriod, monthOf, monthsBetween, periodsTouching } from '../period/period.ts'
import { appendEntry } from '../record/journal.ts'
import type { Connection, Database } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import { Refusal, refuse } from '../text/refusal.ts'
import { type Computation } from './engine.ts'
import { refreshFigures } from './refresh.ts'
import { deriveFigures } from './derive-figures.ts'
import { statedStatement } from './figure-sql.ts'
import { lastMonthOf, windowOf } from './horizon.ts'
import { standsAtMonthEnd } from './indicator.ts'
import { stateFigures } from './state-figures.ts'

/** A write on figures, as the journal keeps it. */
interface FigureWrite {
  readonly computation: Computation
  readonly actor: Actor
  readonly requestId: string
  readonly today: IsoDate
}

/** The months of the horizon with their state. */
export async function listMonths(
  database: Database,
  computation: Computation,
): Promise<{ period: string; status: 'open' | 'closed'; closedAt: string | null; closedBy: string | null }[]> {
  const closed = await database.query<{ period: string; closedAt: string; closedBy: string | null }>(
    `select c.period, c.closed_at as "closedAt", a.name as "closedBy" from closed_period c
     left join account a on a.county = c.county and a.id = c.closed_by where c.county = $1`,
    [computation.county],
  )
  const known = new Map(closed.map((row) => [row.period, row]))
  return monthsBetween(computation.horizon.firstMonth, computation.horizon.lastMonth).map((period) => ({
    period,
    status: known.has(period) ? 'closed' : 'open',
    closedAt: known.get(period)?.closedAt ?? null,
    closedBy: known.get(period)?.closedBy ?? null,
  }))
}

/** Periods that are complete once these months are closed: they freeze together with their last month. */
function periodsClosedBy(month: string, closed: ReadonlySet<string>): string[] {
  return periodsTouching([month])
    .filter((period) =>
      monthsBetween(monthOf(period.starts), monthOf(period.ends)).every((each) => each === month || closed.has(each)),
    )
    .map((period) => period.id)
}

type MonthState = Awaited<ReturnType<typeof listMonths>>[number]

/** Refuses a month that cannot be closed now: not a month, not over, unknown, closed already, or after one that is still open. */
function checkClosable(months: readonly MonthState[], month: string, today: IsoDate): void {
  const period = getPeriod(month)
  if (period.kind !== 'month')
    refuse('period', { zh: '只能按月结账，例如 2025-11', en: 'Only months are closed, for example 2025-11' })
  if (period.ends > today)
    refuse('period', {
      zh: `${month} 尚未结束，${period.ends} 之后才能结账`,
      en: `${month} is not over; it can be closed after ${period.ends}`,
    })
  const state = months.find((each) => each.period === month)
  if (!state) refuse('period', { zh: `${month} 没有数据`, en: `There are no figures for ${month}` })
  if (state!.status === 'closed')
    throw new Refusal('conflict', { zh: `${month} 已经结账`, en: `${month} is closed already` })
  const earlier = months.find((each) => each.period < month && each.status === 'open')
  if (earlier)
    throw new Refusal(
      'conflict',
      { zh: `请先结账 ${earlier.period}，各月须依次结账`, en: `Close ${earlier.period} first: months close in order` },
      { field: 'period' },
    )
}

/** Freezes months that follow each other, with every longer period they complete. */
async function freeze(
  connection: Connection,
  write: FigureWrite,
  closedBefore: readonly string[],
  months: readonly { month: string; on: IsoDate }[],
): Promise<Closing> {
  const { computation, actor } = write
  const closed = new Set(closedBefore)
  const periods = new Map<string, IsoDate>()
  for (const { month, on } of months) {
    for (const period of periodsClosedBy(month, closed)) periods.set(period, on)
    closed.add(month)
    await connection.query(
      `insert into closed_period (county, period, closed_by, closed_at) values ($1, $2, $3, ($4 || ' 09:00+08')::timestamptz)`,
      [computation.county, month, actor.account, on],
    )
  }
  const [row] = await connection.query<{ frozen: number }>(
    `with p as (select * from unnest($2::text[], $3::date[]) as p (period, closed_on)),
     periods as (
       update figure_period h set closed_on = p.closed_on from p where h.county = $1 and h.period = p.period and h.closed_on is null),
     frozen as (
       update figure f set status = 'closed', closed_on = p.closed_on from p
       where f.county = $1 and f.period = p.period and f.status = 'provisional' returning 1)
     select count(*) as frozen from frozen`,
    [computation.county, [...periods.keys()], [...periods.values()]],
  )
  const answer = { periods: [...periods.keys()], frozen: row!.frozen }
  await appendEntry(connection, {
    county: computation.county,
    requestId: write.requestId,
    at: new Date().toISOString(),
    deviceAt: null,
    account: actor.account,
    role: actor.role,
    action: 'figures.close',
    record: 'figure',
    recordId: null,
    person: null,
    division: computation.county,
    input: { months: months.map((each) => each.month) },
    changes: [],
    answer,
  })
  return answer
}

/** What closing a month came to. */
interface Closing {
  readonly frozen: number
  readonly periods: string[]
}

/** The answer to the same request, when it has been done already: whoever did not get the answer asks again. */
async function findClosing(connection: Connection, write: FigureWrite, month: string): Promise<Closing | undefined> {
  const [known] = await connection.query<{ answer: Closing; months: string[] }>(
    `select answer, input -> 'months' as months from journal where county = $1 and request_id = $2 and action = 'figures.close'`,
    [write.computation.county, write.requestId],
  )
  return known?.months.length === 1 && known.months[0] === month ? known.answer : undefined
}

/**
 * Closes a month: refreshes what is stale, then freezes its figures and those of every longer period it completes.
 * Months close in order; a month that is not over cannot be closed. The same request again gets the first answer.
 */
export async function closeMonth(database: Database, write: FigureWrite, month: string): Promise<Closing> {
  const known = await findClosing(database, write, month)
  if (known) return known
  const months = await listMonths(database, write.computation)
  checkClosable(months, month, write.today)
  await refreshFigures(database, write.computation)
  const closed = months.filter((each) => each.status === 'closed').map((each) => each.period)
  return database.transaction((connection) => freeze(connection, write, closed, [{ month, on: write.today }]))
}

/**
 * Closes every open month up to and including `month` in one stroke; for a county that starts with history.
 * `closedOn` tells the day each was closed; today unless given.
 */
export async function closeMonthsUntil(
  database: Database,
  write: FigureWrite,
  month: string,
  closedOn: (month: string) => IsoDate = () => write.today,
): Promise<number> {
  const months = await listMonths(database, write.computation)
  const open = months.filter((each) => each.status === 'open' && each.period <= month)
  if (open.length === 0) return 0
  const closed = months.filter((each) => each.status === 'closed').map((each) => each.period)
  for (const each of open)
    checkClosable(
      months.map((other) => (other.period < each.period ? { ...other, status: 'closed' as const } : other)),
      each.period,
      write.today,
    )
  await refreshFigures(database, write.computation)
  const wanted = open.map((each) => ({ month: each.period, on: closedOn(each.period) }))
  return (await database.transaction((connection) => freeze(connection, write, closed, wanted))).frozen
}

/** What the records give today for a closed figure, compared with what was closed. */
export interface Recomputed {
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
}

interface FigureRow extends Recomputed {
  status: 'provisional' | 'closed' | 'revised'
}

const FIGURE =
  'select value, numerator, denominator, status from figure where county = $1 and indicator = $2 and period = $3 and place = $4'

/**
 * Revises a closed figure to what the records give now: the old value stays in the history with the reason and who did it.
 * What stands at the end of a period is revised for its last month, from which every longer period is read.
 * @throws Refusal when the figure is not closed, or nothing has changed.
 */
export async function reviseFigure(
  database: Database,
  write: FigureWrite,
  target: { indicator: string; place: string; period: string; reason: string },
): Promise<{ before: Recomputed; after: Recomputed }> {
  const { computation, actor } = write
  if (target.reason.trim().length < 4)
    refuse('reason', {
      zh: '请写明修订原因（不少于4个字）',
      en: 'Give the reason of the revision (at least 4 characters)',
    })
  const indicators = computation.indicators.filter((each) => each.id === target.indicator)
  const asked = windowOf(getPeriod(target.period), computation.horizon)
  const period = indicators.some(standsAtMonthEnd) ? lastMonthOf(asked) : asked.period
  const key = [computation.county, target.indicator, period, target.place]
  return database.transaction(async (connection) => {
    await runSql(connection, statedStatement(computation.county, target.indicator, period, target.place))
    const [before] = await connection.query<FigureRow>(`${FIGURE} for update`, key)
    if (!before) throw new Refusal('not-found', { zh: '没有这个数据', en: 'There is no such figure' })
    if (before.status === 'provisional')
      throw new Refusal('conflict', {
        zh: '该数据尚未结账，会随记录自动更新，无需修订',
        en: 'The figure is not closed; it follows the records by itself',
      })
    await connection.query(
      `update figure set status = 'provisional' where county = $1 and indicator = $2 and period = $3 and place = $4`,
      key,
    )
    const after = await recompute(connection, { ...computation, indicators }, { ...target, period })
    if (
      after.value === before.value &&
      after.numerator === before.numerator &&
      after.denominator === before.denominator
    ) {
      throw new Refusal('conflict', {
        zh: '按现有记录重新计算，结果与结账数一致，无需修订',
        en: 'Computed again from the records, the figure is the same: nothing to revise',
      })
    }
    await connection.query(
      `update figure set status = 'revised' where county = $1 and indicator = $2 and period = $3 and place = $4`,
      key,
    )
    await connection.query(
      `insert into figure_revision (county, indicator, place, period, old_value, new_value, old_numerator, new_numerator, old_denominator, new_denominator, reason, revised_by)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
      [
        computation.county,
        target.indicator,
        target.place,
        period,
        before.value,
        after.value,
        before.numerator,
        after.numerator,
        before.denominator,
        after.denominator,
        target.reason,
        actor.account,
      ],
    )
    const answer = { before: pick(before), after: pick(after) }
    await appendEntry(connection, {
      county: computation.county,
      requestId: write.requestId,
      at: new Date().toISOString(),
      deviceAt: null,
      account: actor.account,
      role: actor.role,
      action: 'figures.revise',
      record: 'figure',
      recordId: null,
      person: null,
      division: computation.county,
      input: target,
      changes: [],
      answer,
    })
    return answer
  })
}

const pick = ({ value, numerator, denominator }: Recomputed): Recomputed => ({ value, numerator, denominator })

async function recompute(
  connection: Connection,
  computation: Computation,
  target: { indicator: string; place: string; period: string },
): Promise<Recomputed> {
  const window = windowOf(getPeriod(target.period), computation.horizon)
  const { county, indicators } = computation
  await stateFigures(connection, county, indicators, [window], { places: [target.place], revising: true })
  await deriveFigures(connection, county, indicators, [window], [target.place])
  const [row] = await connection.query<Recomputed>(FIGURE, [
    computation.county,
    target.indicator,
    target.period,
    target.place,
  ])
  return row!
}
