import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import type { Bulletin } from '../api/document-types.ts'
import { queries } from '../api/queries.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Failure } from '../parts/states.tsx'
import type { BulletinDesk } from './desk.ts'
import { words } from './words.ts'

/** Issues a closed bulletin under its document number. */
export function IssueForm({ bulletin, desk }: { bulletin: Bulletin; desk: BulletinDesk }) {
  const t = useWords(words)
  const [number, setNumber] = useState(bulletin.number ?? '')
  const issue = useMutation({
    mutationFn: () =>
      post(`${desk.api}/${bulletin.id}/issue`, {
        ...(number.trim() ? { number: number.trim() } : {}),
        version: bulletin.version,
      }),
    onSuccess: async () => {
      notice(t.issued)
      await queries.invalidateQueries({ queryKey: ['bulletin', bulletin.id] })
      await queries.invalidateQueries({ queryKey: ['bulletins'] })
    },
  })
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        issue.mutate()
      }}
    >
      <input
        className="field issue-number"
        aria-label={t.number}
        placeholder={t.numberHint}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit" look="main" busy={issue.isPending} title={t.issueHint}>
        {t.issue}
      </Button>
      <span className="small">{t.issueHint}</span>
      {issue.error && <Failure error={issue.error} />}
    </form>
  )
}
