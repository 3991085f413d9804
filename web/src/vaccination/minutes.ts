const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00Z`) / 60_000

/** Whole minutes from one moment (`YYYY-MM-DD HH:MM`) to another; negative when it is past. */
export const minutesUntil = (now: string, until: string): number => at(until) - at(now)
