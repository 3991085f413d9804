import { lazy, Suspense, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page.tsx'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { act } from './act.ts'
import { NotReady, useSubscriptions } from './subscribe-form.tsx'
import type { Subscription } from './types.ts'
import { words } from './words.ts'
import './dashboards.css'

const SubscribeForm = lazy(() => import('./subscribe-form.tsx'))

function Last({ last }: { last: Subscription['last'] }) {
  const t = useWords(words)
  if (!last) return <span className="quiet">{t.never}</span>
  return (
    <>
      <Chip tone={last.state === 'sent' ? 'good' : last.state === 'failed' ? 'bad' : 'warn'}>
        {last.state === 'waiting' ? t.waiting(last.attempts) : t[last.state]}
      </Chip>{' '}
      <span className="number small">{last.dueAt}</span>
      {last.fault && <p className="small quiet">{last.fault}</p>}
    </>
  )
}

/** What this reader gets by mail, when, and how the last sending went. */
export default function SubscriptionsPage() {
  const t = useWords(words)
  const query = useSubscriptions()
  const [editing, setEditing] = useState<Subscription>()
  const end = useMutation({
    mutationFn: (row: Subscription) => act('subscription.end', {}, { id: row.id, version: row.version }),
    onSuccess: () => notice(t.ended),
  })
  return (
    <>
      <PageHead title={t.subscriptions} about={t.subscriptionsAbout}>
        <Link to="/dashboards">{t.title}</Link>
      </PageHead>
      {end.error && <Failure error={end.error} />}
      <Ready query={query}>
        {({ ready, subscriptions }) => (
          <>
            <NotReady ready={ready} />
            {subscriptions.length === 0 ? (
              <Nothing title={t.noSubscriptions} hint={t.noSubscriptionsHint} />
            ) : (
              <DataTable
                caption={t.subscriptions}
                quietCaption
                rows={subscriptions}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'title',
                    title: t.title,
                    head: true,
                    render: (row) => (
                      <Link to="/dashboards/$id" params={{ id: row.dashboard }}>
                        {row.title}
                      </Link>
                    ),
                  },
                  {
                    key: 'rhythm',
                    title: t.rhythm,
                    render: (row) =>
                      `${t[row.rhythm]} ${row.rhythm === 'weekly' ? t.weekday(row.onDay) : t.dayOfMonth(row.onDay)} ${t.oClock(row.hour)}`,
                  },
                  {
                    key: 'format',
                    title: t.format,
                    render: (row) => (row.format === 'pdf' ? t.formatPdf : t.formatPng),
                  },
                  { key: 'address', title: t.address, render: (row) => row.address },
                  { key: 'last', title: t.last, render: (row) => <Last last={row.last} /> },
                  {
                    key: 'ways',
                    title: '',
                    render: (row) => (
                      <span className="row-ways">
                        <Button onClick={() => setEditing(row)}>{t.edit}</Button>
                        <Button busy={end.isPending && end.variables.id === row.id} onClick={() => end.mutate(row)}>
                          {t.end}
                        </Button>
                      </span>
                    ),
                  },
                ]}
              />
            )}
          </>
        )}
      </Ready>
      {editing && (
        <Suspense>
          <SubscribeForm dashboard={editing.dashboard} subscription={editing} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </>
  )
}
