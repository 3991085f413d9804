import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Schedule } from './rules.ts'
import { schedule2021 } from './schedule-2021.ts'
import { schedule2025 } from './schedule-2025.ts'
import { schedule2026 } from './schedule-2026.ts'

/** Every edition, oldest first. A new edition is a new file and a new line here; dose ids are kept. */
export const schedules: readonly Schedule[] = [schedule2021, schedule2025, schedule2026]

/** The edition of that name, or undefined. */
export function findSchedule(edition: string): Schedule | undefined {
  return schedules.find((each) => each.edition === edition)
}

/** The edition in force on a day; days before the oldest one are judged by it. */
export function scheduleOn(date: IsoDate): Schedule {
  return schedules.findLast((each) => each.effectiveFrom <= date) ?? schedules[0]!
}
