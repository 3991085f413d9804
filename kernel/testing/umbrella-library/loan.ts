import type { IsoDate } from '../../period/date.ts'

/** A loan is overdue from the day after it was due until it is returned. */
export function isOverdue(loan: { dueOn: IsoDate; returnedOn: IsoDate | null }, on: IsoDate): boolean {
  return (loan.returnedOn ?? on) > loan.dueOn
}
