import { lazy, Suspense, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { download } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { PlacePath } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { act } from './act.ts'
import { NoteList } from './dashboard-cell.tsx'
import { DashboardGrid } from './dashboard-grid.tsx'
import type { OpenDashboard } from './types.ts'
import { useComposes, useDashboard } from './use-dashboards.ts'
import { words } from './words.ts'

const SubscribeForm = lazy(() => import('./subscribe-form.tsx'))

/** What can be done with a dashboard. */
function Ways({ board, place }: { board: OpenDashboard; place: string | undefined }) {
  const t = useWords(words)
  const say = useText()
  const navigate = useNavigate()
  const composes = useComposes()
  const [subscribing, setSubscribing] = useState(false)
  const { dashboard } = board
  const file = useMutation({
    mutationFn: (format: 'pdf' | 'png') =>
      download(`/api/dashboards/${dashboard.id}/file`, {
        query: { format, place },
        name: `${say(dashboard.title)}.${format}`,
      }),
  })
  const copy = useMutation({
    mutationFn: () =>
      act('dashboard.compose', {
        titleZh: t.copyOf(dashboard.title.zh).slice(0, 60),
        sharedWith: [],
        cells: dashboard.definition,
      }),
    onSuccess: (answer) => void navigate({ to: '/dashboards/$id/edit', params: { id: answer.id! } }),
  })
  const withdraw = useMutation({
    mutationFn: () => act('dashboard.withdraw', {}, { id: dashboard.id, version: dashboard.version }),
    onSuccess: () => void navigate({ to: '/dashboards' }),
  })
  const fault = file.error ?? copy.error ?? withdraw.error
  return (
    <>
      {fault && <Failure error={fault} />}
      <div className="filters no-print">
        <Link to="/projector" search={{ boards: dashboard.id }} className="button button-plain">
          {t.project}
        </Link>
        <Button busy={file.isPending && file.variables === 'pdf'} onClick={() => file.mutate('pdf')}>
          {t.pdf}
        </Button>
        <Button busy={file.isPending && file.variables === 'png'} onClick={() => file.mutate('png')}>
          {t.png}
        </Button>
        <Button onClick={() => print()}>{t.print}</Button>
        <Button onClick={() => setSubscribing(true)}>{t.subscribe}</Button>
        {composes && !dashboard.mine && (
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t.copy}
          </Button>
        )}
        {dashboard.mine && (
          <>
            <Link to="/dashboards/$id/edit" params={{ id: dashboard.id }} className="button button-plain">
              {t.edit}
            </Link>
            <AskButton
              question={t.withdrawAsk}
              look="plain"
              busy={withdraw.isPending}
              onConfirm={() => withdraw.mutate()}
            >
              {t.withdraw}
            </AskButton>
          </>
        )}
      </div>
      {subscribing && (
        <Suspense>
          <SubscribeForm dashboard={dashboard.id} onClose={() => setSubscribing(false)} />
        </Suspense>
      )}
    </>
  )
}

/** A dashboard, for the reader's own place or another within the scope. */
export default function DashboardPage() {
  const t = useWords(words)
  const say = useText()
  const account = useAccount()
  const { id } = useParams({ strict: false }) as { id: string }
  const [filters, setFilters] = useAddress<'place'>()
  const query = useDashboard(id, filters.place)
  const board = query.data
  return (
    <div className="dashboard-paper">
      <PageHead
        title={board ? say(board.dashboard.title) : t.title}
        about={
          board && (
            <>
              {board.place.name} · {t.by} {board.dashboard.ownerName} · {t.readAt}{' '}
              <span className="number">{board.at}</span>
            </>
          )
        }
      >
        <PlacePath
          code={filters.place ?? account.division}
          top={account.division}
          onChange={(place) => setFilters({ place: place === account.division ? undefined : place })}
        />
      </PageHead>
      {board && <Ways board={board} place={filters.place} />}
      <Ready query={query} lines={10}>
        {({ cells }) => (
          <>
            <DashboardGrid cells={cells} />
            <NoteList cells={cells} />
          </>
        )}
      </Ready>
    </div>
  )
}
