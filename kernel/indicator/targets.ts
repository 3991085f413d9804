import type { Actor } from '../access/actor.ts'
import { apportion } from '../exact/apportion.ts'
import { printDecimal } from '../exact/decimal.ts'
import type { Connection } from '../store/connection.ts'
import { appendEntry } from '../record/journal.ts'
import { Refusal, refuse } from '../text/refusal.ts'
import { termsOf, type Indicator } from './indicator.ts'
import { addsOverMonths } from './measure.ts'
import { targets } from './tables.ts'
import type { ActionContext } from '../record/define-action.ts'

/** A target of a place for a year. `months` holds the value due at the end of each month, twelve decimal strings. */
export interface Target {
  readonly indicator: string
  readonly place: string
  readonly year: number
  readonly value: string
  readonly months: readonly string[]
  readonly version: number
}

/** Whether the indicator grows through the year (events added up), so that its target is due in shares; a level is due as it is. */
export function accumulates(indicator: Indicator): boolean {
  return indicator.kind === 'quantity' && termsOf(indicator.numerator).every((term) => addsOverMonths(term.measure))
}

/** value × part / whole as a decimal string with `decimals` places, rounded half up. */
function share(value: string, part: number, whole: number, decimals: number): string {
  const [digits, fraction = ''] = value.split('.')
  const scaled = BigInt(`${digits}${fraction}`) * BigInt(part) * 10n ** BigInt(decimals)
  const divisor = BigInt(whole) * 10n ** BigInt(fraction.length)
  const rounded = (2n * scaled + divisor) / (2n * divisor)
  const text = rounded.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

/** The even decomposition: twelfths for what accumulates (the time-progress line), the full value every month for a level. */
export function evenMonths(indicator: Indicator, value: string): string[] {
  return Array.from({ length: 12 }, (_, month) =>
    accumulates(indicator) ? share(value, month + 1, 12, indicator.decimals) : value,
  )
}

/** Where a decimal with `decimals` places stands on the whole numbers: 12.5 with two is 1250. Refuses more places than the indicator has. */
function smallestUnits(value: string, decimals: number): bigint {
  const [digits, fraction = ''] = value.split('.')
  if (fraction.length > decimals)
    return refuse('value', { zh: `该指标最多${decimals}位小数`, en: `The indicator has ${decimals} decimals at most` })
  return BigInt(`${digits}${fraction.padEnd(decimals, '0')}`)
}

const fromUnits = (digits: bigint, decimals: number) => printDecimal({ digits, decimals })

/** Divides a value that adds up (events, money) among parts in proportion to weights; the parts sum to it exactly. */
export function divideValue(value: string, decimals: number, weights: readonly bigint[]): string[] {
  return apportion(smallestUnits(value, decimals), weights).map((part) => fromUnits(part, decimals))
}

/**
 * The decomposition by the seasons of last year. `lastYear` holds, for what accumulates, what each month added; for a level, what stood at each month's end.
 * What accumulates is divided in proportion (the twelve parts sum to the value exactly) and told cumulatively; a level rises to the value as it did last year.
 */
export function seasonalMonths(indicator: Indicator, value: string, lastYear: readonly string[]): string[] {
  const places = Math.max(indicator.decimals, ...lastYear.map((each) => each.split('.')[1]?.length ?? 0))
  const weights = lastYear.map((each) => smallestUnits(each, places))
  if (accumulates(indicator)) {
    let sum = 0n
    return divideValue(value, indicator.decimals, weights).map((part) => {
      sum += smallestUnits(part, indicator.decimals)
      return fromUnits(sum, indicator.decimals)
    })
  }
  const last = weights.at(-1)!
  if (last === 0n) return evenMonths(indicator, value)
  const whole = smallestUnits(value, indicator.decimals)
  return weights.map((weight) => fromUnits((2n * whole * weight + last) / (2n * last), indicator.decimals))
}

const NUMBER = /^\d{1,12}(\.\d{1,6})?$/

/** Checks a target; refuses with the field that is wrong. */
export function checkTarget(indicator: Indicator, value: string, months: readonly string[]): void {
  if (!NUMBER.test(value))
    refuse('value', { zh: '目标值应为不小于0的数字', en: 'The target must be a number not below 0' })
  if (indicator.unit.zh === '%' && Number(value) > 100 && indicator.kind === 'ratio') {
    refuse('value', { zh: '百分率的目标不能超过100%', en: 'A target in percent cannot exceed 100' })
  }
  if (months.length !== 12 || months.some((month) => !NUMBER.test(month))) {
    refuse('months', { zh: '请填写12个月的进度目标', en: 'Give the value due at the end of each of the twelve months' })
  }
  if (accumulates(indicator) && months.some((month, index) => index > 0 && Number(month) < Number(months[index - 1]))) {
    refuse('months', { zh: '累计进度不能逐月减少', en: 'Cumulative values cannot fall from month to month' })
  }
}

/** Sets or changes a target, with its reason in the journal. The version seen must be the present one. */
export async function setTarget(
  connection: Connection,
  actor: Actor,
  county: string,
  request: { requestId: string; reason: string; version?: number | undefined; target: Omit<Target, 'version'> },
): Promise<Target> {
  const { target } = request
  const [known] = await connection.query<Target>(
    'select indicator, place, year, value, months, version from target where county = $1 and indicator = $2 and place = $3 and year = $4 for update',
    [county, target.indicator, target.place, target.year],
  )
  if (known && request.version !== known.version) {
    throw new Refusal(
      'conflict',
      { zh: '该目标已被他人修改，请刷新后再改', en: 'The target has changed since you saw it' },
      { detail: known },
    )
  }
  if (known && request.reason.trim().length < 2)
    refuse('reason', { zh: '调整已下达的目标须写明理由', en: 'Changing a target needs a reason' })
  const [row] = await connection.query<Target>(
    `insert into target (county, indicator, place, year, value, months, version, set_by) values ($1,$2,$3,$4,$5,$6::jsonb,1,$7)
     on conflict (county, indicator, place, year) do update set value = excluded.value, months = excluded.months, version = target.version + 1,
       set_at = excluded.set_at, set_by = excluded.set_by returning indicator, place, year, value, months, version`,
    [county, target.indicator, target.place, target.year, target.value, JSON.stringify(target.months), actor.account],
  )
  await appendEntry(connection, {
    county,
    requestId: request.requestId,
    at: new Date().toISOString(),
    deviceAt: null,
    account: actor.account,
    role: actor.role,
    action: 'target.set',
    record: 'target',
    recordId: null,
    person: null,
    division: /^\d/.test(target.place) ? target.place : county,
    input: { ...target, reason: request.reason },
    changes: [
      { table: 'target', id: `${target.indicator}|${target.place}|${target.year}`, before: known ?? null, after: row },
    ],
    answer: { version: row!.version },
  })
  return row!
}

/**
 * Sets a target from within an action: one row in the one store of targets, in the action's own transaction and journal entry. A target that says the same already
 * is left as it is.
 */
export async function putTarget(
  {
    connection,
    county,
    actor,
    insertRow,
    updateRow,
  }: Pick<ActionContext, 'connection' | 'county' | 'actor' | 'insertRow' | 'updateRow'>,
  target: Omit<Target, 'version'>,
): Promise<void> {
  const { indicator, place, year, value, months } = target
  const known = await findTarget(connection, county, indicator, place, year)
  if (known && known.value === value && JSON.stringify(known.months) === JSON.stringify(months)) return
  const set = { value, months: [...months], setAt: new Date().toISOString(), setBy: actor.account }
  if (known) await updateRow(targets, { indicator, place, year }, set)
  else await insertRow(targets, { indicator, place, year, version: 1, ...set })
}

/** The target of a place for a year; undefined when there is none. */
export async function findTarget(
  connection: Connection,
  county: string,
  indicator: string,
  place: string,
  year: number,
): Promise<Target | undefined> {
  const [row] = await connection.query<Target>(
    'select indicator, place, year, value, months, version from target where county = $1 and indicator = $2 and place = $3 and year = $4',
    [county, indicator, place, year],
  )
  return row
}

/** How far behind its due value a figure is. */
export type Light = 'green' | 'yellow' | 'red'

/**
 * Compares a value with what is due: on course at or above it, yellow up to 10 points of completion below, red further below.
 * Source: bands of the county's appraisal rules (LOCAL; design aid in the field: within 10 points of the time-progress line).
 */
export function lightOf(
  value: string | null,
  due: string | null | undefined,
  better: Indicator['better'],
): Light | null {
  if (value === null || due === null || due === undefined || better === 'neither') return null
  const [have, want] = [Number(value), Number(due)]
  if (better === 'lower') {
    if (have <= want) return 'green'
    return want >= have * 0.9 ? 'yellow' : 'red'
  }
  if (have >= want) return 'green'
  return have >= want * 0.9 ? 'yellow' : 'red'
}
