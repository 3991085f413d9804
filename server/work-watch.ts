import { storeWork } from '@kangheng/kernel/task/store-work.ts'
import type { Setting } from './setting.ts'

/** Writes renew the work of the persons they are about; what they mean for others is derived anew after so many milliseconds at the earliest. */
const REST = 60_000
/** And after so many times as long as it took: one part in thirty of a processor at most. */
const REST_TIMES = 30

/** The journal's last entry: whether anything was written since, by whomever. */
async function lastEntry({ database, county }: Setting): Promise<number> {
  const [row] = await database.query<{ last: number | null }>(
    'select max(seq) as last from journal where county = $1',
    [county],
  )
  return Number(row!.last ?? 0)
}

/**
 * Keeps open work: derives all of it anew at the start and when the day changes, and some time after writes. What is returned is to be called again and again;
 * it tells whether there was something to do.
 */
export function workWatch(setting: Setting, stop?: AbortSignal): (now?: number) => Promise<boolean> {
  let last: { entry: number; day: string; ended: number; took: number } | undefined
  return async (now = performance.now()) => {
    if (!setting.county || setting.demoUnfinished) return false
    const [day, entry] = [setting.today(), await lastEntry(setting)]
    const rested = last && now - last.ended > Math.max(REST, REST_TIMES * last.took)
    if (last?.day === day && (last.entry === entry || !rested)) return false
    const begun = performance.now()
    await storeWork(setting.database, { county: setting.county, today: day }, [...setting.house.tasks.values()], stop)
    const ended = performance.now()
    last = { entry, day, ended: now + ended - begun, took: ended - begun }
    return true
  }
}
