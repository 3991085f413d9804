import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from './setting.ts'

/** Key of the setting that names indicators whose figures are still to be computed for the first time. */
const KEY = 'figuresDeferred'
/** Indicators computed in one stroke: the embedded database answers nobody else meanwhile. */
const STROKE = 6

/**
 * Puts off the first computation of indicators that are not on the cockpit, so that a fresh demo county is ready sooner; those that documents quote come first.
 * The server computes them in the background right after its start. Returns their ids.
 */
export async function deferFigures(setting: Setting): Promise<string[]> {
  const quoted = setting.house.domains
    .flatMap((domain) => domain.paragraphs)
    .flatMap((paragraph) => Object.values(paragraph.figures))
  const spoken = new Set(quoted.map((indicator) => indicator.id))
  const hidden = [...setting.house.indicators.values()]
    .filter((indicator) => !indicator.headline)
    .map((indicator) => indicator.id)
  const later = [...hidden.filter((id) => spoken.has(id)), ...hidden.filter((id) => !spoken.has(id))]
  await setting.database.query(
    'insert into setting (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value',
    [KEY, JSON.stringify(later)],
  )
  return later
}

/** Computes the next few indicators that were put off; nothing to do when none are left. */
export async function computeDeferred(setting: Setting): Promise<void> {
  if (!setting.county) return
  const [row] = await setting.database.query<{ value: string[] }>('select value from setting where key = $1', [KEY])
  if (!row) return
  const stroke = row.value.slice(0, STROKE)
  if (stroke.length > 0) await buildFigures(setting.database, await setting.computation(), undefined, stroke)
  const rest = row.value.slice(STROKE)
  if (rest.length === 0) await setting.database.query('delete from setting where key = $1', [KEY])
  else await setting.database.query('update setting set value = $2::jsonb where key = $1', [KEY, JSON.stringify(rest)])
}

/** Refuses a document while figures it may quote are still being computed for the first time. */
export async function requireComputed(setting: Setting): Promise<void> {
  const [row] = await setting.database.query('select 1 from setting where key = $1', [KEY])
  if (row)
    throw new Refusal('unavailable', {
      zh: '数据正在首次计算，约一分钟后完成，请稍后再生成文件',
      en: 'The figures are being computed for the first time; try again in about a minute',
    })
}
