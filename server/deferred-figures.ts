import { findSettingValue, writeSetting } from '@kangheng/kernel/access/settings.ts'
import { buildFiguresOf } from '@kangheng/kernel/indicator/engine.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from './setting.ts'

/** Key of the setting that names indicators whose figures are still to be computed for the first time. */
const KEY = 'figuresDeferred'
/** Indicators computed in one stroke: what several of them count is scanned once. */
const STROKE = 24

/** What documents may quote: the figures of paragraphs, and whatever has a target and may be named a problem. */
async function quotedIndicators(setting: Setting): Promise<ReadonlySet<string>> {
  const paragraphs = setting.house.domains.flatMap((domain) => domain.paragraphs)
  const bound = paragraphs.flatMap((paragraph) => Object.values(paragraph.figures)).map((indicator) => indicator.id)
  const aimed = await setting.database.query<{ indicator: string }>(
    'select distinct indicator from target where county = $1',
    [setting.county],
  )
  return new Set([...bound, ...aimed.map((row) => row.indicator)])
}

/**
 * Puts off the first computation of indicators that are not on the cockpit, so that a fresh demo county is ready sooner; those that documents quote come first.
 * The server computes them in the background right after its start. Returns their ids.
 */
export async function deferFigures(setting: Setting): Promise<string[]> {
  const spoken = await quotedIndicators(setting)
  const hidden = [...setting.house.indicators.values()]
    .filter((indicator) => !indicator.headline)
    .map((indicator) => indicator.id)
  const later = [...hidden.filter((id) => spoken.has(id)), ...hidden.filter((id) => !spoken.has(id))]
  await note(setting, later)
  return later
}

async function note(setting: Setting, indicators: readonly string[]): Promise<void> {
  await writeSetting(setting.database, setting.county, KEY, indicators)
}

const deferred = ({ database, county }: Setting) => findSettingValue<readonly string[]>(database, county, KEY)

/** Whether figures are still to be computed for the first time. */
export async function figuresDeferred(setting: Setting): Promise<boolean> {
  return (await deferred(setting)) !== undefined
}

/**
 * Puts all indicators on the list, those of the cockpit first, when the present month lacks figures: in a new installation, and when a month begins.
 * Writes only make figures for what they touch, and what stands at the end of a month stands there without any write. A month that was found complete
 * is not looked at again.
 */
export function monthWatch(setting: Setting): () => Promise<void> {
  let complete: string | undefined
  return async () => {
    if (!setting.county) return
    const { county } = setting
    const { indicators, horizon } = await setting.computation()
    if (horizon.lastMonth === complete || (await deferred(setting))) return
    const [row] = await setting.database.query<{ made: number }>(
      'select count(*) as made from figure_period where county = $1 and period = $2 and indicator = any($3::text[])',
      [county, horizon.lastMonth, indicators.map((indicator) => indicator.id)],
    )
    if (row!.made >= indicators.length) {
      complete = horizon.lastMonth
      return
    }
    const sorted = [...indicators.filter((each) => each.headline), ...indicators.filter((each) => !each.headline)]
    await note(
      setting,
      sorted.map((indicator) => indicator.id),
    )
  }
}

/** Whether figures of the cockpit are still on the list: until then what writes made stale waits, since it will be computed anyway. */
export async function awaitsHeadlines(setting: Setting): Promise<boolean> {
  const list = await deferred(setting)
  return list?.some((id) => setting.house.indicators.get(id)?.headline) ?? false
}

/** Computes the next indicators that were put off; nothing to do when none are left. What `stop` interrupts stays on the list. */
export async function computeDeferred(setting: Setting, stop?: AbortSignal): Promise<void> {
  if (!setting.county) return
  const list = await deferred(setting)
  if (!list) return
  const stroke = list.slice(0, STROKE)
  if (stroke.length > 0)
    await buildFiguresOf(setting.database, await setting.computation(), stroke, stop ? { stop } : {})
  if (stop?.aborted) return
  const rest = list.slice(STROKE)
  if (rest.length > 0) return note(setting, rest)
  await setting.database.execute('analyze figure')
  await setting.database.query('delete from setting where county = $1 and key = $2', [setting.county, KEY])
}

/** Refuses a document while figures it may quote are still being computed for the first time; those come first. */
export async function requireComputed(setting: Setting): Promise<void> {
  const list = await deferred(setting)
  if (!list) return
  const quoted = await quotedIndicators(setting)
  if (list.some((id) => quoted.has(id)))
    throw new Refusal('unavailable', {
      zh: '数据正在首次计算，几分钟后完成，请稍后再生成文件',
      en: 'The figures are being computed for the first time; try again in a few minutes',
    })
}
