import { useState } from 'react'
import type { Decision, Finding } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment.tsx'
import { Facts } from '../parts/page.tsx'
import { Chip } from '../parts/status.tsx'
import type { Verdict } from './use-decisions.ts'
import { words } from './words.ts'

/** What was decided, by whom and why, and the way back. */
function Decided({ decision, onReopen }: { decision: Decision; onReopen: (() => void) | undefined }) {
  const t = useWords(words)
  return (
    <p className="finding-decision">
      {decision.reason && <span>{decision.reason} </span>}
      <span className="quiet small">{t.decidedBy(decision.by, momentText(decision.at))}</span>{' '}
      {onReopen && (
        <button type="button" className="link-button" onClick={onReopen}>
          {t.reopen}
        </button>
      )}
    </p>
  )
}

/** Accepts at once, dismisses with a reason. */
function Ways({ busy, onDecide }: { busy: boolean; onDecide: (what: Verdict) => void }) {
  const t = useWords(words)
  const [reason, setReason] = useState<string>()
  if (reason === undefined)
    return (
      <div className="finding-ways">
        <Button busy={busy} onClick={() => onDecide({ verdict: 'accept' })}>
          {t.accept}
        </Button>
        <Button onClick={() => setReason('')}>{t.dismiss}</Button>
      </div>
    )
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        onDecide({ verdict: 'dismiss', reason: reason.trim() })
      }}
    >
      <input
        className="field filters-grow"
        required
        minLength={2}
        autoFocus
        aria-label={t.reason}
        placeholder={t.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" busy={busy}>
        {t.dismiss}
      </Button>
    </form>
  )
}

/** One finding: what is printed, what it comes to, why; taken or refused with a reason. */
export function FindingCard({
  finding,
  claim,
  chosen,
  quote = false,
  busy,
  onChoose,
  onDecide,
}: {
  finding: Finding
  claim: string
  chosen: boolean
  /** Shows the sentence, where the text does not stand beside. */
  quote?: boolean
  busy: boolean
  onChoose: () => void
  /** Absent for readers who may not decide. */
  onDecide: ((what: Verdict) => void) | undefined
}) {
  const t = useWords(words)
  const say = useText()
  const type = finding.type in words ? t[finding.type as 'ratio'] : ''
  const { decision } = finding
  return (
    <article className={`finding ${chosen ? 'finding-chosen' : ''} ${decision ? 'finding-decided' : ''}`}>
      <button type="button" className="finding-head" onClick={onChoose} aria-expanded={chosen}>
        <Chip tone={finding.basis === 'direct' ? 'bad' : 'warn'}>{t[finding.basis]}</Chip> <Chip>{type}</Chip>{' '}
        <strong>{claim}</strong> {decision && <Chip tone="good">{t[decision.verdict]}</Chip>}
      </button>
      {quote && (
        <blockquote className="finding-sentence" lang="zh-CN">
          {finding.sentence}
        </blockquote>
      )}
      <p>{say(finding.explanation)}</p>
      {decision && <Decided decision={decision} onReopen={onDecide && (() => onDecide({ verdict: 'reopen' }))} />}
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
          {!decision && onDecide && <Ways busy={busy} onDecide={onDecide} />}
        </>
      )}
    </article>
  )
}
