import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { download, handOver } from '../api/client.ts'
import type { CheckResult, Decision, Finding } from '../api/document-types.ts'
import { useWords } from '../language/words.ts'
import { UploadBox } from '../import/upload-box.tsx'
import { Button } from '../parts/button.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { useCatalogue } from '../shell/house.ts'
import { FindingList } from './finding-list.tsx'
import { ReconcilePanel } from './reconcile-panel.tsx'
import { segmentsOf } from './segments.ts'
import { useDecisions } from './use-decisions.ts'
import { words } from './words.ts'
import './check.css'

/** The text with its figures underlined; those with findings stand out and lead to them. */
function CheckedText({
  result,
  chosen,
  onChoose,
}: {
  result: CheckResult
  chosen: string | undefined
  onChoose: (finding: Finding) => void
}) {
  const t = useWords(words)
  const found = new Map<string, Finding>()
  for (const finding of result.findings)
    if (!found.has(finding.claim) || finding.basis === 'direct') found.set(finding.claim, finding)
  return (
    <div className="checked-text" lang="zh-CN">
      {segmentsOf(result.text, result.claims).map((segment, index) => {
        if (segment.kind === 'text') return <span key={index}>{segment.text}</span>
        const { id, subject } = segment.claim
        const finding = found.get(id)
        if (!finding) {
          return (
            <span key={index} id={`claim-${id}`} className="claim" title={t.claimOf(subject.what)}>
              {segment.text}
            </span>
          )
        }
        return (
          <button
            key={index}
            type="button"
            id={`claim-${id}`}
            className={`claim claim-${finding.decision?.verdict === 'dismissed' ? 'dismissed' : finding.basis}`}
            aria-pressed={chosen === id}
            onClick={() => onChoose(finding)}
          >
            {segment.text}
          </button>
        )
      })}
    </div>
  )
}

/** Brings a place of the page into view. */
const show = (id: string, block: ScrollLogicalPosition) => document.getElementById(id)?.scrollIntoView({ block })

/** What can be taken away: the annotated Word, the ledger of figures, the answer for programs. */
function Ways({ result, file, onAgain }: { result: CheckResult; file: File; onAgain: () => void }) {
  const t = useWords(words)
  const send = (way: 'annotated' | 'claims') => {
    const form = new FormData()
    form.set('file', file)
    return download(`/api/check/${way}`, { method: 'POST', form, name: file.name })
  }
  const save = useMutation({ mutationFn: send })
  const json = () => {
    const { documents, claims, findings } = result
    const isOpen = (finding: Finding) => finding.decision?.verdict !== 'dismissed'
    const content = {
      documents,
      claims,
      findings: findings.filter(isOpen),
      dismissed: findings.filter((finding) => !isOpen(finding)),
    }
    const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
    handOver(blob, `${file.name.replace(/\.[^.]+$/, '')}.json`)
  }
  return (
    <>
      <div className="filters">
        <strong className="check-file">{file.name}</strong>
        <span className="quiet">
          {t.claims(result.claims.length)} · {t.findings(result.findings.length)}
        </span>
        {/\.docx$/i.test(file.name) && (
          <Button busy={save.isPending && save.variables === 'annotated'} onClick={() => save.mutate('annotated')}>
            {t.annotated}
          </Button>
        )}
        <Button busy={save.isPending && save.variables === 'claims'} onClick={() => save.mutate('claims')}>
          {t.ledger}
        </Button>
        <Button onClick={json}>{t.json}</Button>
        <Button onClick={onAgain}>{t.again}</Button>
      </div>
      {save.error && <Failure error={save.error} />}
    </>
  )
}

function decided({ decision: _, ...finding }: Finding, decision: Decision | undefined): Finding {
  return decision ? { ...finding, decision } : finding
}

/** A written document, its figures, what does not agree in it, and what the county's figures say. */
function Result({ checked, file, onAgain }: { checked: CheckResult; file: File; onAgain: () => void }) {
  const t = useWords(words)
  const [result, setResult] = useState(checked)
  const [chosen, setChosen] = useState<string>()
  const { actions } = useCatalogue()
  const decide = useDecisions(
    { document: result.document, title: result.documents[0]?.title || file.name },
    ({ key }, decision) =>
      setResult((before) => ({
        ...before,
        findings: before.findings.map((finding) => (finding.key === key ? decided(finding, decision) : finding)),
      })),
  )
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const choose = (key: string | undefined) => {
    setChosen(key)
    const finding = result.findings.find((each) => each.key === key)
    if (!finding) return
    show(`finding-${finding.key}`, 'nearest')
    // Beside each other on a desk the text follows; on the phone it would jump away.
    if (innerWidth > 900) show(`claim-${finding.claim}`, 'center')
  }
  return (
    <>
      <Ways result={result} file={file} onAgain={onAgain} />
      {decide.error && <Failure error={decide.error} />}
      <div className="check-columns">
        <Panel title={t.text} className="checked-panel">
          <CheckedText
            result={result}
            chosen={result.findings.find((finding) => finding.key === chosen)?.claim}
            onChoose={(finding) => {
              setChosen(finding.key)
              show(`finding-${finding.key}`, 'nearest')
            }}
          />
        </Panel>
        <div className="findings">
          <FindingList
            findings={result.findings}
            claims={claims}
            chosen={chosen}
            busy={decide.isPending}
            onChoose={choose}
            onDecide={
              actions.has('figure-check.decision.dismiss')
                ? (finding, what) =>
                    decide.mutate({ finding, claim: claims.get(finding.claim)?.text ?? finding.printed, what })
                : undefined
            }
          />
        </div>
      </div>
      <ReconcilePanel result={result} file={file} onJump={(claim) => show(`claim-${claim}`, 'center')} />
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
        <Result checked={checked.result} file={checked.file} onAgain={() => setChecked(undefined)} />
      ) : (
        <UploadBox<CheckResult>
          path="/api/check"
          accept=".docx,.doc,.wps,.rtf,.pdf,.html,.htm,.txt,.md"
          label={t.drop}
          onDone={(result, file) => setChecked({ result, file })}
        />
      )}
    </>
  )
}
