import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { presentMoment } from '@kangheng/kernel/period/moment.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from './setting.ts'
import { systemActor } from './system-actor.ts'

/** Time of day in China from which the day's own work is done: before anybody comes, after the night's reports. */
const FROM = '05:00'

/**
 * Runs what lines of business have declared for every day, once a day: a request is named after its day, so that a restart or a second server finds it answered.
 * A demo county's day does not move on, and its signals were made with it. What is returned is to be called again and again; it tells what it has run.
 */
export function dailyWatch(setting: Setting): (now?: Date) => Promise<string[]> {
  let doneOn: string | undefined
  return async (now = new Date()) => {
    const today = setting.today()
    if (!setting.county || setting.demo || today === doneOn || presentMoment(today, now).slice(11) < FROM) return []
    const done = await runDaily(setting, today)
    doneOn = today
    return done
  }
}

async function runDaily(setting: Setting, today: IsoDate): Promise<string[]> {
  const done: string[] = []
  for (const { action, as } of setting.house.domains.flatMap((domain) => domain.daily)) {
    const requestId = `daily-${today}-${action.id.replaceAll('.', '-')}`.slice(0, 64)
    try {
      const answer = await runAction(
        setting,
        { ...systemActor(setting), role: as.id },
        {
          action: action.id,
          requestId,
          input: {},
        },
      )
      if (!answer.replayed) done.push(action.id)
    } catch (error) {
      // Nothing to do today is an answer; a fault is for the log.
      if (!(error instanceof Refusal)) throw error
    }
  }
  return done
}
