import { useWords } from '../language/words.ts'
import { familyWords } from './family-words.ts'

/** The weekday of a day, in words. */
export function useWeekday() {
  const t = useWords(familyWords)
  return (day: string) => t.day.split('|')[new Date(`${day}T00:00:00Z`).getUTCDay()]!
}
