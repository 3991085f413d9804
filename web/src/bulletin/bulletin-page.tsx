import { useRef, useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { download, get, put } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import type { Block, Bulletin } from '../api/document-types.ts'
import { BlocksEditor } from '../document/blocks-editor.tsx'
import { DocumentView } from '../document/document-view.tsx'
import { useSteps } from '../document/use-steps.ts'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { useRight } from '../session/session.ts'
import { BulletinState } from './bulletins.tsx'
import { words } from './words.ts'

/** Edits all sections at once; what is not saved is lost only when the author says so. */
function Editor({ bulletin, onDone }: { bulletin: Bulletin; onDone: () => void }) {
  const t = useWords(words)
  const edited = useRef(new Map<string, Block[]>())
  const save = useMutation({
    mutationFn: () =>
      put(`/api/bulletins/${bulletin.id}`, {
        version: bulletin.version,
        edits: { sections: [...edited.current].map(([id, blocks]) => ({ id, blocks })) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['bulletin', bulletin.id] })
      notice(t.saved)
      onDone()
    },
  })
  return (
    <>
      {save.error && <Failure error={save.error} />}
      <div className="document-bar document-bar-sticky">
        <Button look="main" busy={save.isPending} onClick={() => save.mutate()}>
          {t.save}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
      <DocumentView
        document={bulletin.document}
        sectionBody={(section) => (
          <BlocksEditor initial={section.blocks} onChange={(blocks) => edited.current.set(section.id, blocks)} />
        )}
      />
    </>
  )
}

function Ways({ bulletin, onEdit }: { bulletin: Bulletin; onEdit: () => void }) {
  const t = useWords(words)
  const writes = useRight('write-bulletin')
  const steps = useSteps(`/api/bulletins/${bulletin.id}`, bulletin.version, ['bulletin', 'bulletins', 'figure'])
  const file = useMutation({
    mutationFn: (format: 'docx' | 'xlsx') =>
      download(`/api/bulletins/${bulletin.id}/file`, {
        query: { format },
        name: `${bulletin.title.replaceAll('\n', '')}.${format}`,
      }),
  })
  return (
    <>
      <div className="document-bar no-print">
        <BulletinState state={bulletin.state} />
        {writes && bulletin.state === 'draft' && (
          <>
            <Button onClick={onEdit}>{t.edit}</Button>
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
        {writes && bulletin.state === 'closed' && (
          <AskButton
            question={t.issueHint}
            busy={steps.isPending}
            onConfirm={() => steps.mutate({ step: 'issue', done: t.issued })}
          >
            {t.issue}
          </AskButton>
        )}
        <Button busy={file.isPending && file.variables === 'docx'} onClick={() => file.mutate('docx')}>
          {t.word}
        </Button>
        <Button busy={file.isPending && file.variables === 'xlsx'} onClick={() => file.mutate('xlsx')}>
          {t.excel}
        </Button>
      </div>
      {(steps.error ?? file.error) && <Failure error={steps.error ?? file.error} />}
    </>
  )
}

/** One bulletin: as it will be printed, with living figures. */
export default function BulletinPage() {
  const t = useWords(words)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [editing, setEditing] = useState(false)
  const query = useQuery({ queryKey: ['bulletin', id], queryFn: () => get<Bulletin>(`/api/bulletins/${id}`) })
  return (
    <Ready query={query}>
      {(bulletin) => (
        <>
          <PageHead title={bulletin.title.replaceAll('\n', '')} about={<Link to="/bulletins">{t.title}</Link>} />
          {editing ? (
            <Editor bulletin={bulletin} onDone={() => setEditing(false)} />
          ) : (
            <>
              <Ways bulletin={bulletin} onEdit={() => setEditing(true)} />
              <DocumentView document={bulletin.document} />
            </>
          )}
        </>
      )}
    </Ready>
  )
}
