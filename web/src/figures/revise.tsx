import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { newRequestId } from '../api/request-id.ts'
import { queries } from '../api/queries.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import type { FigureKey } from '../parts/value.tsx'
import { words } from './words.ts'

/** Revises a closed figure: recomputed, with the reason kept. */
export function Revise({ figure }: { figure: FigureKey }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const revise = useMutation({
    mutationFn: () => post('/api/figures/revise', { requestId, ...figure, reason: reason.trim() }),
    onSuccess: () => {
      setReason('')
      setRequestId(newRequestId())
      void queries.invalidateQueries({ queryKey: ['figure'] })
      void queries.invalidateQueries({ queryKey: ['cockpit'] })
    },
  })
  return (
    <details className="revise">
      <summary>{t.revise}</summary>
      <p className="quiet small">{t.reviseHint}</p>
      {revise.error && <Failure error={revise.error} />}
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          revise.mutate()
        }}
      >
        <input
          className="field filters-grow"
          aria-label={t.reviseReason}
          placeholder={t.reviseReason}
          required
          minLength={4}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" look="danger" busy={revise.isPending}>
          {t.reviseDo}
        </Button>
      </form>
    </details>
  )
}
