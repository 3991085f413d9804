import { useState } from 'react'
import type { ReportCheck } from '../api/document-types.ts'
import { queries } from '../api/queries.ts'
import { useWords } from '../language/words.ts'
import { Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { useCatalogue } from '../shell/house.ts'
import { FindingCard } from './finding-card.tsx'
import { useDecisions } from './use-decisions.ts'
import { words } from './words.ts'
import './check.css'

/** What the figure check finds in a bulletin or summary: contradictions stand in the way of signing until they are dismissed. */
export function ReportFindings({ check, title, final }: { check: ReportCheck; title: string; final: boolean }) {
  const t = useWords(words)
  const { actions } = useCatalogue()
  const [chosen, setChosen] = useState<string>()
  const decide = useDecisions({ document: check.document, title: title.replaceAll('\n', '') }, () =>
    Promise.all(['summary', 'bulletin'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  )
  const standing = check.findings.filter(
    ({ basis, decision }) => basis === 'direct' && decision?.verdict !== 'dismissed',
  ).length
  if (final && check.findings.length === 0) return null
  const decides = !final && actions.has('figure-check.decision.dismiss')
  return (
    <div className="report-check no-print">
      <Panel title={t.reportTitle}>
        {check.findings.length === 0 && <p className="quiet">{t.reportClean}</p>}
        {standing > 0 && !final && (
          <div className="failure" role="status">
            <p className="failure-title">{t.reportStanding(standing)}</p>
            <p>{t.reportHint}</p>
          </div>
        )}
        {decide.error && <Failure error={decide.error} />}
        {check.findings.map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            claim={finding.printed}
            quote
            chosen={chosen === finding.key}
            busy={decide.isPending}
            onChoose={() => setChosen(chosen === finding.key ? undefined : finding.key)}
            onDecide={decides ? (what) => decide.mutate({ finding, claim: finding.printed, what }) : undefined}
          />
        ))}
      </Panel>
    </div>
  )
}
