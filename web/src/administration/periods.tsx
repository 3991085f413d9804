import { useMutation, useQuery } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'
import { newRequestId } from '../api/request-id.ts'
import { queries } from '../api/queries.ts'
import type { MonthState } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Moment } from '../parts/moment.tsx'
import { PageHead } from '../parts/page.tsx'
import { periodTitle } from '../parts/period.ts'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { words } from './words.ts'
import './administration.css'

const closeIds = new Map<string, string>()

/** One name for the intention to close a month, so that pressing again after a lost answer closes it once. */
function closeId(month: string): string {
  const id = closeIds.get(month) ?? newRequestId()
  closeIds.set(month, id)
  return id
}

/** Months, open and closed. */
export default function Periods() {
  const t = useWords(words)
  const say = useText()
  const query = useQuery({ queryKey: ['periods'], queryFn: () => get<{ months: MonthState[] }>('/api/periods') })
  const close = useMutation({
    mutationFn: (month: string) => post(`/api/periods/${month}/close`, { requestId: closeId(month) }),
    onSuccess: () => {
      void query.refetch()
      for (const key of ['cockpit', 'figure', 'figures', 'summary', 'bulletin'])
        void queries.invalidateQueries({ queryKey: [key] })
    },
  })
  return (
    <>
      <PageHead title={t.periods} about={t.periodsAbout} />
      {close.error && <Failure error={close.error} />}
      <Ready query={query}>
        {({ months }) => (
          <DataTable
            caption={t.periods}
            rows={months.toSorted((a, b) => b.period.localeCompare(a.period))}
            rowKey={(row) => row.period}
            columns={[
              { key: 'month', title: t.month, head: true, render: (row) => say(periodTitle(row.period)) },
              {
                key: 'state',
                title: t.state,
                render: (row) => <Chip tone={row.status === 'closed' ? 'good' : 'warn'}>{t[row.status]}</Chip>,
              },
              { key: 'at', title: t.closedAt, narrow: true, render: (row) => <Moment at={row.closedAt} /> },
              { key: 'by', title: t.closedBy, render: (row) => row.closedBy ?? '—' },
              {
                key: 'ways',
                title: '',
                render: (row) =>
                  row.status === 'open' && (
                    <span className="row-ways">
                      <AskButton
                        look="plain"
                        question={t.closeHint(say(periodTitle(row.period)))}
                        busy={close.isPending && close.variables === row.period}
                        onConfirm={() => close.mutate(row.period)}
                      >
                        {t.closeMonth}
                      </AskButton>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Ready>
    </>
  )
}
