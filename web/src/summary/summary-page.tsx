import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import type { Summary } from '../api/document-types.ts'
import { ReportFindings } from '../check/report-check.tsx'
import { DocumentView } from '../document/document-view.tsx'
import { useSteps } from '../document/use-steps.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Button } from '../parts/button.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { useRight } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { SectionView } from './section-view.tsx'
import { Obstacles, Suggestions } from './side-notes.tsx'
import { SummaryState } from './summaries.tsx'
import { words } from './words.ts'
import './summary.css'

const order = ['drafting', 'submitted', 'compiled', 'signed'] as const

/** The way of a summary, and what the reader may do with it now. */
function Bar({ summary }: { summary: Summary }) {
  const t = useWords(words)
  const writes = useRight('write-summary')
  const signs = useRight('sign-summary')
  const steps = useSteps(`/api/summaries/${summary.id}`, summary.version, ['summary', 'summaries'])
  const file = useMutation({
    mutationFn: () =>
      download(`/api/summaries/${summary.id}/file`, {
        query: { format: 'docx' },
        name: `${summary.title.replaceAll('\n', '')}.docx`,
      }),
  })
  const error = steps.error ?? file.error
  return (
    <>
      <div className="document-bar no-print">
        <ol className="steps" aria-label={t.progress}>
          {order.map((state) => (
            <li key={state} aria-current={summary.state === state ? 'step' : undefined}>
              {t[state]}
            </li>
          ))}
        </ol>
        {writes && summary.state !== 'signed' && (
          <Button busy={steps.isPending} onClick={() => steps.mutate({ step: 'refresh', done: t.refreshed })}>
            {t.refresh}
          </Button>
        )}
        {writes && (summary.state === 'drafting' || summary.state === 'submitted') && (
          <AskButton
            question={t.compileHint}
            look="plain"
            busy={steps.isPending}
            onConfirm={() => steps.mutate({ step: 'compile', done: t.compiled })}
          >
            {t.compile}
          </AskButton>
        )}
        {signs && summary.state === 'compiled' && (
          <AskButton
            question={t.signHint}
            busy={steps.isPending}
            onConfirm={() => steps.mutate({ step: 'sign', done: t.signed })}
          >
            {t.sign}
          </AskButton>
        )}
        <Button busy={file.isPending} onClick={() => file.mutate()}>
          {t.word}
        </Button>
      </div>
      {error && <Failure error={error} />}
    </>
  )
}

function Outline({
  summary,
  chosen,
  onChoose,
}: {
  summary: Summary
  chosen: string | undefined
  onChoose: (section: string | undefined) => void
}) {
  const t = useWords(words)
  const say = useText()
  const done = summary.sections.filter((section) => section.state === 'submitted').length
  return (
    <Panel title={t.outline} aside={t.sectionsDone(done, summary.sections.length)}>
      <ul className="outline">
        <li>
          <button type="button" aria-current={chosen === undefined || undefined} onClick={() => onChoose(undefined)}>
            <strong>{t.wholeText}</strong>
          </button>
        </li>
        {summary.sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              aria-current={chosen === section.id || undefined}
              onClick={() => onChoose(section.id)}
            >
              <span>
                {say(section.title)}
                <br />
                <span className="quiet small">{say(section.owner)}</span>
              </span>
              <SummaryState state={section.state} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** One annual summary: outline with owners, the text or one section, suggestions, what stops the signing. */
export default function SummaryPage() {
  const t = useWords(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters, setFilters] = useAddress<'section'>()
  const query = useQuery({ queryKey: ['summary', id], queryFn: () => get<Summary>(`/api/summaries/${id}`) })
  return (
    <Ready query={query}>
      {(summary) => {
        const section = summary.sections.find((item) => item.id === filters.section)
        return (
          <>
            <PageHead title={summary.title.replaceAll('\n', '')} about={<Link to="/summaries">{t.title}</Link>} />
            <Bar summary={summary} />
            <Obstacles summary={summary} />
            <ReportFindings check={summary.check} title={summary.title} final={summary.state === 'signed'} />
            <div className="summary-columns">
              <div className="summary-side no-print">
                <Outline summary={summary} chosen={section?.id} onChoose={(next) => setFilters({ section: next })} />
                <Suggestions summary={summary} />
              </div>
              <div className="summary-main">
                {section ? (
                  <SectionView key={section.id} summary={summary} section={section} />
                ) : (
                  <DocumentView document={summary.document} />
                )}
              </div>
            </div>
          </>
        )
      }}
    </Ready>
  )
}
