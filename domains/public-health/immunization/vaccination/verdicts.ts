import type { Forecast, GivenDose, JudgedDose, Reason } from '../forecast/result.ts'

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
  const keyOf = ({ vaccine, date }: GivenDose) => date + vaccine
  // For each vaccine and day, the verdicts of the series it counts in: a list for each time it was given.
  const judged = new Map<string, { series: string; dose: JudgedDose }[][]>()
  for (const { series: code, doses } of series)
    for (const dose of doses) {
      const times = judged.get(keyOf(dose))
      const time = times?.find((each) => each.every((other) => other.series !== code))
      if (time) time.push({ series: code, dose })
      else if (times) times.push([{ series: code, dose }])
      else judged.set(keyOf(dose), [[{ series: code, dose }]])
    }
  return history.map((given) => {
    const verdicts = judged.get(keyOf(given))?.shift() ?? []
    const ids = verdicts.flatMap(({ dose }) => dose.id ?? [])
    const reasons = verdicts.flatMap(({ dose }) => dose.reason ?? [])
    return { dose: ids[0] ?? null, secondDose: ids[1] ?? null, reasons }
  })
}
