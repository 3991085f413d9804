import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import { words } from './words.ts'

/** What is decided about a pair, in the terms of the register's own actions. */
export interface Decision {
  readonly action: 'merge' | 'distinct' | 'unmerge'
  readonly title: string
  readonly input: Readonly<Record<string, string>>
  /** The record of an earlier decision that this one changes. */
  readonly id?: string
}

/** Asks why, then writes the decision; one request id, so that pressing twice decides once. */
export function DecisionForm({ decision, onCancel }: { decision: Decision; onCancel: () => void }) {
  const t = useWords(words)
  const c = useWords(common)
  const [reason, setReason] = useState('')
  const [requestId] = useState(newRequestId)
  const write = useMutation({
    mutationFn: () =>
      post(`/api/actions/resident.duplicate.${decision.action}`, {
        requestId,
        ...(decision.id ? { id: decision.id } : {}),
        input: { ...decision.input, reason: reason.trim() },
      }),
    onSuccess: () => {
      notice(`${decision.title} · ${c.done}`)
      void queries.invalidateQueries({ queryKey: ['duplicates'] })
    },
  })
  return (
    <form
      className="pair-decision"
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate()
      }}
    >
      {write.error && <Failure error={write.error} />}
      <label>
        {decision.title}：{t.decisionReason}
        <input
          className="field"
          required
          minLength={2}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <span className="pair-actions">
        <Button type="submit" look="main" busy={write.isPending}>
          {c.confirm}
        </Button>
        <Button onClick={onCancel}>{c.cancel}</Button>
      </span>
    </form>
  )
}
