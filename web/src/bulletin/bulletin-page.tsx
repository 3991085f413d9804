import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import type { Bulletin } from '../api/document-types.ts'
import { ReportFindings } from '../check/report-check.tsx'
import { Blocks } from '../document/blocks.tsx'
import { DocumentView } from '../document/document-view.tsx'
import { useSteps } from '../document/use-steps.ts'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { useRight } from '../session/session.ts'
import { BulletinState } from './bulletins.tsx'
import { IssueForm } from './issue-form.tsx'
import { SectionEditor } from './section-editor.tsx'
import { words } from './words.ts'
import './bulletin.css'

/** Where the bulletin stands, and what may be done with it now. */
function Ways({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords(words)
  const writes = useRight('write-bulletin')
  const signs = useRight('sign-summary')
  const steps = useSteps(`/api/bulletins/${bulletin.id}`, bulletin.version, ['bulletin', 'bulletins', 'figure'])
  const file = useMutation({
    mutationFn: (format: 'docx' | 'xlsx') =>
      download(`/api/bulletins/${bulletin.id}/file`, {
        query: { format },
        name: `${bulletin.title.replaceAll('\n', '')}.${format}`,
      }),
  })
  const error = steps.error ?? file.error
  return (
    <>
      <div className="document-bar no-print">
        <BulletinState state={bulletin.state} />
        {writes && bulletin.state === 'draft' && (
          <>
            <Button busy={steps.isPending} onClick={() => steps.mutate({ step: 'refresh', done: t.refreshed })}>
              {t.refresh}
            </Button>
            <AskButton
              question={t.closeHint}
              busy={steps.isPending}
              onConfirm={() => steps.mutate({ step: 'close', done: t.closed })}
            >
              {t.close}
            </AskButton>
          </>
        )}
        <Button busy={file.isPending && file.variables === 'docx'} onClick={() => file.mutate('docx')}>
          {t.word}
        </Button>
        <Button busy={file.isPending && file.variables === 'xlsx'} onClick={() => file.mutate('xlsx')}>
          {t.excel}
        </Button>
        {bulletin.state === 'closed' &&
          (signs ? <IssueForm bulletin={bulletin} /> : <span className="quiet">{t.waitsForLeader}</span>)}
      </div>
      {error && <Failure error={error} />}
    </>
  )
}

/** One bulletin: as it will be printed, with living figures; a draft is edited section by section. */
export default function BulletinPage() {
  const t = useWords(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const writes = useRight('write-bulletin')
  const query = useQuery({ queryKey: ['bulletin', id], queryFn: () => get<Bulletin>(`/api/bulletins/${id}`) })
  return (
    <Ready query={query}>
      {(bulletin) => {
        const drafts = new Map(bulletin.sections.map((section) => [section.id, section]))
        return (
          <>
            <PageHead title={bulletin.title.replaceAll('\n', '')} about={<Link to="/bulletins">{t.title}</Link>} />
            <Ways bulletin={bulletin} />
            {writes && (
              <ReportFindings check={bulletin.check} title={bulletin.title} final={bulletin.state === 'issued'} />
            )}
            <DocumentView
              document={bulletin.document}
              sectionBody={(section) => {
                const draft = drafts.get(section.id)
                if (!writes || !draft || bulletin.state !== 'draft') return <Blocks blocks={section.blocks} />
                return <SectionEditor bulletin={bulletin} section={draft} />
              }}
            />
          </>
        )
      }}
    </Ready>
  )
}
