import type { Claim, Finding } from '../api/document-types.ts'
import { useWords } from '../language/words.ts'
import { Nothing } from '../parts/states.tsx'
import { useAddress } from '../shell/address.ts'
import { FindingCard } from './finding-card.tsx'
import type { Verdict } from './use-decisions.ts'
import { words } from './words.ts'

const FILTERS = ['all', 'direct', 'implied', 'open'] as const

/** Which findings are looked at: contradictions or unstated bases, decided or not, of one kind. */
function useShown(findings: readonly Finding[]) {
  const [filters, setFilters] = useAddress<'filter' | 'kind'>()
  const shown = findings.filter(
    ({ basis, type, decision }) =>
      (!filters.kind || filters.kind === type) &&
      (filters.filter === 'open' ? !decision : !filters.filter || filters.filter === basis),
  )
  return { filters, setFilters, shown }
}

/** The findings of a document with their filters; going from one to the next carries the text along. */
export function FindingList({
  findings,
  claims,
  chosen,
  busy,
  onChoose,
  onDecide,
}: {
  findings: readonly Finding[]
  claims: ReadonlyMap<string, Claim>
  chosen: string | undefined
  busy: boolean
  onChoose: (key: string | undefined) => void
  onDecide: ((finding: Finding, what: Verdict) => void) | undefined
}) {
  const t = useWords(words)
  const { filters, setFilters, shown } = useShown(findings)
  const at = shown.findIndex((finding) => finding.key === chosen)
  const step = (by: number) => onChoose(shown[Math.min(shown.length - 1, Math.max(0, at + by))]?.key)
  const kinds = [...new Set(findings.map((finding) => finding.type))]
  if (findings.length === 0) return <Nothing title={t.noFindings} hint={t.noFindingsHint} />
  return (
    <>
      <div className="finding-filters">
        <div className="filters" role="group">
          {FILTERS.map((filter) => (
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
        <div className="filters">
          <select
            className="field filters-grow"
            aria-label={t.kind}
            value={filters.kind ?? ''}
            onChange={(event) => setFilters({ kind: event.target.value || undefined }, true)}
          >
            <option value="">{t.allKinds}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind in words ? t[kind as 'ratio'] : kind}
              </option>
            ))}
          </select>
          <button type="button" className="plain-button" disabled={at <= 0} onClick={() => step(-1)}>
            {t.before}
          </button>
          <button type="button" className="plain-button" disabled={at >= shown.length - 1} onClick={() => step(1)}>
            {t.after}
          </button>
        </div>
      </div>
      {shown.length === 0 && <p className="quiet">{t.noneShown}</p>}
      {shown.map((finding) => (
        <div key={finding.key} id={`finding-${finding.key}`}>
          <FindingCard
            finding={finding}
            claim={claims.get(finding.claim)?.text ?? finding.printed}
            chosen={chosen === finding.key}
            busy={busy}
            onChoose={() => onChoose(chosen === finding.key ? undefined : finding.key)}
            onDecide={onDecide && ((what) => onDecide(finding, what))}
          />
        </div>
      ))}
    </>
  )
}
