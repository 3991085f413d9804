import type { TaskRow } from '../api/types.ts'

type Due = Pick<TaskRow, 'dueOn' | 'overdueDays' | 'severity'>

/** As the server has it (`kernel/task/read.ts`): work overdue by more days than this stands behind everything else. */
export const LONG_OVERDUE = 90

/** When it is its turn: 0 a legal limit reached or just missed, 1 due today, 2 overdue, 3 still to come, 4 overdue for long. */
function turnOf({ dueOn, overdueDays, severity }: Due, today: string): number {
  if (overdueDays > LONG_OVERDUE) return 4
  if (dueOn > today) return 3
  if (severity === 'statutory') return 0
  return dueOn === today ? 1 : 2
}

/** The order in which work stands in a list on a day. */
export function inTurn(today: string) {
  return (one: Due, other: Due): number =>
    turnOf(one, today) - turnOf(other, today) || (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0)
}
