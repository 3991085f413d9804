import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { download } from '../api/client.ts'
import type { CheckResult, Finding } from '../api/document-types.ts'
import { useWords } from '../language/words.ts'
import { UploadBox } from '../import/upload-box.tsx'
import { Button } from '../parts/button.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing } from '../parts/states.tsx'
import { useAddress } from '../shell/address.ts'
import { FindingCard, type Decision } from './finding-card.tsx'
import { segmentsOf } from './segments.ts'
import { words } from './words.ts'
import './check.css'

const keyOf = (finding: Finding, index: number) => `${finding.claim}-${finding.type}-${index}`

/** The text with its figures underlined; those with findings stand out and lead to them. */
function CheckedText({
  result,
  chosen,
  onChoose,
}: {
  result: CheckResult
  chosen: string | undefined
  onChoose: (claim: string) => void
}) {
  const t = useWords(words)
  const found = new Map<string, Finding>()
  for (const finding of result.findings)
    if (!found.has(finding.claim) || finding.basis === 'direct') found.set(finding.claim, finding)
  return (
    <div className="checked-text" lang="zh-CN">
      {segmentsOf(result.text, result.claims).map((segment, index) => {
        if (segment.kind === 'text') return <span key={index}>{segment.text}</span>
        const finding = found.get(segment.claim.id)
        if (!finding) {
          return (
            <span key={index} className="claim" title={t.claimOf(segment.claim.subject.what)}>
              {segment.text}
            </span>
          )
        }
        return (
          <button
            key={index}
            type="button"
            id={`claim-${segment.claim.id}`}
            className={`claim claim-${finding.basis}`}
            aria-pressed={chosen === segment.claim.id}
            onClick={() => onChoose(segment.claim.id)}
          >
            {segment.text}
          </button>
        )
      })}
    </div>
  )
}

/** A written document, its figures, and what does not agree. */
function Result({ result, file, onAgain }: { result: CheckResult; file: File; onAgain: () => void }) {
  const t = useWords(words)
  const [filters, setFilters] = useAddress<'filter'>()
  const [chosen, setChosen] = useState<string>()
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({})
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const findings = result.findings.map((finding, index) => ({ finding, key: keyOf(finding, index) }))
  const shown = findings.filter(({ finding, key }) => {
    if (filters.filter === 'direct' || filters.filter === 'implied') return finding.basis === filters.filter
    return filters.filter !== 'open' || !decisions[key]
  })
  const isWord = /\.docx$/i.test(file.name)
  const send = (way: 'annotated' | 'claims') => {
    const form = new FormData()
    form.set('file', file)
    return download(`/api/check/${way}`, { method: 'POST', form, name: file.name })
  }
  const save = useMutation({ mutationFn: send })
  const choose = (claim: string) => {
    setChosen(claim)
    document.getElementById(`finding-${claim}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <div className="filters">
        <strong>{file.name}</strong>
        <span className="quiet">
          {t.claims(result.claims.length)} · {t.findings(result.findings.length)}
        </span>
        {isWord && (
          <Button busy={save.isPending && save.variables === 'annotated'} onClick={() => save.mutate('annotated')}>
            {t.annotated}
          </Button>
        )}
        <Button busy={save.isPending && save.variables === 'claims'} onClick={() => save.mutate('claims')}>
          {t.ledger}
        </Button>
        <Button onClick={onAgain}>{t.again}</Button>
      </div>
      {save.error && <Failure error={save.error} />}
      <div className="check-columns">
        <Panel title={t.text}>
          <CheckedText result={result} chosen={chosen} onChoose={choose} />
        </Panel>
        <div className="findings">
          <div className="filters" role="group">
            {(['all', 'direct', 'implied', 'open'] as const).map((filter) => (
              <button
                key={filter}
                type="button"
                className="plain-button"
                aria-pressed={(filters.filter ?? 'all') === filter}
                onClick={() => setFilters({ filter: filter === 'all' ? undefined : filter }, true)}
              >
                {t[filter]}
              </button>
            ))}
          </div>
          {findings.length === 0 && <Nothing title={t.noFindings} hint={t.noFindingsHint} />}
          {shown.map(({ finding, key }) => (
            <div key={key} id={`finding-${finding.claim}`}>
              <FindingCard
                finding={finding}
                claim={claims.get(finding.claim)}
                chosen={chosen === finding.claim}
                decision={decisions[key]}
                onChoose={() => {
                  setChosen(chosen === finding.claim ? undefined : finding.claim)
                  // Beside each other on a desk the text follows; on the phone it would jump away.
                  if (innerWidth > 900)
                    document.getElementById(`claim-${finding.claim}`)?.scrollIntoView({ block: 'center' })
                }}
                onDecide={(decision) =>
                  setDecisions(({ [key]: _, ...others }) => (decision ? { ...others, [key]: decision } : others))
                }
              />
            </div>
          ))}
        </div>
      </div>
    </>
  )
}

/** Checks the figures of a written document. */
export default function CheckPage() {
  const t = useWords(words)
  const [checked, setChecked] = useState<{ result: CheckResult; file: File }>()
  return (
    <>
      <PageHead title={t.title} about={t.about} />
      {checked ? (
        <Result {...checked} onAgain={() => setChecked(undefined)} />
      ) : (
        <UploadBox<CheckResult>
          path="/api/check"
          accept=".docx,.txt,.md"
          label={t.drop}
          onDone={(result, file) => setChecked({ result, file })}
        />
      )}
    </>
  )
}
