import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'

/** The quarter of a day, `2025-Q4`, and its last day. */
export function quarterOf(day: IsoDate): { quarter: string; lastDay: IsoDate } {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  const number = Math.ceil(month / 3)
  const first = `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`
  return { quarter: `${year}-Q${number}`, lastDay: addDays(addMonths(first, 3), -1) }
}
