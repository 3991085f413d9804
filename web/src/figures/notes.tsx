import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { act } from '../dashboards/act.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import type { FigureKey } from '../parts/value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { words } from './words.ts'

/** What was noted about a figure. */
export interface FigureNote {
  id: string
  version: number
  indicator: string
  place: string
  placeName: string
  period: string
  text: string
  author: string
  on: string
  mayWithdraw: boolean
}

/** Notes on figures of these indicators, places and periods, as far as the reader sees the figures. */
export function useNotes(
  indicators: readonly string[],
  places: readonly string[],
  periods: readonly string[],
  enabled = true,
) {
  return useQuery({
    queryKey: ['notes', indicators, places, periods],
    queryFn: async ({ signal }) =>
      (
        await get<{ notes: FigureNote[] }>(
          '/api/notes',
          { indicators: indicators.join(','), places: places.join(','), periods: periods.join(',') },
          signal,
        )
      ).notes,
    enabled: enabled && indicators.length > 0 && places.length > 0 && periods.length > 0,
  })
}

/** Who, when and what: the notes under a figure or a table. */
export function Notes({
  notes,
  named = false,
}: {
  notes: readonly (FigureNote & { number?: number })[]
  /** Whether the place has to be said, and the number that stands beside the figure. */
  named?: boolean
}) {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const withdraw = useMutation({
    mutationFn: (note: FigureNote) => act('note.withdraw', {}, { id: note.id, version: note.version }),
  })
  if (notes.length === 0) return null
  return (
    <ul className="figure-notes">
      {notes.map((note) => (
        <li key={note.id}>
          {note.number !== undefined && <span className="note-sign number">{note.number}</span>}{' '}
          {named && <strong>{note.placeName} </strong>}
          {note.text}{' '}
          <span className="quiet small">
            {note.author} <span className="number">{note.on}</span>
          </span>{' '}
          {note.mayWithdraw && actions.has('dashboards.note.withdraw') && (
            <button type="button" className="link-button small no-print" onClick={() => withdraw.mutate(note)}>
              {t.withdrawNote}
            </button>
          )}
        </li>
      ))}
      {withdraw.error && <Failure error={withdraw.error} />}
    </ul>
  )
}

/** The notes on one figure, and where one is added. */
export function NotesOn({ figure }: { figure: FigureKey }) {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const query = useNotes([figure.indicator], [figure.place], [figure.period])
  const [note, setNote] = useState('')
  const add = useMutation({
    mutationFn: () => act('note.annotate', { ...figure, note: note.trim() }),
    onSuccess: () => setNote(''),
  })
  const may = actions.has('dashboards.note.annotate')
  if (!may && !query.data?.length) return null
  return (
    <section>
      <h3 className="section-title">{t.notes}</h3>
      <Notes notes={query.data ?? []} />
      {add.error && <Failure error={add.error} />}
      {may && (
        <form
          className="filters no-print"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate()
          }}
        >
          <input
            className="field filters-grow"
            aria-label={t.addNote}
            placeholder={t.noteHint}
            required
            minLength={2}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button type="submit" busy={add.isPending}>
            {t.addNote}
          </Button>
        </form>
      )}
    </section>
  )
}
