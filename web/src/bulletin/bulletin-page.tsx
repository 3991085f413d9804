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
import type { BulletinDesk } from './desk.ts'
import { IssueForm } from './issue-form.tsx'
import { SectionEditor } from './section-editor.tsx'
import { words } from './words.ts'
import './bulletin.css'

/** Where the bulletin stands, and what may be done with it now. */
function Ways({ bulletin, desk }: { bulletin: Bulletin; desk: BulletinDesk }) {
  const t = useWords(words)
  const steps = useSteps(`${desk.api}/${bulletin.id}`, bulletin.version, ['bulletin', 'bulletins', 'figure'])
  const file = useMutation({
    mutationFn: (format: 'docx' | 'xlsx') =>
      download(`${desk.api}/${bulletin.id}/file`, {
        query: { format },
        name: `${bulletin.title.replaceAll('\n', '')}.${format}`,
      }),
  })
  const error = steps.error ?? file.error
  return (
    <>
      <div className="document-bar no-print">
        <BulletinState state={bulletin.state} />
        {desk.writes && bulletin.state === 'draft' && (
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
          (desk.issues ? <IssueForm bulletin={bulletin} desk={desk} /> : <span className="quiet">{desk.waits}</span>)}
      </div>
      {error && <Failure error={error} />}
    </>
  )
}

/** One bulletin: as it will be printed, with living figures; a draft is edited section by section. */
export function BulletinView({ desk }: { desk: BulletinDesk }) {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { writes } = desk
  const query = useQuery({ queryKey: ['bulletin', id], queryFn: () => get<Bulletin>(`${desk.api}/${id}`) })
  return (
    <Ready query={query}>
      {(bulletin) => {
        const drafts = new Map(bulletin.sections.map((section) => [section.id, section]))
        return (
          <>
            <PageHead title={bulletin.title.replaceAll('\n', '')} about={<Link to={desk.home}>{desk.title}</Link>} />
            <Ways bulletin={bulletin} desk={desk} />
            {writes && (
              <ReportFindings check={bulletin.check} title={bulletin.title} final={bulletin.state === 'issued'} />
            )}
            <DocumentView
              document={bulletin.document}
              sectionBody={(section) => {
                const draft = drafts.get(section.id)
                if (!writes || !draft || bulletin.state !== 'draft') return <Blocks blocks={section.blocks} />
                return <SectionEditor bulletin={bulletin} section={draft} desk={desk} />
              }}
            />
          </>
        )
      }}
    </Ready>
  )
}

/** A bulletin of the county’s work. */
export default function BulletinPage() {
  const t = useWords(words)
  const [writes, issues] = [useRight('write-bulletin'), useRight('sign-summary')]
  return (
    <BulletinView
      desk={{ api: '/api/bulletins', home: '/bulletins', title: t.title, writes, issues, waits: t.waitsForLeader }}
    />
  )
}
