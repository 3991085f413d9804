const DAY = 86_400_000

/** The ISO week of a day, `weeks` before it (the week that is over, unless told otherwise), as `2025-W47`. */
export function lastWeekOf(day: string, weeks = 1): string {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) - weeks * 7 * DAY)
  // The week belongs to the year of its Thursday. Source: GB/T 7408 (ISO 8601).
  const thursday = new Date(at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * DAY)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY))
  return `${year}-W${String(week).padStart(2, '0')}`
}
