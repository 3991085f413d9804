import { useState } from 'react'
import type { Claim, Finding } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Facts } from '../parts/page.tsx'
import { Chip } from '../parts/status.tsx'
import { words } from './words.ts'

export type Decision = { verdict: 'accepted' } | { verdict: 'dismissed'; reason: string }

/** One finding: what is printed, what it comes to, why; taken or refused with a reason. */
export function FindingCard({
  finding,
  claim,
  chosen,
  decision,
  onChoose,
  onDecide,
}: {
  finding: Finding
  claim: Claim | undefined
  chosen: boolean
  decision: Decision | undefined
  onChoose: () => void
  onDecide: (decision: Decision | undefined) => void
}) {
  const t = useWords(words)
  const say = useText()
  const [dismissing, setDismissing] = useState(false)
  const [reason, setReason] = useState('')
  const type = finding.type in words ? t[finding.type as 'ratio'] : ''
  return (
    <article className={`finding ${chosen ? 'finding-chosen' : ''} ${decision ? 'finding-decided' : ''}`}>
      <button type="button" className="finding-head" onClick={onChoose} aria-expanded={chosen}>
        <Chip tone={finding.basis === 'direct' ? 'bad' : 'warn'}>{t[finding.basis]}</Chip> <Chip>{type}</Chip>{' '}
        <strong>{claim?.text}</strong>
        {decision && <Chip tone="good">{t[decision.verdict]}</Chip>}
      </button>
      <p>{say(finding.explanation)}</p>
      {chosen && (
        <>
          <Facts
            columns={1}
            facts={[
              [t.printed, finding.printed],
              [t.computed, finding.computed],
              [t.formula, finding.formula],
            ]}
          />
          {decision ? (
            <p>
              {decision.verdict === 'dismissed' && decision.reason}{' '}
              <button type="button" className="link-button" onClick={() => onDecide(undefined)}>
                {t.reopen}
              </button>
            </p>
          ) : dismissing ? (
            <form
              className="filters"
              onSubmit={(event) => {
                event.preventDefault()
                onDecide({ verdict: 'dismissed', reason: reason.trim() })
                setDismissing(false)
              }}
            >
              <input
                className="field filters-grow"
                required
                autoFocus
                aria-label={t.reason}
                placeholder={t.reason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button type="submit">{t.dismiss}</Button>
            </form>
          ) : (
            <div className="finding-ways">
              <Button onClick={() => onDecide({ verdict: 'accepted' })}>{t.accept}</Button>
              <Button onClick={() => setDismissing(true)}>{t.dismiss}</Button>
            </div>
          )}
        </>
      )}
    </article>
  )
}
