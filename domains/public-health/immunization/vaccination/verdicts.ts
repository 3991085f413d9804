import type { Forecast, GivenDose, Reason } from '../forecast/result.ts'

/** What a dose counts as: at most one dose of each of its series. */
export interface Verdict {
  readonly dose: string | null
  readonly secondDose: string | null
  readonly reasons: readonly Reason[]
}

/**
 * The verdict on each dose of a history, in the order of the history. Two doses of one vaccine on one day cannot be told apart: the first one listed counts.
 */
export function verdictsOf(history: readonly GivenDose[], { series }: Forecast): Verdict[] {
  const queues = series.map(({ doses }) => Map.groupBy(doses, ({ vaccine, date }) => `${vaccine} ${date}`))
  return history.map(({ vaccine, date }) => {
    const judged = queues.flatMap((queue) => queue.get(`${vaccine} ${date}`)?.shift() ?? [])
    const ids = judged.flatMap(({ id }) => id ?? [])
    const reasons = judged.flatMap(({ reason }) => reason ?? [])
    return { dose: ids[0] ?? null, secondDose: ids[1] ?? null, reasons }
  })
}
