import { useMemo } from 'react'
import { useNotes, type FigureNote } from '../figures/notes.tsx'

/** The number of the note on a figure; undefined where nothing was noted. */
export type NoteOf = (indicator: string, place: string, period: string) => number | undefined

/** The notes on what is looked at, with their numbers in order; several on one figure share its number. */
export function useNumberedNotes(
  chosen: { indicators: readonly string[]; places: readonly string[]; periods: readonly string[] },
  enabled: boolean,
): { notes: readonly (FigureNote & { number: number })[]; noteOf: NoteOf } {
  const { data } = useNotes(chosen.indicators, chosen.places, chosen.periods, enabled)
  return useMemo(() => {
    const numbers = new Map<string, number>()
    const key = (note: { indicator: string; place: string; period: string }) =>
      `${note.indicator}|${note.place}|${note.period}`
    for (const note of data ?? []) if (!numbers.has(key(note))) numbers.set(key(note), numbers.size + 1)
    return {
      notes: (data ?? []).map((note) => ({ ...note, number: numbers.get(key(note))! })),
      noteOf: (indicator, place, period) => numbers.get(key({ indicator, place, period })),
    }
  }, [data])
}
